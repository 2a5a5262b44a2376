"""The Versions screen: two texts against each other, word by word."""
