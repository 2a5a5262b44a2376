"""What boilerplate looks like: kind -> pattern, for a whole line, the front or end of one, and a sentence.

Each pattern is English usage of news sites. Patterns are anchored or plain alternations of words with bounded
repeats, so that no text can make them slow.
"""

from __future__ import annotations

import re
from typing import NamedTuple

KINDS = (
    "appeal",  # asks the reader for money or support
    "breadcrumb",  # where the page lies in its site
    "navigation",  # menus, buttons, advertisement labels, cookie notices
    "metadata",  # dates, reading times and counters that stand apart from the text
    "caption",  # what a picture shows
    "credit",  # by-lines, agencies, photographers, contributors
    "related",  # other articles' headlines, and links to them
    "share",  # share buttons and counters
    "newsletter",  # invitations to subscribe, follow, or install an app
    "editor",  # a note about the article or from the newsroom
    "copyright",  # rights and distribution
)
"""The kinds of boilerplate that `boilerplate.find` tells apart."""


class Rule(NamedTuple):
    """What a pattern shows, and how sure it is of it."""

    kind: str
    score: float
    pattern: re.Pattern[str]


def _rule(kind: str, score: float, pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> Rule:
    return Rule(kind, score, re.compile(pattern, flags | re.VERBOSE))


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?[ ])?"
_ISO = r"\d{4}-\d{2}-\d{2}"
_DATE = rf"(?:{_ISO}|{_DAY}{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}|{_DAY}\d{{1,2}}[ ]{_MONTH},?[ ]\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
_TIME = r"(?:[ ,|•·T-]{1,3}(?:at[ ])?\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ ]?[ap]\.?m\.?)?(?:[ ]?\(?[a-z]{2,4}\)?)?)"
_STAMP = rf"(?:(?:date|published|posted|updated|modified|first[ ]published|last[ ](?:updated|modified))(?:[ ](?:on|at))?[ ]?:?[ ]?)"
_NAME = r"[A-Z][\w.'’-]{0,20}(?:[ ][A-Z][\w.'’-]{0,20}){0,3}"
_AGENCY = r"(?:AP|AFP|EPA|Reuters|Getty(?:[ ]Images?)?|Shutterstock|iStock|Alamy|Bloomberg|Xinhua|Anadolu|Associated[ ]Press|PA(?:[ ]Wire)?)"
_READ = r"(?:read[ ](?:more|next|also|the[ ]full[ ](?:story|article))|continue[ ]reading|see[ ](?:also|more)|also[ ]read|learn[ ]more|show[ ]more|load[ ]more|view[ ](?:all|more))"
_LINKS = r"""(?:(?:top|latest|trending|more|our|popular|recent|related|recommended|you[ ]may[ ]also|most)[ ]?)"""

