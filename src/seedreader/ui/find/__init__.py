"""Finding, and the list of all hits."""
