"""What runs the screens: themes, the palette, what is written to the terminal."""
