"""What is kept of the analysis between two openings of a story; safe to delete, and never the notebook."""
