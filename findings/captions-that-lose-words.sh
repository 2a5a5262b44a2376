#!/usr/bin/env bash
# Four readers of captions: one loses words in braces, one makes the speaker part of what he says.
#
# Versions   pysubs2 1.8.1, srt 3.5.3, webvtt-py 0.6.0, pycaption 2.3.14 (Python 3.11)
# Input      SubRip and WebVTT. Neither gives a meaning to braces or to a backslash; broadcasters put what is not
#            speech into braces, and WebVTT names the speaker by <v Name>.
# Behaviour  1. pysubs2 reads both formats into the ASS model, where {…} is an override tag, \n a line break and \h
#               a hard space: plaintext drops "{speaks German}", and "\news\harbour" loses two letters. Reading an SRT and
#               writing it again drops them from the file for good.
#            2. A cue with two <v>: webvtt-py tells the first speaker only, pysubs2 none, and pycaption writes
#               "Ann Lee: " and "Bob Ray: " into the text, where they look like words that were captioned.
#            3. &amp; stays "&amp;" in pysubs2 and webvtt-py and is resolved by pycaption; a time inside of a cue
#               (rolling captions) stays in the text of pysubs2.
# Do         For SRT split the file yourself or use srt; for WebVTT resolve entities after webvtt-py, and read <v>
#            from raw_text.
# Seen       30 November 2026:
#> SRT srt         ['{speaks German} The guards left.', 'Saved in C:\\news\\harbour']
#> SRT pysubs2     [' The guards left.', 'Saved in C:\news arbour']
#> SRT written     ['The guards left.', 'Saved in C:', 'ews arbour']
#> VTT pysubs2     ['The guards left.\nAT&amp;T stays.', 'Boats <00:00:05.000>follow']
#> VTT webvtt-py   ['The guards left.\nAT&amp;T stays.', 'Boats follow'] Ann Lee
#> VTT pycaption   ['Ann Lee: The guards left.\nBob Ray: AT&T stays.', 'Boats follow']
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet pysubs2==1.8.1 srt==3.5.3 webvtt-py==0.6.0 pycaption==2.3.14 || exit 2

"$dir/venv/bin/python" - >"$dir/seen" <<'PY'
import pycaption
import pysubs2
import srt
import webvtt

SRT = r"""1
00:00:01,000 --> 00:00:03,000
{speaks German} The guards left.

2
00:00:04,000 --> 00:00:06,000
Saved in C:\news\harbour
"""
VTT = """WEBVTT

00:00:01.000 --> 00:00:03.000
<v Ann Lee>The guards left.</v>
<v Bob Ray>AT&amp;T stays.</v>

00:00:04.000 --> 00:00:06.000
Boats <00:00:05.000>follow
"""

substation = pysubs2.SSAFile.from_string(SRT)
written = substation.to_string("srt").splitlines()
print("SRT srt        ", ascii([cue.content for cue in srt.parse(SRT)]))
print("SRT pysubs2    ", ascii([cue.plaintext for cue in substation]))
print("SRT written    ", ascii([line for line in written if line and not line.isdigit() and "-->" not in line]))
print("VTT pysubs2    ", ascii([cue.plaintext for cue in pysubs2.SSAFile.from_string(VTT)]))
cues = webvtt.from_string(VTT)
print("VTT webvtt-py  ", ascii([cue.text for cue in cues]), cues[0].voice)
captions = pycaption.WebVTTReader().read(VTT)
language = captions.get_languages()[0]
print("VTT pycaption  ", ascii([cue.get_text() for cue in captions.get_captions(language)]))
PY
diff -u --label stated --label seen <(sed -n 's/^#> //p' "$0") "$dir/seen"
