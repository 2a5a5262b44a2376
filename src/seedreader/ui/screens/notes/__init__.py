"""Every note, tag, highlight, verdict, correction, orphan and draft."""
