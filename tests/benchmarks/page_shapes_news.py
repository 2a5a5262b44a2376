"""Pages as news sites make them, in several languages, with what is the article's known word by word."""

# ruff: noqa: E501  # markup reads best unbroken; letters of other scripts are meant

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape
from random import Random
from typing import NamedTuple

Shape = Callable[["Newsroom", str], tuple[str, str]]


class Tongue(NamedTuple):
    """What prose in a language is made of, and the words of a site around it."""

    code: str
    who: tuple[str, ...]
    did: tuple[str, ...]
    what: tuple[str, ...]
    tail: tuple[str, ...]
    said: tuple[str, ...]
    menu: tuple[str, ...]
    more: str
    letter: tuple[str, str]
    cookies: str
    rights: str
    by: str
    photo: str
    space: str = " "
    stop: str = "."


ENGLISH = Tongue(
    "en",
    ("The harbour board", "A ferry company", "The mayor of Lund", "Ana Ruiz", "A court in Ghent", "The dock workers' union", "Engineer Jonas Berg"),
    ("approved", "put off", "turned down", "called for", "paid for", "cut short", "looked into", "defended"),
    ("a new bridge", "the winter timetable", "repairs at the north quay", "a fund for fishermen", "the sale of two tugs", "an inquiry into the fire"),
    ("on Thursday", "after eleven hours of talks", "in spite of a warning", "at a cost of 4.2 million euros", "for the third time since May", "without naming a date"),
    ("", "", ", Mira Holt said", ", according to a report", ", the ministry said in a statement"),
    ("News", "Politics", "Sport", "Culture", "Weather", "Jobs"),
    "Read also", ("The morning letter", "Get the five stories of the day in your inbox, every morning at seven."),
    "We and our 812 partners store cookies on your device to measure and to show advertisements.", "All rights reserved", "By", "Photo",
)  # fmt: skip
GERMAN = Tongue(
    "de",
    ("Die Hafenbehörde", "Eine Reederei", "Der Bürgermeister von Lund", "Ana Ruiz", "Ein Gericht in Gent", "Die Gewerkschaft der Hafenarbeiter"),
    ("bewilligte", "verschob", "verwarf", "forderte", "bezahlte", "prüfte", "verteidigte"),
    ("eine neue Brücke", "den Winterfahrplan", "die Reparatur am Nordkai", "einen Fonds für Fischer", "den Verkauf zweier Schlepper"),
    ("am Donnerstag", "nach elf Stunden Verhandlung", "trotz einer Warnung", "für 4,2 Millionen Euro", "zum dritten Mal seit Mai"),
    ("", "", ", sagte Mira Holt", ", wie aus einem Bericht hervorgeht", ", teilte das Ministerium mit"),
    ("Startseite", "Politik", "Sport", "Kultur", "Wetter", "Stellen"),
    "Lesen Sie auch", ("Der Morgenbrief", "Die fünf Meldungen des Tages in Ihrem Postfach, jeden Morgen um sieben."),
    "Wir und unsere 812 Partner speichern Cookies auf Ihrem Gerät, um zu messen und um Werbung zu zeigen.", "Alle Rechte vorbehalten", "Von", "Foto",
)  # fmt: skip
FRENCH = Tongue(
    "fr",
    ("L'autorité du port", "Une compagnie de ferries", "Le maire de Lund", "Ana Ruiz", "Un tribunal de Gand", "Le syndicat des dockers"),
    ("a approuvé", "a reporté", "a rejeté", "a demandé", "a payé", "a examiné", "a défendu"),
    ("un nouveau pont", "les horaires d'hiver", "les travaux du quai nord", "un fonds pour les pêcheurs", "la vente de deux remorqueurs"),
    ("jeudi", "après onze heures de discussions", "malgré une mise en garde", "pour 4,2 millions d'euros", "pour la troisième fois depuis mai"),
    ("", "", ", a dit Mira Holt", ", selon un rapport", ", a annoncé le ministère"),
    ("Accueil", "Politique", "Sport", "Culture", "Météo", "Emploi"),
    "Lire aussi", ("La lettre du matin", "Les cinq nouvelles du jour dans votre boîte, chaque matin à sept heures."),
    "Nous et nos 812 partenaires stockons des cookies sur votre appareil pour mesurer et afficher des publicités.", "Tous droits réservés", "Par", "Photo",
)  # fmt: skip
RUSSIAN = Tongue(
    "ru",
    ("Администрация порта", "Паромная компания", "Мэрия Лунда", "Анна Руис", "Прокуратура Гента", "Профсоюз докеров"),
    ("одобрила", "отложила", "отклонила", "потребовала", "оплатила", "проверила"),
    ("строительство нового моста", "зимнее расписание", "ремонт северного причала", "фонд для рыбаков", "продажу двух буксиров"),
    ("в четверг", "после одиннадцати часов переговоров", "несмотря на предупреждение", "за 4,2 миллиона евро", "в третий раз с мая"),
    ("", "", ", сказала Мира Хольт", ", говорится в докладе", ", сообщили в министерстве"),
    ("Главная", "Политика", "Спорт", "Культура", "Погода", "Вакансии"),
    "Читайте также", ("Утреннее письмо", "Пять новостей дня в вашей почте каждое утро в семь часов."),
    "Мы и наши 812 партнёров храним файлы cookie на вашем устройстве, чтобы измерять и показывать рекламу.", "Все права защищены", "Автор", "Фото",
)  # fmt: skip
CHINESE = Tongue(
    "zh",
    ("港务局", "一家轮渡公司", "隆德市长", "安娜·鲁伊斯", "根特的一家法院", "码头工人工会"),
    ("批准了", "推迟了", "否决了", "要求", "支付了", "审查了"),
    ("新桥的建设方案", "冬季时刻表", "北码头的维修工程", "渔民基金", "两艘拖船的出售"),
    ("并在周四公布结果", "谈判持续了十一个小时", "尽管有人发出警告", "耗资四百二十万欧元", "这是五月以来的第三次"),
    ("", "", "，米拉·霍尔特说", "，据一份报告称", "，该部在声明中表示"),
    ("首页", "政治", "体育", "文化", "天气", "招聘"),
    "延伸阅读", ("早间通讯", "每天早上七点，将当天的五条新闻发送到您的邮箱。"),
    "我们和我们的812个合作伙伴在您的设备上存储信息，用于统计和展示广告。", "版权所有", "作者", "图片", "", "。",
)  # fmt: skip
ARABIC = Tongue(
    "ar",
    ("هيئة الميناء", "شركة العبارات", "بلدية لوند", "آنا رويز", "محكمة غنت", "نقابة عمال الأرصفة"),
    ("وافقت على", "أجلت", "رفضت", "طالبت بـ", "دفعت ثمن", "راجعت"),
    ("بناء جسر جديد", "جدول الشتاء", "إصلاح الرصيف الشمالي", "صندوق الصيادين", "بيع قاطرتين"),
    ("يوم الخميس", "بعد إحدى عشرة ساعة من المحادثات", "رغم التحذير", "بكلفة 4.2 مليون يورو", "للمرة الثالثة منذ مايو"),
    ("", "", "، وفق ما قالت ميرا هولت", "، بحسب تقرير", "، وفق بيان الوزارة"),
    ("الرئيسية", "سياسة", "رياضة", "ثقافة", "طقس", "وظائف"),
    "اقرأ أيضا", ("رسالة الصباح", "أخبار اليوم الخمسة في بريدك كل صباح عند السابعة."),
    "نحن وشركاؤنا نخزن ملفات تعريف الارتباط على جهازك للقياس ولعرض الإعلانات.", "جميع الحقوق محفوظة", "بقلم", "صورة",
)  # fmt: skip
TONGUES = (ENGLISH, GERMAN, FRENCH, RUSSIAN, CHINESE, ARABIC)


