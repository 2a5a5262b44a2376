"""The evidence panel: what each other source says of the passage under the cursor."""
