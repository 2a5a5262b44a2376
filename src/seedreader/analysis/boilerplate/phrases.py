"""What a sentence of boilerplate says: appeals, newsletters, rights, notices.

Add a rule for a sentence to `SENTENCE`. All of this file is input of the trained model: `rules` says what a
change of it asks for.
"""

from __future__ import annotations

import re

from seedreader.analysis.boilerplate.rules import THIS_ARTICLE, cue_set, rule

PERSONAL_CUES = cue_set("we our us you your nonp non inde read subs dona paid")
"""What such an appeal speaks of, with or without them: `PERSONAL`."""

APPEAL_CUES = cue_set(
    "your supp fund sust defe prot dona cont chip help beco payw ad adbl read ever any jour diff than valu "
    "enjo appr like give news repo cons mess note word keep subs favo coff"
)
"""A sentence that asks for support has one of these: `rules.Rule` says what they are."""

APPEAL = re.compile(
    r"\b(?:your (?:[\w-]{1,20} )?(?:support|donations?|contributions?|generosity|gift|membership)\b"
    r"|(?:support|fund|sustain|defend|protect)(?:ing|s)? (?:our|independent|quality|free"
    r"|public[ -]interest) (?:\w{1,20} )?(?:journalism|reporting|newsroom|work|mission|press"
    r"|media)\b|(?:donate|contribute|chip in)\b.{0,40}(?:\b(?:today|now|monthly"
    r"|as little as)\b|[$£€]\d)|(?:support|help) us\b|we need your (?:help|support)\b"
    r"|becom(?:e|ing) an? (?:\w{1,20} )?(?:member|supporter|subscriber|patron|donor)\b"
    r"|paywalls?\b|ad[ -]?blockers?\b|reader[ -](?:funded|supported)\b|(?:every"
    r"|any) (?:contribution|donation|amount|dollar|pound|gift)\b.{0,40}\b(?:counts?|helps?"
    r"|matters|impact|difference)\b|quality journalism\b|makes? (?:all the|a (?:world of"
    r"|real|big|huge)) difference\b|thank you for (?:your support|standing with|supporting"
    r"|reading)\b|if you (?:value|enjoy(?:ed)?|appreciate|like) (?:our|this|what)\b"
    r"|if you (?:can|are able)\b.{0,40}\b(?:give|donate|contribute|support)\b|our (?:journalism"
    r"|journalists|newsroom|reporting)\b|journalism (?:costs|(?:is not|isn['’]t) (?:free|cheap))"
    r"|consider (?:making|becoming|giving|supporting|donating|subscribing"
    r"|an? (?:gift|donation|subscription|membership))\b"
    r"|(?:message|note|word) from (?:our|the) (?:editors?|publisher|newsroom)\b|keep (?:this|our) site\b"
    r"|subscribe (?:now |today )?(?:for|from|and)\b|we have an? (?:small |quick )?favou?r to ask\b"
    r"|buy (?:me|us) a coffee\b)",
    re.IGNORECASE,
)
"""A sentence that asks for support."""

PERSONAL = re.compile(
    r"\b(?:we|our|us|you|your)\b(?!\.)|\b(?:nonprofit|non-profit|independent|reader-funded) (?:\w{1,20} )?"
    r"(?:newsroom|newspaper|news (?:site|organi[sz]ation)|publication|magazine|journalism)\b"
    r"|\b(?:subscribe|donate) (?:now|today)\b|\bpaid for by (?:its|our) readers\b",
    re.IGNORECASE,
)
"""What an appeal's other sentences are about: the newsroom and the reader."""

JOURNALISM = re.compile(
    r"\b(?:journalis\w{1,5}|reporting|newsroom|independent (?:media|press|news)|stories"
    r"|paywalls?|magazine|subscri(?:bers?|ptions?)|advertis(?:ers|ing)|editors?|(?:this|our) (?:web)?site"
    r"|readers?|people (?:are )?read(?:ing)?"
    r"|to account|our (?:content|coverage|articles?|readers?|work)|(?:this"
    r"|our) (?:article|story)|staff)\b",
    re.IGNORECASE,
)
"""Words that an appeal for a newsroom uses and one for another cause need not."""

OTHERS = re.compile(
    r"(?!You\b|We\b|Our\b|Your\b|Readers?\b|This\b|By\b)[A-Z][\w'’-]*(?: [\w'’-]+){0,3}? "
    r"(?:can|could|may|might|must|has|have|had|was|were|will|would)\b"
)
"""How a sentence begins that tells of others, and so asks nothing of the reader."""

