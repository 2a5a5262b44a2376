#!/usr/bin/env bash
# alto-tools prints the first half of a hyphenated word twice and loses the second half.
#
# Version    alto-tools 0.1.0 (the release that PyPI gives; Python 3.11)
# Input      an ALTO 3 page as newspaper libraries publish them. "harbour" is broken over two lines, so the
#            page has String elements with SUBS_TYPE="HypPart1" and "HypPart2", a HYP element between them, and
#            the whole word in SUBS_CONTENT of both.
# Behaviour  `alto-tools -t` writes CONTENT of the first half, then the same again where the second half stands,
#            without a space after it: "har", "har12 boats". Neither "bour" nor "harbour" is in the output, and
#            a figure that follows sticks to the wrong half. A search of the text finds no such word.
# Do         Read the XML: for HypPart1 take SUBS_CONTENT, for HypPart2 nothing, and skip HYP.
# Seen       30 November 2026; a line between bars is a line of the output:
#> ||
#> |The guards left the har|
#> |har12 boats followed. |
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet alto-tools==0.1.0 || exit 2

cat >"$dir/page.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#">
  <Description><MeasurementUnit>pixel</MeasurementUnit></Description>
  <Layout><Page ID="P1" PHYSICAL_IMG_NR="1" WIDTH="600" HEIGHT="200"><PrintSpace ID="S1" HPOS="0" VPOS="0" WIDTH="600" HEIGHT="200">
    <TextBlock ID="B1" HPOS="0" VPOS="0" WIDTH="600" HEIGHT="100">
      <TextLine ID="L1" HPOS="0" VPOS="0" WIDTH="600" HEIGHT="40">
        <String ID="W1" HPOS="0" VPOS="0" WIDTH="60" HEIGHT="40" CONTENT="The"/><SP/>
        <String ID="W2" HPOS="80" VPOS="0" WIDTH="120" HEIGHT="40" CONTENT="guards"/><SP/>
        <String ID="W3" HPOS="220" VPOS="0" WIDTH="80" HEIGHT="40" CONTENT="left"/><SP/>
        <String ID="W4" HPOS="320" VPOS="0" WIDTH="60" HEIGHT="40" CONTENT="the"/><SP/>
        <String ID="W5" HPOS="400" VPOS="0" WIDTH="60" HEIGHT="40" CONTENT="har" SUBS_TYPE="HypPart1" SUBS_CONTENT="harbour"/><HYP CONTENT="-"/>
      </TextLine>
      <TextLine ID="L2" HPOS="0" VPOS="50" WIDTH="600" HEIGHT="40">
        <String ID="W6" HPOS="0" VPOS="50" WIDTH="80" HEIGHT="40" CONTENT="bour" SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour"/><SP/>
        <String ID="W7" HPOS="100" VPOS="50" WIDTH="40" HEIGHT="40" CONTENT="12"/><SP/>
        <String ID="W8" HPOS="160" VPOS="50" WIDTH="100" HEIGHT="40" CONTENT="boats"/><SP/>
        <String ID="W9" HPOS="280" VPOS="50" WIDTH="160" HEIGHT="40" CONTENT="followed."/>
      </TextLine>
    </TextBlock>
  </PrintSpace></Page></Layout>
</alto>
XML
"$dir/venv/bin/alto-tools" -t "$dir/page.xml" | awk '{ print "|" $0 "|" }' >"$dir/seen"
diff -u --label stated --label seen <(sed -n 's/^#> //p' "$0") "$dir/seen"
