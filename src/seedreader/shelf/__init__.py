"""Kept stories: their names, opening them wherever their files went, and watching the files that are open."""
