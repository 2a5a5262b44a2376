"""The file: its tables and rows, connections to it, the log of changes, and what can be asked of it."""