class Newsroom:
    """A writer in one language, and the parts of its site."""

    def __init__(self, tongue: Tongue, seed: int) -> None:
        self.tongue = tongue
        self.random = Random(seed)

    def sentence(self) -> str:
        pick, t = self.random.choice, self.tongue
        return t.space.join((pick(t.who), pick(t.did), pick(t.what), pick(t.tail))) + pick(t.said) + t.stop

    def paragraph(self, most: int = 4) -> str:
        return self.tongue.space.join(self.sentence() for _ in range(self.random.randint(2, most)))

    def paragraphs(self, many: int) -> list[str]:
        return [self.paragraph() for _ in range(many)]

    def headline(self) -> str:
        pick, t = self.random.choice, self.tongue
        return t.space.join((pick(t.who), pick(t.did), pick(t.what)))

    def menu(self) -> str:
        return "".join(f'<li><a href="/{i}">{name}</a></li>' for i, name in enumerate(self.tongue.menu))

    def foot(self) -> str:
        links = "".join(f'<a href="/f{i}">{name}</a>' for i, name in enumerate(self.tongue.menu[:4]))
        return f'<footer class="site-footer"><div>{links}</div><p>© 2026 The Quay. {self.tongue.rights}.</p></footer>'

    def head(self, title: str, more: str = "") -> str:
        return f'<head><meta charset="utf-8"><title>{escape(title)} - The Quay</title><meta property="og:site_name" content="The Quay"><meta property="og:title" content="{escape(title)}">{more}</head>'