LINE = (
    _rule("metadata", 0.95, rf"{_STAMP}?{_DATE}{_TIME}?(?:[ ,|•·(-]{{1,3}}(?:{_STAMP}{_DATE}?)?{_TIME}?\)?)?"),
    _rule("metadata", 0.9, rf"{_STAMP}(?:{_MONTH}[ ]\d{{1,2}}|\d{{1,2}}:\d{{2}}|\d{{1,2}}[ ](?:min|hour|day)).{{0,60}}"),
    _rule("metadata", 0.9, r".{0,20}\d{1,3}[ ]?(?:min(?:ute)?s?[ ]read|(?:min(?:ute)?|hour|day|week|h|m|d)s?[ ]ago).{0,20}"),
    _rule("metadata", 0.8, r"(?:views?|\d[\d,.]*k?[ ](?:views?|comments?|likes?|shares?|replies))(?:[ ]?:?[ ]?\d[\d,]*)?"),
    _rule("metadata", 0.8, r"(?:tags?|topics?|filed[ ]under|categor(?:y|ies)|keywords?|posted[ ]in)[ ]?:?(?:[ ].{0,120})?(?<![.!?])"),
    _rule("share", 0.8, r"[a-z]{2,16}!?[ ]\(\d{1,6}\)"),
    _rule("share", 0.95, r"(?:share|tweet|print|email|comments?|like|save|copy[ ]link|pin|post|submit|(?:on[ ])?(?:facebook|twitter|x|linkedin|whatsapp|reddit|flipboard|pinterest|telegram|instagram|youtube|tiktok|threads|bluesky|rss))(?:[ ,/|•]{1,3}(?:and[ ])?(?:share|tweet|print|email|comments?|pin|save|submit|(?:on[ ]|via[ ])?(?:facebook|twitter|x|linkedin|whatsapp|reddit|flipboard|pinterest|telegram|instagram|youtube|tiktok|email)))*"),
    _rule("share", 0.95, r"(?:share|follow)[ ](?:this|on|us|via|your|the|with)\b.{0,60}(?<![.!?])|sharing[ ]is[ ]caring!?|\d*[ ]?shares?"),
    _rule("navigation", 0.95, r"(?:skip[ ](?:to|ad)\b.{0,40}|back[ ]to[ ].{0,20}|(?:open|close)?[ ]?(?:menu|search|navigation)|search[ ]?(?:for)?:?|home|advertisements?|advertising|sponsored(?:[ ]content)?|ads?[ ]by.{0,20}|promoted[ ]content|close|sign[ ](?:in|up)|log[ ]?(?:in|out)|register|account|my[ ]account|next|previous|prev|×|x|next[ ]post|previous[ ]post|table[ ]of[ ]contents|contents|jump[ ]to.{0,40}|view|go|submit|cancel|accept(?:[ ]all)?|reject(?:[ ]all)?|loading.{0,5}|book[ ]now|buy[ ]now|shop[ ]now|get[ ]started|try[ ](?:it[ ])?free|get[ ]a[ ]demo|check[ ]price.{0,30}|↑|top)"),
    _rule("navigation", 0.95, r"(?:contact(?:[ ]us)?|about(?:[ ](?:us|me))?|privacy(?:[ ](?:policy|notice|statement))?|terms(?:[ ](?:of|and|&)[ ](?:use|service|conditions))?|cookies?(?:[ ]polic(?:y|ies)|[ ]settings)?|site[ ]?map|careers|jobs|advertise(?:[ ]with[ ]us)?|faqs?|help(?:[ ]cent(?:er|re))?|support|feedback|accessibility.{0,12}|your[ ]privacy[ ]choices|do[ ]not[ ]sell.{0,40}|media[ ]kit|press|newsroom|masthead|podcasts?|newsletters?|videos?|archives?|events|subscribe|donate)"),
    _rule("navigation", 0.9, r"(?:remind[ ]me[ ]later|not[ ]now|maybe[ ]later|no,?[ ]thanks?(?:[ ]you)?)[.!]?"),
    _rule("navigation", 0.9, r"(?:leave[ ]a[ ](?:reply|comment).{0,20}|(?:name|e-?mail|website|comment|message|first[ ]name|last[ ]name|phone|email[ ]address)[ ]?\*?|your[ ]email[ ]address[ ]will[ ]not.{0,80}|save[ ]my[ ]name.{0,90}|required[ ]fields.{0,20}|(?:post|view|read|join)[ ](?:a[ ]|the[ ]|all[ ])?(?:comments?|conversation|discussion))"),
    _rule("related", 0.95, rf"{_READ}(?:[ ]?[:»>→…|-].{{0,200}}|[ ]about[ ].{{0,80}}|[.…]{{0,3}})"),
    _rule("related", 0.9, r"(?:related|recommended|more|see[ ]also|also[ ]read|watch|read|up[ ]next|related[ ](?:stor(?:y|ies)|articles?|posts?|news|content|coverage))[ ]?:[ ].{3,200}(?<![.!?\"”])"),
    _rule("related", 0.9, r"(?:watch|click[ ]here|view[ ]gallery|in[ ]pictures|listen)[ ]?(?::|\||to[ ]read|for[ ]more|to[ ]view).{0,150}"),
    _rule("newsletter", 0.95, r"(?:sign[ ]up|subscribe)(?:[ ](?:now|today|here|free))?[.!]?|(?:enter[ ])?your[ ]e-?mail(?:[ ]address)?|get[ ]our[ ].{0,40}newsletter.{0,40}|newsletter.{0,15}"),
    _rule("newsletter", 0.9, r"(?:follow|like|find|join|connect[ ]with)[ ](?:us|me|him|her|them|@\w+|[\w. ]{2,30})[ ]on[ ](?:facebook|twitter|x|instagram|youtube|linkedin|telegram|whatsapp|threads|google).{0,80}"),
    _rule("newsletter", 0.9, r"click[ ]here[ ]to[ ].{0,80}|(?:get|download)[ ]the[ ].{0,30}\bapp\b.{0,30}"),
    _rule("copyright", 0.98, r"(?:©|\(c\)[ ]?(?:19|20)\d\d|copyright\b).{0,250}|.{0,120}all[ ]rights[ ]reserved.{0,120}"),
    _rule("copyright", 0.9, r"(?:distributed|syndicated|powered|provided|published)[ ]by[ ][^.]{2,80}\.?"),
    _rule("credit", 0.9, r"sources?[ ]?:[ ]?[^.!?]{2,80}"),
    _rule("credit", 0.95, r"(?:with[ ])?(?:additional[ ])?(?:reporting|files|inputs?|contributions?)[ ](?:by|from)[ ].{2,200}|(?:edited|written|reported|reviewed|fact[ -]checked|photograph(?:ed|s)?|photos?|images?|video|screenshot|illustration)[ ]by[ ]?:?[ ]?.{0,100}"),
    _rule("credit", 0.95, r".{3,300}\bcontributed[ ](?:to[ ]this[ ](?:report|story|article|piece)|reporting)\b.{0,40}"),
    _rule("credit", 0.9, rf"(?-i:(?:By|BY|by)[ ](?:the[ ])?{_NAME}(?:(?:,[ ]|[ ]and[ ]|[ ]&[ ]|[ ]?\|[ ]?|[ ]-[ ]){_NAME}){{0,4}})[ ,|•-]{{0,3}}(?:{_STAMP}?{_DATE}{_TIME}?)?"),
    _rule("credit", 0.9, rf"(?:(?:photo|photograph|image|picture|credit|photo[ ]credit|video|source|graphic|illustration)s?[ ]?(?:by)?[ ]?[:/|].{{2,120}})(?<![.!?])|(?:file[ ])?photo|(?-i:{_NAME}[ ]?[/|][ ]?{_AGENCY}(?:[ ]Images)?)"),
    _rule("editor", 0.9, r"(?:editor['’]?s?[ ](?:note|picks?)|(?:this|an[ ]earlier[ ]version[ ]of[ ]this)[ ](?:article|story|report|piece)[ ](?:was|has[ ]been|is|originally|first)[ ]|(?:correction|clarification|disclaimer)[ ]?:).{0,400}"),
)  # fmt: skip
"""A line that matches from end to end is boilerplate."""

