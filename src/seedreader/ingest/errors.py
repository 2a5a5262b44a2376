"""What can be wrong with an input."""


class IngestError(ValueError):
    """One input could not be read; the message is one sentence: what, where and what to do."""