def pages(each: int = 2) -> Iterator[tuple[str, str, str, str]]:
    """Shape, markup, headline and body: every shape in English and in two of the other languages in turn."""
    number = 5_000
    for at, shape in enumerate(SHAPES):
        others = (TONGUES[1 + at % 5], TONGUES[1 + (at + 2) % 5])
        for tongue in (ENGLISH, *others):
            for _ in range(each):
                number += 1
                room = Newsroom(tongue, number)
                title = room.headline()
                markup, body = shape(room, title)
                yield (
                    f"{shape.__name__} {tongue.code}",
                    f'<!DOCTYPE html><html lang="{tongue.code}">{markup}</html>',
                    title,
                    body,
                )


def _p(paragraphs: list[str], attributes: str = "") -> str:
    return "\n".join(f"<p{attributes}>{text}</p>" for text in paragraphs)


def wordpress(room: Newsroom, title: str) -> tuple[str, str]:
    """A theme of WordPress: blocks, a list of related posts inside the content, sharing below, a sidebar."""
    own, t = room.paragraphs(7), room.tongue
    related = "".join(
        f'<li class="wp-block-post"><a href="/r{i}">{room.headline()}</a></li>' for i in range(3)
    )
    inner = (
        _p(own[:2])
        + f'<figure class="wp-block-image size-large"><img src="a.jpg"><figcaption class="wp-element-caption">{room.sentence()} {t.photo}: AP</figcaption></figure>'
        + _p(own[2:4])
        + f'<h2 class="wp-block-heading">{t.what[0].capitalize()}</h2>'
        + _p(own[4:5])
        + f'<div class="wp-block-group related-posts"><h3>{t.more}</h3><ul class="wp-block-post-template">{related}</ul></div>'
        + _p(own[5:])
    )
    return (
        f'{room.head(title)}<body class="post-template-default single single-post"><div class="wp-site-blocks"><header class="wp-block-template-part"><nav class="wp-block-navigation"><ul>{room.menu()}</ul></nav></header>'
        f'<main class="wp-block-group"><h1 class="wp-block-post-title">{title}</h1><div class="wp-block-post-date"><time datetime="2026-03-04">4.3.2026</time></div><div class="entry-content wp-block-post-content">{inner}'
        f'<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share</h3><ul><li><a href="#"><span>Facebook</span></a></li><li><a href="#"><span>X</span></a></li></ul></div></div>'
        f'<div class="wp-block-post-author-biography">{room.sentence()}</div></main><aside class="sidebar"><h2>{t.menu[0]}</h2><ul>{related}</ul></aside>{room.foot()}</div></body>',
        "\n".join([*own[:4], t.what[0], *own[4:]]),
    )


def amp(room: Newsroom, title: str) -> tuple[str, str]:
    """An AMP page: its own elements, a menu at the end of the body, an ad between paragraphs."""
    own, t = room.paragraphs(6), room.tongue
    inner = "".join(
        f'<p class="ampstart-p">{p}</p>'
        + ('<amp-ad type="x"><div fallback>Ad</div></amp-ad>' if i == 2 else "")
        + (
            f'<amp-img src="x"></amp-img><div class="image-caption"><span>{room.sentence()}</span></div>'
            if i == 0
            else ""
        )
        for i, p in enumerate(own)
    )
    return (
        f'{room.head(title)}<body><header class="ampstart-headerbar"><amp-img src=l></amp-img><div>The Quay</div></header><article class="amp-article"><header><h1 class="mb1">{title}</h1><address class="ampstart-byline">{t.by} Ida Lund</address></header>{inner}'
        f'</article><section class="amp-related"><h3>{t.more}</h3>{"".join(f"<a href=/r{i}><h4>{room.headline()}</h4></a>" for i in range(4))}</section><amp-sidebar id="s" layout="nodisplay"><ul>{room.menu()}</ul></amp-sidebar>{room.foot()}</body>',
        "\n".join(own),
    )


def live_blog(room: Newsroom, title: str) -> tuple[str, str]:
    """Posts with a time, an author and buttons each, under a summary of key points."""
    points, t = [room.sentence() for _ in range(3)], room.tongue
    posts = [(room.headline(), room.paragraphs(2)) for _ in range(5)]
    inner = "".join(
        f'<div class="liveblog-post" id="post-{i}"><div class="liveblog-post__meta"><time>1{i}:2{i}</time><span class="author">Ida Lund</span></div><h3>{name}</h3><div class="liveblog-post__body">{_p(own)}</div><div class="post-share"><button>Share</button><a href="#">X</a></div></div>'
        for i, (name, own) in enumerate(posts)
    )
    return (
        f'{room.head(title)}<body><div class="top-nav"><ul>{room.menu()}</ul></div><main><h1>{title}</h1><ul class="key-points">{"".join(f"<li>{p}</li>" for p in points)}</ul><div class="liveblog">{inner}</div><div class="most-read"><h2>{t.more}</h2><ol>{"".join(f"<li><a href=/m{i}>{room.headline()}</a></li>" for i in range(5))}</ol></div></main>{room.foot()}</body>',
        "\n".join([*points, *(line for name, own in posts for line in (name, *own))]),
    )


