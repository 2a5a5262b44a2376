"""All hits of a search in one list."""
