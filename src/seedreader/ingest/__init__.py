"""One small reader for each kind of input, each giving an `Article` or one clear sentence."""