def wire(room: Newsroom, title: str) -> tuple[str, str]:
    """An agency's page: a dateline, brief paragraphs, a credit in brackets, topics and a policy below."""
    own, t = [room.sentence() for _ in range(14)], room.tongue
    own[0] = f"OSLO, March 4 (Agency) - {own[0]}"
    return (
        f'{room.head(title)}<body><div id="app"><header data-testid="SiteHeader"><div>{"".join(f"<a href=/{n}>{n}</a>" for n in t.menu)}</div></header><main><article class="article__main__x1"><div class="article-header__y2"><nav aria-label="Breadcrumb"><a href="/w">{t.menu[1]}</a></nav><h1 data-testid="Heading">{title}</h1><div class="author-name__z3"><span>{t.by} </span><a href="/ida">Ida Lund</a></div><time><span>March 4, 2026</span><span>6:21 PM UTC</span></time></div>'
        f'<div class="article-body__content__q4">{"".join(f"<div data-testid=paragraph-{i} class=text__a1>{p}</div>" for i, p in enumerate(own))}<p class="text__a1 sign-off__b2">Reporting by Ida Lund; Editing by Karl Moen</p><p class="text__a1 trust__c3"><span>Our Standards: </span><a href="/trust">The Agency Trust Principles.</a></p><div class="toolbar__d4"><h4>Suggested Topics:</h4><ul><li><a href="/t1">Europe</a></li><li><a href="/t2">Ports</a></li></ul></div></div></article>'
        f"<aside>{''.join(f'<div class=story-card__e5><a href=/s{i}><h3>{room.headline()}</h3></a><time>{i} hours ago</time></div>' for i in range(5))}</aside></main>{room.foot()}</div></body>",
        "\n".join(own),
    )


def cookie_wall(room: Newsroom, title: str) -> tuple[str, str]:
    """A consent manager with long paragraphs of its own before a short article."""
    own, t = room.paragraphs(3), room.tongue
    return (
        f'{room.head(title)}<body><div id="cmpbox" class="cmpbox cmpstyleroot" role="dialog"><div class="cmpboxinner"><h2>Privacy</h2><p>{t.cookies} {t.cookies}</p><p>{t.cookies}</p><ul><li>{t.cookies}</li></ul><a class="cmpboxbtn" href="#">OK</a></div></div><div id="page"><nav>{room.menu()}</nav><div class="content"><h1>{title}</h1>{_p(own)}</div></div>{room.foot()}</body>',
        "\n".join(own),
    )


def discussed(room: Newsroom, title: str) -> tuple[str, str]:
    """An article with far more in its readers' comments than in itself."""
    own, t = room.paragraphs(5), room.tongue
    said = "".join(
        f'<div class="media comment-item" id="c{i}"><div class="media-body"><h5 class="mt-0">reader{i} <small>4.3.2026</small></h5><p>{room.paragraph()}</p><p>{room.sentence()}</p><a href="#">Reply</a></div></div>'
        for i in range(12)
    )
    return (
        f'{room.head(title)}<body><div class="navbar"><ul>{room.menu()}</ul></div><div class="container"><div class="row"><div class="col-md-8"><h1>{title}</h1><p class="lead">{own[0]}</p><p class="byline">{t.by} Tomas Vik</p><div class="post-body">{_p(own[1:])}</div><hr><div id="comments" class="post-comments"><h4>12 comments</h4>{said}</div></div></div></div>{room.foot()}</body>',
        "\n".join(own),
    )


def cards(room: Newsroom, title: str) -> tuple[str, str]:
    """Cards of other stories between the paragraphs, each with a headline, a sentence and a link."""
    own, t = room.paragraphs(8), room.tongue
    inner = ""
    for i, text in enumerate(own):
        inner += f'<p class="c-paragraph">{text}</p>'
        if i in (1, 3, 5):
            inner += f'<div class="o-embed"><a class="o-embed__link" href="/o{i}"><div class="o-embed__media"><img></div><div class="o-embed__text"><span class="o-embed__label">{t.more}</span><span class="o-embed__title">{room.headline()}</span><span class="o-embed__teaser">{room.sentence()}</span></div></a></div>'
        if i == 4:
            inner += (
                f'<p class="c-paragraph"><strong>{t.more}: <a href="/q">{room.headline()}</a></strong></p>'
            )
    return (
        f'{room.head(title)}<body><div class="l-header"><ul>{room.menu()}</ul></div><article class="c-article"><h1 class="c-title">{title}</h1><div class="c-meta">{t.by} Mira Holt</div><div class="c-body">{inner}</div></article>'
        f'<section class="c-list">{"".join(f"<article><a href=/l{i}><h3>{room.headline()}</h3><p>{room.sentence()}</p></a></article>" for i in range(6))}</section>{room.foot()}</body>',
        "\n".join(own),
    )


