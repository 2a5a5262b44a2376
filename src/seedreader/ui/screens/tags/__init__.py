"""All tags of the notebook."""
