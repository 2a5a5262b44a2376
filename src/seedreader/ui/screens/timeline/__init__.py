"""What the sources date."""
