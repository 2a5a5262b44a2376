"""Finding a passage again, by a word-level diff or by its quote, and telling versions of one text."""
