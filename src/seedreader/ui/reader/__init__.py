"""The reader: each file is one part of what its keys do; `screen` puts them together."""