def infobox(room: Newsroom, title: str) -> tuple[str, str]:
    """Facts in a box and a table of figures, which are the article's; an author's card, which is not."""
    own, t = room.paragraphs(5), room.tongue
    facts = [room.sentence() for _ in range(3)]
    rows = [(t.who[i], f"{i + 3}1,{i}00") for i in range(4)]
    table = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    return (
        f'{room.head(title)}<body><header><nav>{room.menu()}</nav></header><main class="story"><h1>{title}</h1><div class="story-authors"><div class="author-card"><img><div class="author-card__name">Karl Moen</div><div class="author-card__bio">{room.sentence()}</div></div></div>'
        f'<div class="story-text">{_p(own[:2])}<div class="factbox"><h3>{t.what[1].capitalize()}</h3><ul>{"".join(f"<li>{f}</li>" for f in facts)}</ul></div>{_p(own[2:4])}<table><tbody>{table}</tbody></table>{_p(own[4:])}</div></main>{room.foot()}</body>',
        "\n".join([*own[:2], t.what[1], *facts, *own[2:4], *(f"{a} {b}" for a, b in rows), own[4]]),
    )


def letters(room: Newsroom, title: str) -> tuple[str, str]:
    """Boxes that ask for an address and for a subscription, inside the article."""
    own, t = room.paragraphs(7), room.tongue
    box = f'<div class="nl-inline"><div class="nl-inline__title">{t.letter[0]}</div><p>{t.letter[1]}</p><form action="/s"><input type="email"><button>OK</button></form><p class="small">{t.cookies}</p></div>'
    offer = f'<div class="offer-box"><p>{t.letter[1]}</p><a class="btn" href="/abo">OK</a></div>'
    return (
        f'{room.head(title)}<body><header><nav>{room.menu()}</nav></header><article><h1>{title}</h1><div class="text">{_p(own[:2])}{box}{_p(own[2:5])}{offer}{_p(own[5:])}</div></article>{room.foot()}</body>',
        "\n".join(own),
    )


def bare_divs(room: Newsroom, title: str) -> tuple[str, str]:
    """No paragraph element anywhere, and names that say nothing."""
    own = room.paragraphs(7)
    side = "".join(f'<div class="x9"><a href="/a{i}">{room.headline()}</a></div>' for i in range(7))
    return (
        f'{room.head(title)}<body><div id="__next"><div class="a1"><div class="b2">{"".join(f"<div class=q><a href=/{n}>{n}</a></div>" for n in room.tongue.menu)}</div></div><div class="c3"><div class="d4"><div class="e5">{title}</div><div class="f6">Ida Lund</div>'
        f'{"".join(f"<div class=g7>{p}</div>" for p in own)}</div><div class="h8">{side}</div></div><div class="i9"><div>© 2026 The Quay. {room.tongue.rights}.</div></div></div></body>',
        "\n".join(own),
    )


def breaks(room: Newsroom, title: str) -> tuple[str, str]:
    """Lines ended by breaks in one box, as old systems write them, with a table for a layout."""
    own = room.paragraphs(6)
    cells = "".join(f'<tr><td><a href="/{n}">{n}</a></td></tr>' for n in room.tongue.menu)
    return (
        f'{room.head(title)}<body bgcolor="white"><table width="100%"><tr><td width="150" valign="top"><table>{cells}</table></td><td valign="top"><font size="5"><b>{title}</b></font><br><br><font size="2">{"<br><br>".join(own)}<br></font><br><a href="javascript:print()">Print</a> | <a href="/back">Back</a></td></tr><tr><td colspan="2"><font size="1">© 2026 The Quay. {room.tongue.rights}.</font></td></tr></table></body>',
        "\n".join(own),
    )


def quoting(room: Newsroom, title: str) -> tuple[str, str]:
    """Quotations as blocks, one of them a post from elsewhere, and a pull quote that repeats a sentence."""
    own, t = room.paragraphs(6), room.tongue
    quoted, post = room.paragraph(2), room.sentence()
    pulled = own[1].split(t.stop)[0] + t.stop
    return (
        f'{room.head(title)}<body><nav>{room.menu()}</nav><main><article><h1>{title}</h1><section class="article-content">{_p(own[:2])}<blockquote><p>{quoted}</p></blockquote>{_p(own[2:3])}<aside class="pullquote"><p>{pulled}</p></aside>{_p(own[3:5])}'
        f'<blockquote class="twitter-tweet"><p lang="en">{post}</p></blockquote>{_p(own[5:])}</section></article></main>{room.foot()}</body>',
        "\n".join([*own[:2], quoted, *own[2:5], post, own[5]]),
    )


