"""Two sources word by word."""
