"""The Notes and Tags screens: what the reader wrote, of this story or of all."""
