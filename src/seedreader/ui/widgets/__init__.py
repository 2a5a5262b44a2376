"""What screens are drawn with: rows, bars, the editor, wrapped and styled text."""
