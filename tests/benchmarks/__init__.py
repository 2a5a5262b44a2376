"""`make bench`: how fast the program is, measured from outside where a reader would feel it."""
