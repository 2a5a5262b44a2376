"""Where it is written who says a claim: those named around it on the digits, completed by Tab."""

from __future__ import annotations

from seedreader.ui.widgets.tag_editor import TagEditor


class SpeakerEditor(TagEditor):
    """A `TagEditor` whose ``known`` are those who may have said it, the likeliest first."""

    commands = "speaker_editor"
    NOTHING_KNOWN = " nobody is named around it: type who says it"
