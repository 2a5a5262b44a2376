"""The help: keys and marks."""
