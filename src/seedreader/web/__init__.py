"""Addresses of the web: fetched when asked for by name, kept in the notebook, and opened from there."""