LINKS_HEADING = re.compile(
    r"""(?:related|more|ranking|recommend(?:ed|ations?|ation)?|trending|popular|latest|sponsored|around[ ]the[ ]web
        |(?:related|recommended|popular|recent|latest|top|more|trending|featured|other|our[ ]latest|similar|suggested)[ ]
          (?:articles?|stor(?:y|ies)|posts?|news|reads?|reading|content|coverage|links?|topics|headlines|videos?|searches|products)
        |most[ ](?:read|popular|viewed|shared|commented|recent)(?:[ ].{0,30})?|(?:read|up|what['’]s|watch)[ ]next|don['’]t[ ]miss
        |you[ ](?:may|might)[ ]also[ ](?:like|enjoy|be[ ]interested[ ]in)|(?:more|latest|also)[ ](?:from|in|on)[ ].{2,40}
        |editors?['’]?s?[ ]picks?|see[ ]also|read[ ]also|also[ ]read|in[ ]other[ ]news|breaking[ ]news|elsewhere)
       [ ]?[:»>…]?""",
    re.IGNORECASE | re.VERBOSE,
)
"""A heading with other articles' headlines under it."""

MESSAGE_OPENS = re.compile(
    r"""an?[ ](?:special[ ]|personal[ ]|quick[ ])?(?:message|note|letter|word|appeal)[ ](?:from|to)[ ]
        (?!the[ ](?:president|king|queen|pope)).{3,60}:
       |dear[ ](?:readers?|friends?|supporters?|subscribers?)\b.{0,20}""",
    re.IGNORECASE | re.VERBOSE,
)
"""A line that opens a message from the publisher."""

MESSAGE_CLOSES = re.compile(
    r"""(?:remind[ ]me[ ]later|not[ ]now|maybe[ ]later|no,?[ ]thanks?|donate(?:[ ](?:now|today))?|support[ ](?:us|now)
        |contribute(?:[ ]now)?|subscribe(?:[ ]now)?|continue|close)[.!]?""",
    re.IGNORECASE | re.VERBOSE,
)
"""A button that closes such a message."""

