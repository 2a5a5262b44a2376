"""What a line of boilerplate looks like: the rules for the whole line (`LINE`), its front and its end.

Add a rule for a line here; a rule for a sentence goes to `phrases.SENTENCE`. The first that matches wins.
Each pattern is English usage of news sites. Patterns are anchored, or plain alternations of words with
bounded repeats, so that no text can make them slow.

**A rule is an input of the trained model.** Its score is one of the numbers that the model sees of a piece
and of the pieces around it, and the model was taught to find what the rules leave. A rule that is added,
taken away, changed or put elsewhere needs new weights:

1. add the rule with its cues, and to ``tests/analysis/boilerplate/test_rules.py`` a line on which it fires
   and one on which it must not;
2. ``make model``, which takes about a minute and writes ``model.json``;
3. compare with the figures from before: ``analysis/README.md``, "Boilerplate: the weights", says on what data
   the model is trained, which figures count and how to get them.

Until then a test fails and names the rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

KINDS = (
    "appeal",  # asks the reader for money or support
    "breadcrumb",  # where the page lies in its site
    "navigation",  # menus, buttons, forms, advertisement labels, cookie notices
    "metadata",  # dates, reading times, counters and tags that stand apart from the text
    "caption",  # what a picture shows
    "credit",  # by-lines, agencies, photographers, contributors
    "related",  # other articles' headlines, and links to them
    "share",  # buttons to share or follow, and counters
    "newsletter",  # invitations to subscribe, write, or install an app
    "editor",  # a note about the article or from the newsroom
    "copyright",  # rights and distribution
    "other",  # what the trained model finds and no rule names
)
"""The kinds of boilerplate that `boilerplate.find_boilerplate` tells apart."""


class Rule(NamedTuple):
    """What a pattern shows, how sure it is of it, and without which words it shows nothing.

    No two rules have one name. ``cues`` are the front letters of words (`CUE` of them, digits as zeros), and
    marks; each text that the pattern matches has one, so that it is tried where one is, and nowhere else.
    """

    name: str
    kind: str
    score: float
    cues: frozenset[str]
    pattern: re.Pattern[str]


CUE = 4
"""Letters of a word that a cue has at most."""


def rule(name: str, kind: str, score: float, cues: str, pattern: str) -> Rule:
    """A rule whose pattern takes capitals for small letters, but where it says ``(?-i:…)``."""
    return Rule(name, kind, score, cue_set(cues), re.compile(pattern, re.IGNORECASE))


def cue_set(cues: str) -> frozenset[str]:
    """Cues that are written in a row."""
    return frozenset(cues.split())


def told(table: Sequence[Rule], cues: AbstractSet[str]) -> list[Rule]:
    """Give the rules that may match a text with these cues, in their order."""
    apart = cues.isdisjoint
    return [each for each in table if not apart(each.cues)]


_DIGITS, _YEAR = "0 00 000 0000", "0000"
_PICTURE_CUES = "phot imag pict vide grap illu scre cred"
_AGENCY_CUES = "ap afp epa reut gett shut isto alam bloo xinh anad asso pa"
_READ_CUES = "read cont keep see lear also show load view"
_SITE_CUES = "face twit x link what redd flip pint tele inst yout tikt thre blue rss goog"

_MONTH = r"[^\W\d_]{3,9}\.?"
_WEEKDAY = r"(?:[^\W\d_]{3,9},? )?"
"""Any word, where a day and a year beside it tell enough: names of months are slow to compile."""
_ISO = r"\d{4}-\d{2}-\d{2}"
_DATE = (
    rf"(?:{_ISO}|{_WEEKDAY}{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|{_WEEKDAY}\d{{1,2}} {_MONTH},? \d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
)
_TIME = (
    r"(?:(?:\W{1,3}|T)(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\(?(?:utc|gmt"
    r"|[a-z]{1,3}t)\b\)?)?)"
)
_STAMP = (
    r"(?:(?:date|(?:first |last |page )?(?:published|posted|updated|modified|generated))"
    r"(?: (?:on|at))? ?:? ?)"
)
_NAME = r"[A-Z][^\s,;:|/()!?\"]{0,20}(?: [A-Z][^\s,;:|/()!?\"]{0,20}){0,3}"
_CRUMB = r"[A-Z][a-z]{1,20}(?: (?:& )?[A-Z][a-z]{1,20}){0,2}"
_NAMED = rf"(?-i:{_NAME})"
_AGENCY = (
    r"(?:AP|AFP|EPA|Reuters|Getty(?: Images?)?|Shutterstock|iStock|Alamy|Bloomberg|Xinhua"
    r"|Anadolu|Associated Press|PA(?: Wire)?)"
)
_READ = (
    r"(?:read (?:more|next|also|the full (?:story|article))|(?:continue|keep) reading|(?:see"
    r"|learn) more|see also|also read|(?:show|load) more|view (?:all|more))"
)
_SITES = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|reddit|flipboard|pinterest|telegram|instagram"
    r"|youtube|tiktok|threads|bluesky|rss|google)"
)
_BUTTON = (
    r"(?:share|tweet|print|e-?mail|comments?|like|save|copy link|pin|post|submit"
    rf"|(?:(?:share )?(?:on|via) )?{_SITES})"
)
_PICTURE = (
    r"(?:(?:file )?photo(?:graph)?|image|picture|video|graphic|illustration|screenshot"
    r"|(?:photo )?credit)s?"
)
_PAST = (
    r"was|were|had|did|said|told|went|came|took|made|began|gave|won|lost|met|left|held|became|saw|found"
    r"|\w{2,20}ed"
)
_ARTICLE = r"(?:article|story|report|piece|post|essay|column|item|blog|live ?blog|editorial|obituary)"
THIS_ARTICLE = (
    r"(?:(?:because of|due to|owing to) an? .{2,40}\berror, )?"
    r"(?:the (?:headline|caption|picture caption|photo caption|graphic) (?:on|in|to|of|for|with) )?"
    r"(?:an? (?:(?:earlier|previous|prior|original|longer|shorter|different) )?"
    rf"version of this {_ARTICLE}\b"
    rf"|this {_ARTICLE} (?:misstated|incorrectly"
    r"|(?:(?:was|has been|is) )?(?:originally |first |since )?(?:published|republished|appeared|updated"
    r"|corrected|amended|adapted|translated|produced|supported))\b"
    r"|this (?:article|story|post|column|essay|blog|live ?blog) "
    r"(?:(?:has (?:since )?been|was) (?:since )?(?:revised|clarified|edited|modified|changed)"
    r" (?:to|with|since|after|for|in|on)\b"
    r"|(?:will be|is being) (?:updated|corrected)\b"
    r"|(?:also )?(?:appears|ran|will appear) (?:in print|on page|under the headline|with the headline"
    r"|in (?:the|our) .{0,50}\b(?:edition|issue|section))\b)"
    r"|appeared in the .{0,40}\bprint edition\b)"
)

PAST = re.compile(rf"\b(?:{_PAST})\b", re.IGNORECASE)
"""What tells a sentence of the article, which says what happened, from a caption, which says what is seen."""

LINE = (
    rule(
        "trail of sections",
        "breadcrumb",
        0.8,
        "> » › / | →",
        rf"(?-i:{_CRUMB}(?: ?[>»›/|→] ?{_CRUMB}){{2,6}})",
    ),
    rule(
        "day and hour",
        "metadata",
        0.95,
        _YEAR,
        rf"{_STAMP}?{_DATE}{_TIME}?(?:[ ,|•·(-]{{1,3}}{_STAMP}{_DATE}?{_TIME}?\)?)?",
    ),
    rule(
        "stamp without a year",
        "metadata",
        0.9,
        _DIGITS,
        rf"{_STAMP}(?:{_MONTH} \d{{1,2}}|\d{{1,2}}(?::\d{{2}}| (?:min|hour|day))).{{0,60}}",
    ),
    rule(
        "reading time or age",
        "metadata",
        0.9,
        _DIGITS,
        r"read(?:ing)? time ?:? ?\d.{0,20}"
        r"|.{0,20}\d{1,3} ?(?:min(?:ute)?s? read|(?:min(?:ute)?|hour|day|week|h|m|d)s? ago).{0,20}(?<![.!?])",
    ),
    rule(
        "counter or tags",
        "metadata",
        0.8,
        f"{_DIGITS} view tag tags topi file cate keyw post",
        r"(?:views?|\d[\d,.]*k? (?:views?|comments?|likes?|replies))(?: ?:? ?\d[\d,]*)?|(?:tags?"
        r"|topics?|filed under|categor(?:y|ies)|keywords?|posted in) ?(?::.{0,120}(?<![.!?]))?",
    ),
    rule(
        "day beside a name",
        "metadata",
        0.8,
        _YEAR,
        rf"(?:posted|published|written) by .{{2,40}} on {_DATE}.{{0,120}}(?<![.!?])"
        rf"|.{{2,60}} ?[·|•/–—] ?{_DATE}{_TIME}?(?: ?[·|•/].{{2,40}})?"
        rf"|{_DATE}{_TIME}? ?[·|•/] ?.{{2,60}}(?<![.!?])"
        rf"|{_DATE}{_TIME}? by {_NAMED}",
    ),
    rule(
        "share buttons",
        "share",
        0.95,
        f"shar foll twee prin e emai comm like save copy pin post subm {_SITE_CUES}",
        rf"{_BUTTON}(?:[ ,/|•]{{1,3}}(?:and )?{_BUTTON}){{0,12}}|(?:share|follow) (?:this|on|us|via"
        rf"|your|the|with)\b.{{0,60}}(?<![.!?])|sharing is caring!?|\d* ?shares?",
    ),
    rule("like us on", "share", 0.9, "like foll find", r"(?:like|follow|find) us on .{2,60}(?<![.!?])"),
    rule(
        "reaction with its count",
        "share",
        0.8,
        f"{_DIGITS} e emai",
        r"[a-z]{2,16}!? \(\d{1,6}\)|e-?mail this\b.{0,40}(?<![.!?])",
    ),
    rule(
        "buttons and labels",
        "navigation",
        0.95,
        "_ × ↑ « ‹ ← acce acco ad ads adve arti back book brow buy canc chec clos cont get go "
        "home jump list load log logi mayb menu navi newe next no not olde play plea prev prom "
        "regi reje remi sear shop sign skip spon stor subm tabl text this togg top try x your",
        r"skip (?:to|ad)\b.{0,40}|back to .{0,20}|(?:(?:open|close) )?(?:menu|search|navigation)"
        r"|search for:?|home|top|close|advertise?ments?|advertising|sponsored(?: content)?"
        r"|ads? by.{0,20}|promoted content|sign (?:in|up)|log ?(?:in|out)|register|(?:my )?account"
        r"|×|x|↑|next|prev(?:ious)?|(?:next|previous) post|_{3,}"
        r"|[«‹←] ?(?:older|previous|back)\b.{0,120}|(?:newer|next)\b.{0,120}[»›→]|(?:table of )?contents"
        r"|jump to.{0,40}"
        r"|go|submit|cancel|(?:accept|reject)(?: all)?|loading.{0,5}|(?:book|buy|shop) now"
        r"|get started|try (?:it )?free|get a demo|check price.{0,30}|(?:remind me|maybe) later\.?"
        r"|not now\.?|no,? thanks?(?: you)?\.?|(?:toggle|main|mobile) (?:navigation|menu)"
        r"|(?:accept|reject|manage) (?:all )?(?:cookies|preferences)"
        r"|(?:story|article|text) continues\b.{0,40}|listen to (?:this|the) (?:article|story).{0,20}"
        r"|(?:your browser|please enable|this video can)\b.{0,20}"
        r"\b(?:support|javascript|cookies|played)\b.{0,60}",
    ),
    rule(
        "footer links",
        "navigation",
        0.95,
        "abou acce adve arch care cont cook dona even faq faqs feed help jobs join lice mast medi "
        "news podc pres priv repr see site subs supp term vide view do your",
        r"(?:contact|about)(?: (?:us|me))?|privacy(?: (?:policy|notice|statement))?|terms(?: (?:of"
        r"|and|&) (?:use|service|conditions))?|cookies?(?: (?:polic(?:y|ies)|settings))?|site ?map"
        r"|careers|jobs|advertise(?: with us)?|faqs?|help(?: cent(?:er|re))?|support|feedback"
        r"|accessibility.{0,12}|your privacy choices|do not sell.{0,40}|media kit|press|newsroom"
        r"|reprints(?: (?:and|&) permissions)?"
        r"|masthead|podcasts?|videos?|archives?|events|subscribe|donate"
        r"|licen[cs]e this (?:content|article)|(?:view|see) all(?: \(?\d{1,5}\)?)?|join the conversation",
    ),
    rule(
        "comment form",
        "navigation",
        0.9,
        "comm e emai have hide join leav like mess name phon post read requ save show view webs your",
        r"leave a (?:reply|comment).{0,20}|your email address will not.{0,80}|like this: .{0,20}loading.{0,3}"
        r"|(?:(?:first|last) )?name ?\*?|(?:e-?mail(?: address)?|website|comment|message|phone) ?\*?"
        r"|save my name.{0,90}|required fields.{0,20}|have your say\b.{0,80}"
        r"|(?:post|view|read|join|show|hide) (?:a |the |all )?(?:\d{1,5} )?(?:comments?|conversation"
        r"|discussion)",
    ),
    rule(
        "read more",
        "related",
        0.95,
        f"{_READ_CUES}",
        rf"{_READ}(?: ?[:»>→…|-].{{0,200}}| about .{{0,80}}|[.…]{{0,3}})",
    ),
    rule(
        "related in brackets",
        "related",
        0.95,
        "also more read rela see watc",
        r"[\[(](?:related|also|more|read(?: more)?|see also|watch) ?: .{3,200}[\])]",
    ),
    rule(
        "our live coverage",
        "related",
        0.85,
        "foll read see watc",
        r"(?:read|follow|watch|see) (?:our|the) (?:live|full|latest) .{3,100}(?<![.!?])",
    ),
    rule("initials of editors", "credit", 0.8, "/", r"(?-i:[A-Z]{2,6}/[a-z]{2,4})"),
    rule(
        "headline marked as sponsored",
        "related",
        0.9,
        "adve paid prom spon",
        r".{5,160}[\[(](?:sponsored|advertisement|paid post|promoted)[\])]",
    ),
    rule(
        "more great stories",
        "related",
        0.9,
        "more",
        r"more (?:great|from|top|of our) .{2,40} (?:stories|news|articles|coverage)",
    ),
    rule(
        "recommended headline",
        "related",
        0.9,
        "also clic don list more must read reco rela see up view watc",
        r"(?:recommended|more|see also|also read|watch|read|up next|don['’]t miss|must read"
        r"|related(?: (?:stor(?:y|ies)|articles?|posts?|news|content|coverage))?) ?: .{3,200}"
        r"(?<![.!?\"”])|(?:watch|click here|view gallery|listen) ?(?:\||to read|for more|to view).{0,150}",
    ),
    rule(
        "subscription form",
        "newsletter",
        0.9,
        "by ente get let log logi regi sign subs you your",
        r"(?:please )?enter (?:a|your) (?:valid )?e-?mail.{0,40}|by (?:entering|submitting|providing"
        r"|signing up|subscribing|clicking|registering)\b.{0,200}\b(?:terms|privacy|agree|consent"
        r"|polic(?:y|ies))\b.{0,120}|let our news meet your inbox\.?|enter your e-?mail\b.{0,80}"
        r"|(?:subscribe|register|log ?in|sign (?:in|up)) (?:now |today |here )?(?:to|for) .{3,80}(?<![.!?])"
        r"|get (?:unlimited|full|instant) access\b.{0,80}"
        r"|you(?:['’]ve| have) reached your\b.{0,30}\blimit\b.{0,60}"
        r"|your (?:support|contribution|donation)s? (?:is|are) (?:\w{1,12} )?appreciated.?",
    ),
    rule(
        "sign up",
        "newsletter",
        0.95,
        "ente get news sign subs your",
        r"(?:sign up|subscribe)(?: (?:now|today|here|free))?[.!]?"
        r"|(?:enter )?your e-?mail(?: address)?|get our .{0,40}newsletter.{0,40}"
        r"|newsletters?.{0,15}",
    ),
    rule(
        "follow on a network",
        "newsletter",
        0.9,
        "clic conn down find foll get join like",
        rf"(?:follow|like|find|join|connect with) (?:us|me|him|her|them|@\w{{1,20}}"
        rf"|[\w. ]{{2,30}}) on {_SITES}\b.{{0,80}}|click here to .{{0,80}}|(?:get"
        rf"|download) the .{{0,30}}\bapp\b.{{0,30}}",
    ),
    rule(
        "rights reserved",
        "copyright",
        0.95,
        "© c copy dist powe prov publ rese synd",
        r"(?:©(?![^\W\d])|\(c\) ?(?:19|20)\d\d|copyright (?:[©@]|\(c\)|(?:19|20)\d\d)).{0,250}"
        r"|(?:.{0,120}[.,;:|©–-] ?)?all rights reserved.{0,120}|(?:distributed|syndicated|powered|provided"
        r"|published) by (?-i:[A-Z])[^!?]{2,80}",
    ),
    rule(
        "by-line or contributors",
        "credit",
        0.95,
        "by cont edit fact file illu imag inpu phot repo revi scre vide writ",
        r"(?:with )?(?:additional )?(?:reporting|files|inputs?|contributions?) (?:by"
        rf"|from) .{{2,200}}|(?:edited|written|reported|reviewed|fact[ -]checked|photograph(?:ed"
        rf"|s)?|photos?|images?|video|screenshot|illustration) by ?:? ?.{{0,100}}"
        rf"|(?-i:[A-Z](?:(?!(?<=[a-z]{{2}})[.!?]).){{3,300}})"
        rf"\bcontributed (?:to this (?:report|story|article|piece)|reporting)\b.{{0,40}}"
        rf"|(?-i:by |By |BY )(?:the )?(?-i:{_NAME}(?:(?:, | (?:and|&|-) "
        rf"| ?\| ?){_NAME}){{0,4}})[ ,|•-]{{0,3}}(?:{_STAMP}?{_DATE}{_TIME}?)?",
    ),
    rule(
        "photographer, agency or post",
        "credit",
        0.9,
        f"{_YEAR} {_PICTURE_CUES} {_AGENCY_CUES} / by colu corr edit file prod repo sour writ",
        rf"by (?:a |our )?staff (?:reporters?|writers?)|{_PICTURE} ?(?:by)? ?[:/|].{{2,120}}(?<![.!?])"
        rf"|(?:file )?photo|{_AGENCY}"
        rf"|{_NAMED}, (?:[a-z]{{2,20}} ){{0,3}}(?:correspondent|reporter|editor|writer|columnist|producer)"
        rf"|sources? ?: ?(?-i:[A-Z])[^.!?]{{2,80}}|{_NAMED}(?: ?[/|,] ?{_AGENCY}(?: Images)?"
        rf"| ?/ ?(?-i:[A-Z])\w{{1,20}})|{_NAMED}[ ,|•-]{{1,3}}{_DATE}{_TIME}?",
    ),
    rule(
        "by-line with its day",
        "credit",
        0.9,
        "by",
        rf"(?-i:by |By |BY ){_NAMED}(?: ?(?:,|and|&) {_NAMED}){{0,4}},? on {_DATE}{_TIME}?",
    ),
    rule(
        "who the author is",
        "credit",
        0.8,
        "@ colu corr edit jour prod repo writ",
        rf"{_NAMED} is an? .{{0,60}}\b(?:reporter|editor|correspondent|writer|columnist|journalist"
        rf"|producer)\b.{{0,60}}\b(?:for|at|with|of)\b.{{0,250}}"
        rf"|{_NAMED} (?:is|covers|writes|reports) .{{5,250}}@.{{2,60}}",
    ),
    rule(
        "what is seen, with its day",
        "caption",
        0.85,
        _YEAR,
        rf"(?-i:[A-Z])(?!.{{0,400}}\b(?!left,)(?:{_PAST}|will|would)\b).{{20,300}}"
        r"(?:, (?:left|right|cent(?:er|re)),|\b(?:speaks?|(?:is|are) seen|walks?|poses?"
        r"|looks?|gestures?|arrives?|stands?|holds?|attends?|waves?)\b)"
        rf".{{0,200}}, {_DATE}(?:,? (?:in|at|outside|near) .{{2,60}})?\.?",
    ),
    rule(
        "no past tense, with a weekday",
        "caption",
        0.85,
        _YEAR,
        rf"(?-i:[A-Z])(?!.{{0,400}}\b(?:{_PAST})\b).{{20,300}}\b(?:mon|tues|wednes|thurs|fri|satur|sun)day, "
        rf"{_MONTH} \d{{1,2}}, \d{{4}}\b.{{0,120}}",
    ),
    rule(
        "file photo",
        "caption",
        0.9,
        "capt file fram imag medi phot pict this vide",
        r"file ?(?:photo ?)?[-–—:] .{10,400}|(?:image|photo|picture|media|video) (?:caption|source)\b.{0,300}"
        r"|(?-i:PHOTO|IMAGE|PICTURE|VIDEO|CAPTION) .{10,300}"
        r"|(?:in )?this .{0,40}\b(?:photo|picture|image|frame)s?\b"
        r".{0,40}\b(?:shows?|taken|provided|released|made available)\b.{5,300}",
    ),
    rule(
        "note on the article",
        "editor",
        0.9,
        "appe clar corr disc edit medi note our pres regi this",
        r"(?:editor(?:['’]s|s['’]) note\b|editors? note ?:|(?:correction|clarification|disclaimer) ?:"
        r"|notes? (?:to|for) editors|(?:press|media) (?:office|contacts?|enquiries|inquiries) ?:"
        rf"|our standards ?:|registered in (?-i:[A-Z]).{{3,60}}\bnumber\b|{THIS_ARTICLE}).{{0,400}}",
    ),
)
"""A line that matches from end to end is boilerplate."""

FRONT = (
    rule(
        "day before the text",
        "metadata",
        0.95,
        _YEAR,
        rf"{_STAMP}{_DATE}{_TIME}?(?=\s|$)|{_ISO}{_TIME}?(?=\s|$)",
    ),
    rule(
        "day and bar before the text",
        "metadata",
        0.9,
        _DIGITS,
        rf"{_DATE}{_TIME}? ?[|•·](?=\s)|[|•·]? ?reading time:? \d+ min(?:ute)?s?(?=\s|$)",
    ),
    rule(
        "home and section before the text",
        "breadcrumb",
        0.95,
        "home",
        r"(?:(?:current|you are here)(?: ?: ?| ))?home ?(?:[>»›/"
        r"|→]+ ?[a-z&]{2,20}(?: [a-z&]{2,20}){0,2} ?(?=[>»›/|→])){0,4}[>»›/"
        r"|→]+ ?(?-i:[A-Z][a-z]{2,20})(?=(?-i: ?[A-Z])|$)",
    ),
    rule(
        "trail from home before the text",
        "breadcrumb",
        0.9,
        "home",
        r"home(?: ?[>»›|→] ?[a-z&]{2,20}(?: [a-z&]{2,20}){0,2}(?= ?[>»›|→])){1,5} ?[>»›|→]"
        r"(?=(?: [^\s>»›|→]+){4})",
    ),
    rule(
        "caption before the text",
        "caption",
        0.85,
        f"{_PICTURE_CUES} file",
        rf"{_PICTURE} ?: [^()\n]{{5,250}}\([^()\n]{{3,60}}\)(?= (?-i:[A-Z“\"]))",
    ),
    rule("read more before the text", "related", 0.9, "read", r"read more(?= +(?-i:[A-Z]))"),
    rule(
        "label before the text",
        "navigation",
        0.9,
        "adve list skip",
        r"(?:advertise?ments?|skip to (?:main )?content|listen to this article)(?= *(?-i:[A-Z]))",
    ),
)
"""Boilerplate before the text of a line. Several can follow one another."""

SITE_NAME = re.compile(r" ?[-–—|] ?[A-Z]\w{1,30}(?: [A-Z]\w{0,30}){0,4}$")
"""The site's name at the end of a page title."""

