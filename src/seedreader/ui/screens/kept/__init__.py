"""The list of the stories that the reader keeps."""
