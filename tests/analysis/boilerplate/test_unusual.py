"""Texts of unusual looks: in capitals throughout, in entries, or with a long address and a table."""

from __future__ import annotations

import pytest

import seedreader
from seedreader.analysis.boilerplate.normalize import plain

CAPITALS = [
    """CEMENT FIRM CUTS 400 JOBS

ORR, NORWAY (AP) - THE CEMENT MAKER HOLM SAID ON MONDAY THAT IT WOULD CUT 400 JOBS AT ITS PLANT IN ORR.

THE UNION CALLED THE CUTS "A DISGRACE FOR THE WHOLE TOWN." ITS HEAD, ADA COE, SAID THAT WORKERS \
WOULD STRIKE FROM FRIDAY.

THE PLANT OPENED IN 1962. IT MADE 2 MILLION TONS IN 2023.
""",
    """FOOTBALL: ORR BEAT VARN 3-2 IN CUP FINAL

ORR BEAT VARN 3-2 ON SATURDAY TO WIN THE CUP FOR THE FIRST TIME SINCE 1987.

"WE NEVER STOPPED RUNNING," COACH BO RAY SAID. THE WINNER FELL IN THE 89TH MINUTE. \
VARN HAD LED TWICE BEFORE THE BREAK.

SOME 31,000 SAW THE MATCH.
""",
    """COURT FREES MAN AFTER 12 YEARS

A COURT IN VARN FREED A MAN ON TUESDAY WHO HAD SPENT TWELVE YEARS IN PRISON FOR A MURDER THAT HE \
DID NOT COMMIT.

JUDGE ADA COE SAID NEW EVIDENCE HAD SHOWN THAT HE WAS AT WORK. THE STATE WILL PAY HIM 2.1 MILLION CROWNS.

HIS LAWYER, MAX HOLM, SAID HE WANTED TO SEE THE SEA.

COPYRIGHT 1998 COASTAL PRESS. ALL RIGHTS RESERVED.
""",
    """BY ADA COE
12 MAY 1994

QUAKE OF 6.1 SHAKES VARN ISLANDS

A QUAKE OF MAGNITUDE 6.1 SHOOK THE VARN ISLANDS EARLY ON THURSDAY, THE INSTITUTE OF GEOLOGY SAID. \
NOBODY WAS HURT.

THE QUAKE WAS FELT FOR 40 SECONDS. TWO SCHOOLS IN ORR WERE CLOSED, AND THE FERRY STAYED IN PORT.
""",
    """BRAND IN ORR: ZWEI TOTE

ORR (DPA) - BEI EINEM BRAND IN EINEM WOHNHAUS IN ORR SIND AM MONTAG ZWEI MENSCHEN GESTORBEN, \
TEILTE DIE POLIZEI MIT.

DIE URSACHE IST NOCH NICHT BEKANNT. DER SCHADEN LIEGT BEI 300.000 EURO. DIE FEUERWEHR WAR MIT 60 \
LEUTEN IM EINSATZ.
""",
    """(UPDATES WITH SHARES, ANALYST)

ORR, May 3 (Reuters) - HOLM, THE CEMENT MAKER, POSTED A LOSS OF $31 MILLION FOR THE FIRST \
QUARTER, MORE THAN ANALYSTS HAD EXPECTED.

SHARES FELL 4 PERCENT. THE FIRM SAID IT WOULD SELL TWO PLANTS. ITS HEAD SAID DEMAND WOULD RETURN \
IN THE FALL.
""",
]

LIVE = [
    """Storm Orla live: thousands without power

4 May 2024

09:12
Harbour closed
The harbour of Varn has been closed since six this morning, the port authority says.

08:55
Two hurt by falling tree
Two people were hurt when a tree fell on a bus in Orr, police say.
""",
    """Cup final as it happened: Orr beat Varn 3-2

17:48
That is it
The referee blows the whistle, and Orr have won the cup for the first time since 1987.

17:40
Ray scores
Bo Ray heads in the third for Orr with a minute to go.
""",
    """Live updates: Varn court rules on dam

By Ada Coe
4 May 2024

2:15 p.m.
Ruling expected
The court in Varn will rule at three on who must pay for the dam.

1:40 p.m.
Crowd gathers
About 300 people stand before the court in Varn, our reporter says.
""",
    """Holm results live blog: cement maker posts loss

08:00 Loss bigger than expected
Holm lost 31 million dollars in the first quarter, more than analysts had thought.

08:20 Shares fall
Shares in Holm, the cement maker, fell by four percent in early trade.
""",
    """Varn rocket launch: latest updates as countdown starts

10:31 GMT
Countdown is on
The countdown for the rocket has started at the Varn range, the agency says.

10:02 GMT
Wind is fine
The wind at the Varn range is fine for a launch, the agency says.
""",
    """Wahl in Varn im Liveticker: Coe liegt vorn

18:05 Uhr
Erste Zahlen
Nach den ersten Zahlen liegt Ada Coe mit 51 Prozent vorn, teilt die Stadt mit.

18:00 Uhr
Lokale geschlossen
Die Lokale in Varn sind geschlossen, die Zahl der Wähler ist nicht bekannt.
""",
]

