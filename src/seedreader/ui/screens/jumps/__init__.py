"""The trail of jumps."""