def one_page_of_many(room: Newsroom, title: str) -> tuple[str, str]:
    """The next articles follow on the same page, as a feed without end."""
    own = room.paragraphs(7)
    others = "".join(
        f'<article class="feed-item"><h2><a href="/n{i}">{room.headline()}</a></h2><div class="feed-item__text">{_p(room.paragraphs(2))}</div><a href="/n{i}">{room.tongue.more}</a></article>'
        for i in range(2)
    )
    return (
        f'{room.head(title)}<body><header>{room.menu()}</header><div class="feed"><article class="main-article"><h1>{title}</h1><div class="article-text">{_p(own)}</div></article>{others}</div>{room.foot()}</body>',
        "\n".join(own),
    )


def promoted(room: Newsroom, title: str) -> tuple[str, str]:
    """A page whose teasers have more prose than its article, all in one grid."""
    own, t = room.paragraphs(4), room.tongue
    grid = "".join(
        f'<div class="grid__cell"><a class="tile" href="/g{i}"><h3 class="tile__title">{room.headline()}</h3><p class="tile__text">{room.sentence()}</p></a></div>'
        for i in range(14)
    )
    return (
        f'{room.head(title)}<body><div class="masthead"><ul>{room.menu()}</ul></div><div class="grid"><div class="grid__cell grid__cell--wide"><h1>{title}</h1><p class="standfirst">{own[0]}</p><div class="body-copy">{_p(own[1:])}</div></div></div><div class="grid"><h2>{t.more}</h2>{grid}</div>{room.foot()}</body>',
        "\n".join(own),
    )


def declared(room: Newsroom, title: str) -> tuple[str, str]:
    """A page that declares much in JSON-LD, though not its text, with spans inside its paragraphs."""
    own, t = room.paragraphs(6), room.tongue
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "datePublished": "2026-03-04T10:00:00Z", "author": {"@type": "Person", "name": "Karl Moen"}}  # fmt: skip
    inner = "".join(
        f'<div class="Text_root__1a"><p class="Text_p__2b"><span data-x="1">{p.split(" ")[0]}</span> <span>{" ".join(p.split(" ")[1:])}</span></p></div>'
        if " " in p
        else f'<div class="Text_root__1a"><p class="Text_p__2b"><span>{p}</span></p></div>'
        for p in own
    )
    return (
        f'{room.head(title, f"<script type=application/ld+json>{json.dumps(data)}</script>")}<body><div class="Header_root__3c"><ul>{room.menu()}</ul></div><main class="Article_root__4d"><div class="Title_root__5e"><h1>{title}</h1></div><div class="Byline_root__6f"><span>{t.by}</span> <span>Karl Moen</span></div><div class="Share_root__7g"><button>Share</button></div>{inner}<div class="Tags_root__8h"><a href="/t1">Ports</a><a href="/t2">Ferries</a></div></main><div class="Rail_root__9i">{"".join(f"<div class=Card_root__0j><a href=/k{i}>{room.headline()}</a></div>" for i in range(6))}</div>{room.foot()}</body>',
        "\n".join(own),
    )


def parted(room: Newsroom, title: str) -> tuple[str, str]:
    """A text in two boxes of one name, the second far smaller, with an advertisement between them."""
    own = room.paragraphs(7)
    return (
        f'{room.head(title)}<body><header><ul>{room.menu()}</ul></header><div class="page"><h1>{title}</h1><div class="story-part">{_p(own[:5])}</div><div class="ad-slot"><span>Ad</span></div><div class="story-part">{_p(own[5:])}</div><div class="next-up"><h3>{room.tongue.more}</h3>{"".join(f"<a href=/n{i}>{room.headline()}</a>" for i in range(4))}</div></div>{room.foot()}</body>',
        "\n".join(own),
    )


def walled(room: Newsroom, title: str) -> tuple[str, str]:
    """The beginning of an article for subscribers, before an offer of several paragraphs."""
    own, t = room.paragraphs(2), room.tongue
    offer = _p([f"{t.letter[1]} {t.cookies}"] * 3)
    return (
        f'{room.head(title)}<body><header><ul>{room.menu()}</ul></header><main><article><h1>{title}</h1><div class="article__text"><p>{own[0]}</p><p>{own[1]}</p></div><div class="paywall-offer"><h2>{t.letter[0]}</h2>{offer}<a class="button" href="/abo">OK</a></div></article></main>{room.foot()}</body>',
        "\n".join(own),
    )


def argued(room: Newsroom, title: str) -> tuple[str, str]:
    """Comments of many paragraphs under an article whose box has no telling name."""
    own = room.paragraphs(4)
    said = "".join(
        f'<li id="comment-{i}" class="depth-1"><cite>reader{i}</cite>{_p(room.paragraphs(2))}</li>'
        for i in range(9)
    )
    return (
        f'{room.head(title)}<body><div id="header"><ul>{room.menu()}</ul></div><div id="content"><h1>{title}</h1>{_p(own)}<h3 id="comments-title">9</h3><ol class="commentlist">{said}</ol></div>{room.foot()}</body>',
        "\n".join(own),
    )