ADDRESSED = [
    """Rain in Orr

See https://data.example.net/weather/stations/orr/monthly/rainfall/tables/2024/05/index.html for the data.

Month\tRain\tDays
May\t112\t19
June\t31\t6

Twelve roads were flooded in Orr on Monday.
""",
    """Results of the Varn race

4 May 2024

All times: https://data.example.net/races/varn-half-marathon/results-by-age-group/2024/final-list

Place\tName\tTime
1\tAda Coe\t1:11:02
2\tLi Holm\t1:11:40

Ada Coe won the race in Varn on Saturday.
""",
    """Holm posts a loss

The report is at \
https://data.example.net/investors/reports/quarterly/2024/q1/holm-group-interim-report-january-march-2024.pdf

Item\tQ1 2024\tQ1 2023
Sales\t310m\t355m
Loss\t31m\t4m

Holm lost 31 million dollars in the first quarter.
""",
    """Dam in Orr failed test

The minutes \
(https://data.example.net/council/minutes/2024-05-04/item-12/dam-inspection-report-final-version) say so.

The dam in Orr failed a test on Friday. The mayor, Ada Coe, said that it would be emptied by the \
end of the month.
""",
    """Wahl in Varn

Alle Zahlen: https://data.example.net/wahlen/2024/gemeinde-varn/ergebnisse-nach-wahlbezirken/alle-parteien

Partei\tStimmen\tSitze
Rot\t412\t12
Blau\t380\t11

In der Stadt Varn ist am Sonntag gewählt worden.
""",
    """New comet seen

https://data.example.net/observatory/press-releases/2024/05/comet-discovered-by-amateur-astronomer-in-varn-hills

A comet was seen from the Varn hills on Monday.

Name\tMagnitude\tDistance
Coe-Holm\t9.1\t1.2 au
""",
]


def kept(text: str) -> str:
    """The text without its boilerplate."""
    found = seedreader.read_text(text, published="2024-05-17").boilerplate
    edges = [0, *(edge for span in found for edge in (span.start, span.end)), len(text)]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


@pytest.mark.parametrize("text", CAPITALS)
def test_an_article_in_capitals_throughout_is_kept(text: str) -> None:
    article = [line for line in text.splitlines() if "COPYRIGHT" not in line and len(line) > 15]
    assert [line for line in article if line not in kept(text)] == []


def test_credits_and_rights_in_capitals_are_found_among_capitals() -> None:
    assert "COASTAL PRESS" not in kept(CAPITALS[2])
    assert "BY ADA COE" not in kept(CAPITALS[3])
    assert "12 MAY 1994" not in kept(CAPITALS[3])


def test_a_link_in_capitals_between_usual_paragraphs_is_dimmed() -> None:
    prose = (
        "The council of Orr shut the plant on Monday, and nobody knows who will clear the dust there now.\n"
    )
    link = "SEVEN TOWNS THAT LOST THEIR ONLY PLANT IN THE LAST YEAR\n"
    assert link not in kept(prose + link + prose.replace("Monday", "Friday"))