FRONT = (
    _rule("metadata", 0.95, rf"{_STAMP}{_DATE}{_TIME}?(?=\s|$)"),
    _rule("metadata", 0.95, rf"{_ISO}{_TIME}?(?=\s|$)"),
    _rule("metadata", 0.9, rf"{_DATE}{_TIME}?[ ]?[|•·](?=\s)"),
    _rule("breadcrumb", 0.95, r"(?:(?:current|you[ ]are[ ]here)[ ]?:?[ ]?)?home[ ]?(?:[>»›/|→]+[ ]?[a-z&]{2,20}(?:[ ](?:and|&|of)?[ ]?[a-z]{2,20})?[ ]?(?=[>»›/|→])){0,4}[>»›/|→]+[ ]?(?-i:[A-Z][a-z]{2,20})(?=(?-i:[A-Z])|$|[ ](?-i:[A-Z]))"),
    _rule("related", 0.9, r"read[ ]more(?=[ ]+(?-i:[A-Z]))"),
    _rule("navigation", 0.9, r"(?:advertisements?|skip[ ]to[ ](?:main[ ])?content|listen[ ]to[ ]this[ ]article)(?=[ ]*(?-i:[A-Z]))"),
)  # fmt: skip
"""Boilerplate before the text of a line. Several can follow one another."""

SITE_NAME = re.compile(r"[ ]?[-–—|][ ]?[A-Z]\w{1,30}(?:[ ][A-Z]\w{0,30}){0,4}$")
"""The site's name at the end of a page title."""

GALLERY = re.compile(
    r"(?:open|view|enlarge|show)[ ](?:this[ ])?(?:image|photo|picture)[ ](?:in[ ](?:gallery|fullscreen|full[ ]screen|a[ ]new[ ]tab)|gallery)",
    re.IGNORECASE,
)
"""The button in front of a caption."""

END = (
    _rule("credit", 0.95, rf"\((?:(?:additional[ ])?reporting|writing|editing|with[ ](?:inputs|files))[ ](?:by|from)[ ][^()]{{3,250}}\)"),
    _rule("related", 0.9, rf"(?<=[.!?\"”’)])[ ]*\(?{_READ}[ ]?[:»>→…]{{0,3}}\)?"),
    _rule("share", 0.9, r"(?<=[.!?\"”’)])[ ]*share[ ]this(?:[ ](?:article|story|post))?"),
    _rule("navigation", 0.9, r"(?<=[.!?\"”’)])[ ]*(?:advertisement|back[ ]to[ ]top)"),
)  # fmt: skip
"""Boilerplate after the text of a line."""

