"""Which words of one text are which words of another: for notes on a new version, and for near-copies."""