def linked(room: Newsroom, title: str) -> tuple[str, str]:
    """Paragraphs in which most of the words are links to sources, and a list of links that are only that."""
    own = [[room.sentence() for _ in range(3)] for _ in range(6)]
    inner = ""
    for i, three in enumerate(own):
        if i % 2:
            a, b, c = three
            inner += f'<p><a href="/x{i}">{a[:-1]}</a>{a[-1]} {b[: len(b) // 3]}<a href="/y{i}">{b[len(b) // 3 : -1]}</a>{b[-1]} {c[:9]}<a href="/z{i}">{c[9:-1]}</a>{c[-1]}</p>'
        else:
            inner += f"<p>{' '.join(three)}</p>"
    more = "".join(f'<p><a href="/m{i}">{room.headline()}</a></p>' for i in range(3))
    return (
        f'{room.head(title)}<body><nav>{room.menu()}</nav><article><h1>{title}</h1><div class="content">{inner}{more}</div></article>{room.foot()}</body>',
        "\n".join(line for three in own for line in three),
    )


def listicle(room: Newsroom, title: str) -> tuple[str, str]:
    """Numbered sections, each with a heading, a picture with its caption and one paragraph."""
    lead, t = room.paragraph(), room.tongue
    items = [(room.headline(), room.paragraph(3)) for _ in range(7)]
    inner = "".join(
        f'<section class="item"><h2>{i}. {name}</h2><div class="item-image"><img><div class="image-source">{t.photo}: Mira Holt</div></div><div class="item-text"><p>{text}</p></div></section>'
        for i, (name, text) in enumerate(items, 1)
    )
    return (
        f'{room.head(title)}<body><nav><ul>{room.menu()}</ul></nav><div class="wrap"><h1>{title}</h1><p class="intro">{lead}</p>{inner}<div class="sidebar-list"><ul>{"".join(f"<li><a href=/b{i}>{room.headline()}</a></li>" for i in range(8))}</ul></div></div>{room.foot()}</body>',
        "\n".join([lead, *(f"{i} {name} {text}" for i, (name, text) in enumerate(items, 1))]),
    )