SENTENCE = (
    rule(
        "newsletter offered",
        "newsletter",
        0.95,
        "e emai inbo mail news noti",
        r"(?:\b(?:sign|signing) up (?:for|to)|\bsubscribe to|\bjoin|\bget|\breceive"
        r"|\bdelivered)\b.{0,80}\b(?:newsletters?|(?:your|my) inbox|mailing list|e-?mail alerts"
        r"|notifications)\b",
    ),
    rule(
        "subscribe, sign in or write",
        "newsletter",
        0.9,
        "@ auth clic comm crea down foll free inbo join log memb ques reac read regi sign stor subs tip want",
        r"^(?:(?:sign up|subscribe) (?:to|for) (?:our|the|more)\b(?=.{0,120}$)"
        r"|want (?:more|the latest)\b.{0,60}\?"
        r"|join our\b(?=.{0,80}$)|thank(?:s| you) for (?:signing up|subscribing|registering)\b"
        r"|(?:check|straight to|in) your inbox\b|you(?:['’]ve| have)\b.{0,30}\bfree (?:articles?|stories)\b"
        r"|(?:to (?:continue|keep) reading|(?:log|sign) in or|create an? (?:free )?account)\b(?=.{0,80}$)"
        r"|(?:already|not yet) an? (?:subscriber|member)\b|(?:sign|log) in (?:here|now|to read)\b"
        r"|this (?:content|article|story|video) is (?:only |exclusively )?(?:available )?(?:for|to) "
        r"(?:\w{1,12} )?(?:subscribers|members)\b|(?:sign up|follow|subscribe|download"
        r"|click)\b(?=.{0,120}$).{0,60}\b(?:here|now|twitter|facebook|instagram|youtube|app)\b|(?:send|e-?mail"
        r"|contact|reach|follow|write to)\b.{0,60}(?:[\w.]{1,40}@[\w.]{2,40}| @\w{2,20})"
        r"|follow\b.{0,60}\b(?:coverage of|full coverage|https?:)|contact the author\b"
        r"|(?:have|got) a (?:tip|story|question|comment)\b)"
        r"|\bsubscribe (?:to (?:our|my)|now|today|here|for (?:full|unlimited|more))\b"
        r"|\breach (?:me|him|her|them|us) (?:at|on|via)\b",
    ),
    rule(
        "rights",
        "copyright",
        0.95,
        "© copy publ redi repr rese trad",
        r"\ball rights reserved\b|©(?![^\W\d])|\bcopyright (?:@|\(c\)|(?:19|20)\d\d)|\btrademarks? of\b"
        r"|\bmay not be (?:published|reproduced|redistributed)\b",
    ),
    rule(
        "cookies and terms",
        "navigation",
        0.9,
        "affi comm cont cook priv term",
        r"\b(?:uses?|set by|accept|manage|these"
        r"|the) (?:\w{1,20} )?cookies?\b.{0,120}\b(?:experience|consent|website|site|traffic"
        r"|preferences|advertis\w{1,6}|category)\b|\b(?:our|read|see"
        r"|accept|to) (?:the )?(?:full )?(?:privacy policy|terms of (?:service|use))\b"
        r"|^by continuing to (?:browse|use)\b|\baffiliate (?:commission"
        r"|links?)\b|\bearn an? (?:\w{1,20} )?commission\b",
    ),
    rule(
        "this article, or whose views",
        "editor",
        0.9,
        "appe opin this view",
        rf"^{THIS_ARTICLE}|\b(?:views|opinions) (?:and opinions )?expressed\b.{{0,100}}\b(?:do not"
        r"|are (?:those|not|the))\b",
    ),
    rule(
        "contributed to",
        "credit",
        0.95,
        "cont repo",
        r"\bcontributed (?:to this (?:report|story|article|piece)|reporting)\b"
        r"|^(?:additional )?reporting by ",
    ),
    rule(
        "read more, by itself",
        "related",
        0.9,
        "clic lear read see",
        r"^(?:read more(?= ?(?:[^\w\s]|$)| (?:about|on|from|at|in|of|here)\b| (?-i:[A-Z“\"]))"
        r"|read (?:also|our|the full)|click here|see also|learn more)\b(?=.{0,100}$)",
    ),
)
"""A sentence that holds the pattern, outside quotation marks, is boilerplate."""
