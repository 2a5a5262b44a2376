"""The Matrix screen: facts down, sources across."""