def table_first(room: Newsroom, title: str) -> tuple[str, str]:
    """A table of figures above the first paragraph, and one in the middle."""
    own, t = room.paragraphs(5), room.tongue
    rows = [(who, f"{i + 2}{i},400", f"{i + 1}.{i} %") for i, who in enumerate(t.who)]
    table = "".join(f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>" for a, b, c in rows)
    words = " ".join(" ".join(row) for row in rows)
    return (
        f'{room.head(title)}<body><nav><ul>{room.menu()}</ul></nav><article><h1>{title}</h1><div class="text"><table>{table}</table>{_p(own[:3])}<table>{table}</table>{_p(own[3:])}</div></article>{room.foot()}</body>',
        "\n".join([words, *own[:3], words, *own[3:]]),
    )


def unfolded(room: Newsroom, title: str) -> tuple[str, str]:
    """The end of a text in the box that a button unfolds."""
    own = room.paragraphs(8)
    return (
        f'{room.head(title)}<body><nav><ul>{room.menu()}</ul></nav><article><h1>{title}</h1><div class="article-content">{_p(own[:6])}<button class="read-more-button">More</button><div class="read-more-content">{_p(own[6:])}</div></div></article>{room.foot()}</body>',
        "\n".join(own),
    )


def signed(room: Newsroom, title: str) -> tuple[str, str]:
    """A note on the author and one on corrections below the text, in boxes of their own."""
    own, t = room.paragraphs(6), room.tongue
    return (
        f'{room.head(title)}<body><nav><ul>{room.menu()}</ul></nav><main><h1>{title}</h1><div class="meta-line">{t.by} Karl Moen · 4.3.2026</div><div class="body">{_p(own)}</div><div class="author-note"><img><p><b>Karl Moen</b> {room.sentence()}</p></div><div class="topics-list"><a href="/t">{t.menu[1]}</a> <a href="/u">{t.menu[2]}</a></div><div class="feedback"><p>{t.letter[1]}</p></div></main>{room.foot()}</body>',
        "\n".join(own),
    )


def blocks_apart(room: Newsroom, title: str) -> tuple[str, str]:
    """A headline in a picture's box far above the text, each paragraph in a block of its own, links between."""
    own, t = room.paragraphs(8), room.tongue
    inner = ""
    for i, text in enumerate(own):
        inner += f'<section class="block block--text"><div class="block__inner"><p>{text}</p></div></section>'
        if i % 3 == 1:
            inner += f'<section class="block block--link"><div class="block__inner"><span>{t.more}:</span> <a href="/k{i}">{room.headline()}</a></div></section>'
        if i == 4:
            inner += f'<section class="block block--image"><figure><img><figcaption>{room.sentence()}</figcaption></figure></section>'
    return (
        f'{room.head(title)}<body><div class="hero"><img><div class="hero__text"><h1>{title}</h1></div></div><nav><ul>{room.menu()}</ul></nav><div class="blocks">{inner}</div><div class="next">{"".join(f"<div class=next__item><a href=/n{i}>{room.headline()}</a></div>" for i in range(5))}</div>{room.foot()}</body>',
        "\n".join(own),
    )


def speech(room: Newsroom, title: str) -> tuple[str, str]:
    """Short lines that do not end as sentences do: a poem in one, turns of a talk, a line in bold."""
    own, t = room.paragraphs(4), room.tongue
    lines = [room.sentence()[:-1] for _ in range(6)]
    turns = [f"{who.upper()}: {room.sentence()}" for who in t.who[:4]]
    return (
        f"{room.head(title)}<body><nav><ul>{room.menu()}</ul></nav><article><h1>{title}</h1>{_p(own[:2])}<p>{'<br>'.join(lines)}</p>{_p(own[2:3])}{_p(turns)}<p><b>{t.what[2]}</b></p>{_p(own[3:])}</article>{room.foot()}</body>",
        "\n".join([*own[:2], *lines, own[2], *turns, t.what[2], own[3]]),
    )


def terms(room: Newsroom, title: str) -> tuple[str, str]:
    """Questions and answers as terms, results as a numbered list, notes with links back under the text."""
    own, t = room.paragraphs(3), room.tongue
    asked = [(room.sentence(), room.paragraph(2)) for _ in range(3)]
    results = [f"{who} {i}:{i + 2}" for i, who in enumerate(t.who)]
    return (
        f"{room.head(title)}<body><nav><ul>{room.menu()}</ul></nav><main><h1>{title}</h1>{_p(own[:2])}<dl>{''.join(f'<dt>{a}</dt><dd>{b}</dd>' for a, b in asked)}</dl>{_p(own[2:])}<ol>{''.join(f'<li>{r}</li>' for r in results)}</ol></main>{room.foot()}</body>",
        "\n".join(
            [
                *own[:2],
                *(line for each in asked for line in each),
                own[2],
                *(f"{i} {r}" for i, r in enumerate(results, 1)),
            ]
        ),
    )


def doubled(room: Newsroom, title: str) -> tuple[str, str]:
    """A dialogue is open over the page, whose own box is said to be hidden from screen readers."""
    own, t = room.paragraphs(5), room.tongue
    return (
        f'{room.head(title)}<body style="overflow:hidden"><div id="app" aria-hidden="true"><header><ul>{room.menu()}</ul></header><main><h1>{title}</h1><div class="lead"><p>{own[0]}</p></div><div class="copy">{_p(own[1:])}</div></main>{room.foot()}</div><div role="dialog" class="modal"><h2>Cookies</h2><p>{t.cookies}</p><p>{t.cookies}</p><button>OK</button></div></body>',
        "\n".join(own),
    )


def typed(room: Newsroom, title: str) -> tuple[str, str]:
    """A text in one preformatted box, its paragraphs apart by empty lines."""
    own = room.paragraphs(5)
    return (
        f'{room.head(title)}<body><table><tr><td><a href="/">Home</a> <a href="/i">Index</a></td></tr></table><h1>{title}</h1><pre>{(chr(10) * 2).join(own)}</pre><hr><address><a href="/w">Webmaster</a></address></body>',
        "\n".join(own),
    )


def rows(room: Newsroom, title: str) -> tuple[str, str]:
    """Each paragraph in a row of a table, beside an empty cell, with the menu in the first row."""
    own = room.paragraphs(6)
    cells = "".join(f'<tr><td width="20"></td><td class="txt">{p}</td></tr>' for p in own)
    menu = "".join(f'<a href="/{n}">{n}</a> | ' for n in room.tongue.menu)
    return (
        f'{room.head(title)}<body><table><tr><td colspan="2">{menu}</td></tr><tr><td></td><td><b>{title}</b></td></tr>{cells}<tr><td></td><td><a href="/mail">E-mail</a></td></tr></table></body>',
        "\n".join(own),
    )


SHAPES: tuple[Shape, ...] = (
    wordpress, amp, live_blog, wire, cookie_wall, discussed, cards, infobox, letters, bare_divs, breaks, quoting,
    one_page_of_many, promoted, declared, parted, walled, argued, linked, listicle,
    table_first, unfolded, signed, blocks_apart, speech, terms, doubled, typed, rows,
)  # fmt: skip
