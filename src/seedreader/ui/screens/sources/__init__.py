"""Every source at a glance."""
