"""The Timeline screen: what the sources date, on one line."""
