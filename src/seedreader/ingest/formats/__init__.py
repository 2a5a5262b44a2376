"""One reader for each format, ``read(bytes, source id) -> Documents``; `registry` says which is for what."""
