"""The keys, the marks and what went wrong so far."""