GALLERY = re.compile(
    r"(?:open|view|enlarge|show) (?:this )?(?:image|photo|picture) (?:in (?:gallery"
    r"|full ?screen|a new tab)|gallery)",
    re.IGNORECASE,
)
"""The button in front of a caption."""

END = (
    rule(
        "reporting credit at the end",
        "credit",
        0.95,
        "edit inpu repo writ",
        r"\((?:(?:additional )?reporting|writing|editing|with inputs) (?:by|from) [^()]{3,250}\)",
    ),
    rule(
        "read more at the end",
        "related",
        0.9,
        f"{_READ_CUES}",
        rf"(?<=[.!?\"”’)]) *\(?{_READ} ?[:»>→…]{{0,3}}\)?",
    ),
    rule(
        "share this at the end",
        "share",
        0.9,
        "shar",
        r"(?<=[.!?\"”’)]) *share this(?: (?:article|story|post))?",
    ),
    rule(
        "label at the end", "navigation", 0.9, "adve back", r"(?<=[.!?\"”’)]) *(?:advertise?ment|back to top)"
    ),
)
"""Boilerplate after the text of a line."""

PICTURE_CUES = cue_set(f"{_PICTURE_CUES} {_AGENCY_CUES} file via")
"""A line with a picture's credit or a gallery's button has one of these."""

PICTURE_CREDIT = re.compile(
    rf"(?:\( ?\(?(?:[^()]{{0,80}}[ /,|-])?{_AGENCY}(?:[ /,][^()]{{0,40}})? ?\)? ?\)"
    rf"|\({_PICTURE} ?(?:by|:|credit|courtesy)[^()]{{2,100}}\)|{_PICTURE}(?: by |: ?"
    rf"| courtesy )(?-i:[A-Z@©])[^.!?]{{2,100}}|(?-i:{_NAME}) ?/ ?{_AGENCY}(?: via {_AGENCY})?"
    r"|\b(?:via |/ ?)(?:getty images|reuters|afp|ap)|[\[(][^()\[\]]{2,60} via [^()\[\]]{2,60}[\])]"
    r"|(?<=[.]) (?-i:AP|AFP|Reuters|Getty Images)) ?\.?$",
    re.IGNORECASE,
)
"""Who took a picture, at the end of a line; what stands before it is the caption."""