PICTURE_CREDIT = re.compile(
    rf"""(?:\([ ]?\(?(?:[^()]{{0,80}}[ /,|-])?{_AGENCY}(?:[ /,][^()]{{0,40}})?[ ]?\)?[ ]?\)
        |\((?:photo|photograph|image|picture|credit|file[ ]photo)[ ]?(?:by|:|credit|courtesy)[^()]{{2,100}}\)
        |(?:photo|photograph|image|picture|credit|photo[ ]credit)s?[ ]?(?:by[ ]|:[ ]?|courtesy[ ])(?-i:[A-Z@©])[^.!?]{{2,100}}
        |(?-i:{_NAME})[ ]?/[ ]?{_AGENCY}(?:[ ]via[ ]{_AGENCY})?|\b(?:via|/)[ ]?(?:getty[ ]images|reuters|afp|ap))[ ]?\.?$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Who took a picture, at the end of a line; what stands before it is the caption."""

APPEAL = re.compile(
    r"""\byour[ ](?:\w+[ ])?(?:support|donations?|contributions?|generosity|gift|membership|subscription)\b
       |\b(?:support|fund|sustain|defend|protect)(?:ing|s)?[ ](?:our|independent|quality|free|public[ -]interest)[ ](?:\w+[ ])?(?:journalism|reporting|newsroom|work|mission|press|media)\b
       |\b(?:donate|contribute|chip[ ]in|give)\b.{0,40}\b(?:today|now|monthly|as[ ]little[ ]as|[$£€]\d)
       |\b(?:support|help)[ ]us\b(?!.{0,20}\b(?:troops|forces|military)\b)|\bwe[ ]need[ ]your[ ](?:help|support)\b
       |\bbecom(?:e|ing)[ ]an?[ ](?:\w+[ ])?(?:member|supporter|subscriber|patron|donor)\b
       |\b(?:paywalls?|ad[ -]?blocker|reader[ -](?:funded|supported))\b
       |\b(?:every|any)[ ](?:contribution|donation|amount|dollar|pound|gift)\b.{0,40}\b(?:counts?|helps?|matters|impact|difference)\b
       |\bquality[ ]journalism\b|\bmakes?[ ](?:all[ ]the|a[ ](?:world[ ]of|real|big|huge))[ ]difference\b
       |\bthank[ ]you[ ]for[ ](?:your[ ]support|standing[ ]with|supporting|reading)\b
       |\bif[ ]you[ ](?:value|enjoy|appreciate|like)[ ](?:our|this|what)\b|\bour[ ](?:readers|journalism|journalists|newsroom)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A sentence that asks for support."""

APPEAL_MILD = re.compile(r"\b(?:we|our|us|you|your)\b(?!\.)", re.IGNORECASE)
"""What an appeal's other sentences are about: the newsroom and the reader."""

JOURNALISM = re.compile(
    r"""\b(?:journalis\w{1,5}|report(?:ing|ers?)|newsroom|news|story|stories|read(?:ing|ers?)?|publish\w*|articles?
        |paywalls?|subscri\w+|member\w*|donat\w+|magazine|coverage|editor\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that an appeal for a newsroom uses and one for a cause need not."""

SENTENCE = (
    _rule("newsletter", 0.95, r"(?:\b(?:sign|signing)[ ]up[ ](?:for|to)|\bsubscribe[ ]to|\bjoin|\bget|\breceive|\bdelivered)\b.{0,80}\b(?:newsletters?|inbox|mailing[ ]list|e-?mails?|alerts|notifications)\b"),
    _rule("newsletter", 0.9, r"\bsubscribe[ ](?:to[ ](?:our|the|my)|now|today|here)\b|^(?:sign[ ]up|follow|subscribe|download|click)\b.{0,60}\b(?:here|now|today|twitter|facebook|instagram|youtube|app|free)\b"),
    _rule("newsletter", 0.9, r"\b(?:send|e-?mail|contact|reach)[ ](?:us|the[ ]author|me|him|her|them)?.{0,30}[\w.]{1,40}@[\w.]{2,40}|^(?:have|got)[ ]a[ ](?:tip|story|question|comment)\b"),
    _rule("copyright", 0.95, r"\ball[ ]rights[ ]reserved\b|©|\bcopyright[ ](?:©|@|\(c\)|(?:19|20)\d\d)|\bmay[ ]not[ ]be[ ](?:published|reproduced|redistributed|copied)|\bregistered[ ]trademarks?[ ]of\b"),
    _rule("navigation", 0.9, r"\b(?:uses?|set[ ]by|accept|manage|these|the)[ ](?:\w+[ ])?cookies?\b.{0,120}\b(?:experience|consent|website|site|traffic|preferences|use|advertis\w+|category)\b|\bprivacy[ ]policy\b|\bterms[ ]of[ ](?:service|use)\b"),
    _rule("navigation", 0.9, r"\baffiliate[ ](?:commission|links?)\b|\bearn[ ]an?[ ](?:\w+[ ])?commission\b|\badvertis(?:ing|er)[ ]disclosure\b"),
    _rule("editor", 0.9, r"^(?:this|an[ ]earlier[ ]version[ ]of[ ]this)[ ](?:article|story|report|piece|post|essay)[ ](?:was|has[ ]been|is|originally|first|appear|incorrectly|misstated)|\b(?:views|opinions)[ ](?:and[ ]opinions[ ])?expressed\b.{0,100}\b(?:do[ ]not|are[ ](?:those|not|the))\b"),
    _rule("credit", 0.95, r"\bcontributed[ ](?:to[ ]this[ ](?:report|story|article|piece)|reporting)\b|^(?:additional[ ])?reporting[ ]by[ ]"),
    _rule("related", 0.9, r"^(?:read[ ](?:more|also|our|the[ ]full)|click[ ]here|see[ ]also|learn[ ]more)\b(?=.{0,100}$)"),
)  # fmt: skip
"""A sentence that holds the pattern is boilerplate, but for what stands in quotation marks."""
