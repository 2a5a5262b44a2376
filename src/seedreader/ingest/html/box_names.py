"""What the class, id and role of a box tell of what it holds."""

from __future__ import annotations

import re
from functools import lru_cache

_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:"
    r"nav|navi|navigation|navbar|menu|menue|breadcrumbs?|crumbs?|pagination|pager|paging|sidebar|rail|footer|foot|copyright"
    r"|related|recommend(?:ed|ations?|er)?|more-(?:from|on|stories|articles|news)|linklist|link-list"
    r"|teasers?|teaserlist|promos?|promotion|newsletter|subscribe|subscription|signup|sign-up|login|register|registration|paywall|abo|piano"
    r"|share|sharing|sharebar|socials?|social-?media|addthis|sharethis|shariff|follow"
    r"|comments?|commentlist|disqus|kommentare?|discussion|forum|respond"
    r"|cookies?|consent|gdpr|cmp|banner|popup|pop-up|dialog|lightbox|toast|notification|tooltip"
    r"|ads?|adslot|advert|advertisement|advertising|adv|anzeige|werbung|sponsor(?:ed)?|outbrain|taboola|commercial|affiliate"
    r"|trending|popular|most-?(?:read|viewed|popular|shared)|top-?stories|meistgelesen"
    r"|tags?|taglist|tag-list|keywords|toc|feedback|search|searchbar"
    r"|author-?(?:bio|box|info|card|teaser|description)|about-?(?:the-)?author|bio|byline|by-line|dateline|timestamp|published|pubdate|reading-?time|readtime|article-?meta|post-?meta|entry-?meta"
    r"|captions?|bildunterschrift|credits?|(?:image|photo|picture)-?(?:caption|credit|description|source)|figcaption|gallery|slideshow|carousel|slider|swiper"
    r"|skip-?(?:link|to-content|nav)|app-?(?:banner|promo)|stock-?ticker|ticker"
    r"|recirc|recirculation|upsell|cta|callout-link|donate|donation|spenden"
    r")(?:$|[\s_-])|(?:Related|Teaser|Newsletter|Share|Social|Comment|Breadcrumb|Recommend|Sidebar|Navigation|Footer|Byline|Caption|Promo|Paywall|Advert|ArticleMeta|Pagination)",
)
_DOUBTFUL = re.compile(
    r"(?:^|[\s_-])(?:"
    r"read-?more|also|further|cards?|likes?|reactions?|overlay|modal|dropdown|flyout|shop|products?|latest|topics?|categor(?:y|ies)"
    r"|widgets?|toolbar|tools|buttons?|btn|controls?|player|rating|poll|survey|quiz|metadata|meta"
    r"|jump|print|printonly|print-only|no-?print|push|weather"
    r")(?:$|[\s_-])",
)
"""Names of boxes that hold the article's own text as well, where it is cut into parts or comes in a frame."""
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|kommentare?|disqus|respond)(?:$|[\s_-])", re.IGNORECASE
)
_POSITIVE = re.compile(
    r"(?:^|[\s_-])(?:article-?_{0,2}(?:body|text|content)|story-?_{0,2}(?:body|text|content)|entry-?content|post-?_{0,2}(?:content|body)"
    r"|body-?(?:text|content|copy)|articlebody|article-main|rich-?text|content-?body|itemprop-articlebody|paragraphs?|field-name-body)(?:$|[\s_-])",
    re.IGNORECASE,
)


@lru_cache(4096)
def is_beside(name: str) -> bool:
    """Whether a name is one of what stands beside an article: a menu, a teaser, a by-line."""
    return _BESIDE.search(name) is not None


@lru_cache(4096)
def is_doubtful(name: str) -> bool:
    """Whether a name is one of what stands beside an article where it holds but little prose."""
    return _DOUBTFUL.search(name) is not None


@lru_cache(4096)
def is_comments(name: str) -> bool:
    """Whether a name is one of readers' comments."""
    return _COMMENTS.search(name) is not None


@lru_cache(4096)
def is_article(name: str) -> bool:
    """Whether a name is one of an article's body or paragraphs."""
    return _POSITIVE.search(name) is not None
