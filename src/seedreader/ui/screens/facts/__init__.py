"""What a source is, and the reader's word on it."""
