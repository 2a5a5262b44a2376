"""The Sources screen: each source at a glance."""
