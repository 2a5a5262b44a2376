"""Inputs to articles: a registry of formats, a reader for each, what a text shows of itself, and problems."""
