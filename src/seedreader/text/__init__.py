"""What every room needs of words: days written out, text made harmless, text made comparable."""
