"""Untrusted text for a plain stream, where nothing stands between it and a terminal."""


def printable(text: str) -> str:
    """One line without the control and format characters that could drive a terminal."""
    words = " ".join(text.split())
    return "".join(c if c.isprintable() else "\ufffd" for c in words)
