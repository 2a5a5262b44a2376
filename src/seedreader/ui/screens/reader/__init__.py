"""The reader: sources side by side, the evidence under them."""
