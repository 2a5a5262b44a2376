"""The list of the stories that were found among many articles."""
