"""What leaves the program: a story as plain text and as JSON, and single passages as citations."""
