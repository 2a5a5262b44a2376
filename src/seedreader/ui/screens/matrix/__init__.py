"""Facts down, sources across."""
