"""Words that differ: between two passages, and between two texts that are nearly one."""
