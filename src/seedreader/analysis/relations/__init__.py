"""How two passages stand to each other: `relate` decides; each other module is one kind of evidence."""