@pytest.mark.parametrize("text", [*CAPITALS, *ADDRESSED, "ǅ İSTANBUL ẞ ŉ: THE İ IS OPEN TO ALL. ß"])
def test_the_text_that_is_looked_at_is_as_long_as_the_text(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize("text", LIVE)
def test_the_headline_of_a_live_blog_is_its_title_and_kept(text: str) -> None:
    headline = text.partition("\n")[0]
    assert seedreader.read_text(text).title == headline
    assert headline in kept(text)


@pytest.mark.parametrize("text", ADDRESSED)
def test_a_long_address_dims_neither_headline_nor_table_nor_prose(text: str) -> None:
    article = [line for line in text.splitlines() if line != "4 May 2024"]
    assert [line for line in article if line not in kept(text)] == []


@pytest.mark.parametrize(
    "note",
    [
        "A version of this article appears in print on May 18, 2024, on page B3 of the Orr edition with the "
        "headline: Plant Shut.",
        "A version of this story ran in the May 18 issue.",
        "This article appears in print on Page 4, with the headline “Dust and Debt”.",
        "This column ran in the Sunday edition of 19 May.",
        "Appeared in the May 18, 2024, print edition as 'Plant Shut'.",
        "This post has been revised to reflect the following correction:",
        "This story has been corrected to say that the plant opened in 1962.",
        "This live blog has been edited for length.",
        "This article has since been clarified to say who owns the plant.",
        "Because of an editing error, an earlier version of this article misstated the age of the plant.",
        "A previous version of this report gave the wrong year for the opening of the plant.",
        "The headline on an earlier version of this post misspelled the name of the town.",
        "This post will be updated when the council has met again.",
    ],
)
def test_notes_on_print_editions_and_corrections_are_boilerplate(note: str) -> None:
    body = (
        "Orr shuts its cement plant\n\nThe council of Orr shut the cement plant on Monday, and nobody knows "
        "who will clear the dust, its workers said.\n\nA worker, Ada Coe, said that the company had "
        "promised her twelve more years of work.\n\n"
    )
    assert note not in kept(body + note + "\n")
    assert "Ada Coe" in kept(body + note + "\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "This story appears to be false, the mayor of Orr said on Monday after she had read the letter.",
        "An earlier version of the bill would have shut the plant in Orr at once, the council said.",
        "A version of the virus that spread in Orr was found in Varn, doctors said on Monday.",
        "This post was once held by Ada Coe, who left the council of Orr in 2019 to run the plant.",
        "The headline of the week in Orr was the end of the cement plant, which had opened in 1962.",
    ],
)
def test_sentences_that_only_sound_like_such_notes_are_kept(sentence: str) -> None:
    body = "The council of Orr shut the cement plant on Monday, and nobody knows who will clear the dust.\n\n"
    assert sentence in kept(body + sentence + "\n\n" + body.replace("Monday", "Friday"))


@pytest.mark.parametrize(
    "title",
    [
        "June 5, 1998: The Day the Cement Plant in Orr Opened",
        "What the council of Orr knew of the plant on 5 June 1998",
        "The cement plant of Orr – 5 June 1998",
        "Cement plant in Orr: from 5 June 1998 to the end",
        "5 June 1998: cement comes to Orr",
    ],
)
def test_a_headline_with_a_day_is_kept(title: str) -> None:
    body = (
        "The cement plant in Orr was opened on a cold day in June of 1998, and the council came, old "
        "men say.\n\nThe plant was shut by the council on Monday, and nobody knows who clears the dust.\n"
    )
    assert title in kept(f"{title}\n2024-05-17\n\n{body}")


@pytest.mark.parametrize(
    "title",
    [
        "Cement plant in Orr live updates",
        "Orr cement plant: live updates",
        "Live blog: council of Orr shuts cement plant",
        "Cement plant closes: latest updates",
    ],
)
def test_a_headline_that_says_live_updates_is_kept_under_a_menu(title: str) -> None:
    body = (
        "The cement plant in Orr was shut by the council on Monday, and nobody knows who will clear the "
        "dust, the mayor of the town said.\n"
        "Two hundred people stood before the gate in the morning, and some had worked there for years.\n"
    )
    menu = "Menu\nHome\nNews\nSport\nSign in\n"
    foot = "Share\nPrivacy policy\nTerms of use\nContact us\n"
    assert title in kept(f"{menu}{title}\nBy Jane Doe\n4 May 2024\n{body}{foot}")


PARTED = """Skip to main content
Accept all cookies
Manage preferences
Harbour Gazette
Subscribe
Log in
News  Sport  Culture  Opinion  Weather

Local news

Mill at Tarn to close after 140 years

Owner blames energy prices; 85 workers affected

Jon Vester
Business correspondent
Published: 3 March 2025, 06:12 GMT
Updated: 3 March 2025, 11:40 GMT
4 min read
Share  Save  Print

The paper mill at Tarn will close at the end of June after 140 years, its owner said on Monday.

Photo: The mill seen from the river. Credit: Ann Ray / Harbour Gazette

Vane Paper, which bought the mill in 2016, blamed high energy prices. All 85 workers will lose their jobs.

ADVERTISEMENT

"We fought for this mill," said managing director Carl Oster. The union called the decision a scandal.

Read also: How the river made Tarn rich

The mill made 40,000 tonnes of paper a year. The town hopes to turn the site into flats.

Most read
1. Ferry timetable changes
2. Five walks along the coast
3. Council votes on harbour plan

Comments (23)
Sign in to comment

Newsletter
Get the morning briefing in your inbox.
Enter your email address
By signing up you agree to our terms and privacy policy.

© 2025 Harbour Gazette Ltd. All rights reserved.
About us  Contact  Advertise  Careers
"""


def test_a_quotation_between_advertisements_stays_article() -> None:
    dimmed = "\n".join(PARTED[span.start : span.end] for span in seedreader.read_text(PARTED).boilerplate)
    assert "We fought" not in dimmed
    assert "ADVERTISEMENT" in dimmed
    assert "Most read" in dimmed
