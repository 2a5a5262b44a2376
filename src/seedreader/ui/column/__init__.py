"""A column: how one source is wrapped, folded, painted and pointed at."""
