"""Everything that uses private names of Textual and Rich. Nothing else does; a release may take them away."""
