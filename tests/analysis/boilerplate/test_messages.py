"""What sites say to their readers, and what an article says in like words."""

from __future__ import annotations

import pytest

from seedreader.analysis import boilerplate

BEFORE = (
    "Council votes to close the Marlow Street bridge\n\n"
    "The Farrow council voted on Tuesday to close the Marlow Street bridge for eighteen months, after "
    "engineers found cracks in two of its four piers. About 11,000 vehicles cross it every day, according to "
    "the county's traffic office.\n\n"
)
AFTER = (
    "\n\nEngineer Piet Lanser told the meeting that the cracks had grown by 14 millimetres since an "
    "inspection in 2021. “We can't wait for another winter,” he said.\n\n"
    "The closure will cost local traders up to 2.3 million pounds, the chamber of commerce estimates.\n"
)

MESSAGES = (
    (
        "We have a favour to ask. Our journalism is paid for by readers like you, not by "
        "billionaires. If you can, please give as little as £1 a month. It takes less than a "
        "minute."
    ),
    "If you value independent local reporting, please consider making a donation today.",
    (
        "The Farrow Courier is a nonprofit newsroom. Your tax-deductible gift keeps our work free "
        "for everyone."
    ),
    (
        "Before you go: will you chip in to keep this site running? Every contribution, big or "
        "small, helps us hold the powerful to account."
    ),
    "Support our work",
    "Become a member and help us tell the stories that others won't.",
    "Good journalism costs money. Subscribe now for only $1 a week and cancel anytime.",
    (
        "Unlike many news organisations, we have not put up a paywall. We want to keep our "
        "reporting open to all, but we need your help to do it."
    ),
    (
        "Thank you for reading. This story is free because readers pay for it. Join 12,000 members "
        "who support us."
    ),
    "Help us reach our goal of 500 new subscribers by the end of the month.",
    "You've read 3 of 5 free articles this month. Subscribe for unlimited access.",
    "To continue reading, log in or create a free account.",
    "This content is for subscribers only.",
    "Already a subscriber? Sign in here.",
    "Donate",
    "Your contribution is appreciated.",
    (
        "A quick message from our editor: the money raised this spring pays for two reporters in "
        "the north. Please give what you can."
    ),
    (
        "Dear reader, we don't take money from advertisers or from the state. We depend on you. "
        "Support us from 5 euros a month."
    ),
    "Sign up for our daily newsletter and get the day's top stories in your inbox every morning.",
    "Get the latest headlines delivered straight to your inbox.",
    "Enter your email address to receive our weekly digest. You can unsubscribe at any time.",
    "By signing up, you agree to our Terms of Use and Privacy Policy.",
    "Want more stories like this? Sign up to our Morning Briefing.",
    "Download our app for breaking news alerts.",
    "Follow us on X, Facebook and Instagram.",
    "Join our WhatsApp channel for updates.",
    "Subscribe to our YouTube channel",
    "Listen to this article",
    "Thanks for signing up! Check your inbox to confirm.",
    "Share this article",
    "Share on Facebook",
    "Tweet",
    "Copy link",
    "Print",
    "Email this story to a friend",
    "Skip to main content",
    "Back to top",
    "Advertisement",
    "Story continues below advertisement",
    "Article continues after this ad",
    "Click here to view comments",
    "Leave a comment",
    "0 comments",
    "View all 24 comments",
    "Load more",
    "Close",
    "Menu",
    "Log in",
    "Home » News » Local",
    "News / Politics / Farrow",
    "Loading...",
    "Show more",
    "Toggle navigation",
    "Accept all cookies",
    (
        "We use cookies to improve your experience on our site. By continuing to browse, you accept"
        " our use of cookies."
    ),
    "Your browser does not support the video element.",
    "Please enable JavaScript to view this content.",
    "This video can not be played",
    "Published: 12 March 2024, 14:05 GMT",
    "Last updated at 14:05",
    "Updated 2 hours ago",
    "4 min read",
    "Reading time: 3 minutes",
    "Posted in: News, Local",
    "Tags: bridges, Farrow, council",
    "Filed under: Local news",
    "Topics: Transport | Farrow",
    (
        "Dana Whitlock is the Courier's transport correspondent. You can reach her at "
        "dwhitlock@farrowcourier.example."
    ),
    "Dana Whitlock, Transport Correspondent",
    "Reporting by Dana Whitlock; editing by Tom Ives",
    "(Reporting by Dana Whitlock in Farrow and Luis Ortega in Brent; Editing by Tom Ives)",
    "Additional reporting by Luis Ortega",
    "First published on 12 March 2024",
    "This article was originally published by The Farrow Courier.",
    "Correction: An earlier version of this article misstated the age of the bridge.",
    "Editor's note: This story was updated to add a comment from the county.",
    "The Marlow Street bridge seen from the east bank. Photograph: Jo Hale/Farrow Courier",
    "Image caption, The bridge was built in 1931",
    "Photo: Jo Hale",
    "FILE - Traffic crosses the Marlow Street bridge, March 3, 2023. (Jo Hale/FC Images)",
    "Traders fear for their income (Image: Jo Hale)",
    "Getty Images",
    "Jo Hale / Reuters",
    "Credit: Jo Hale",
    "Watch: How the cracks were found",
    "VIDEO: Inside the bridge's hollow piers",
    "Read more: Farrow's bridges ranked from best to worst",
    "READ ALSO: County promises new ferry",
    "Related: What the closure means for commuters",
    "See also: Ten bridges at risk",
    "More on this story",
    "You might also like",
    "Most read",
    "Trending now",
    "Recommended for you",
    "What to read next",
    "Also in the news",
    "Don't miss: our guide to the spring market",
    "© 2024 Farrow Courier Ltd. All rights reserved.",
    (
        "Copyright 2024 The Farrow Courier. All rights reserved. This material may not be "
        "published, broadcast, rewritten or redistributed."
    ),
    "Terms of Service",
    "Privacy Policy",
    "Registered in England and Wales, company number 0123456.",
    "The views expressed are the author's own and do not necessarily reflect those of this newspaper.",
    "We may earn a commission from links on this page.",
    "Reprints and permissions",
    "Our standards: The Courier Trust Principles.",
    "The Courier is a trademark of Farrow Media Group.",
    "… we have a small favour to ask. More people read the Courier than ever, and we believe in facts.",
    "If you like what I do, you can buy me a coffee. Marlow Notes is paid for by its readers.",
    "Posted by Dana on 12.03.2024 in Bridges | 14 comments",
    "Farrow Wire · FARROW · 12 Mar 2024 14:05 UTC",
    "03/12/2024 04:45 PM / Source: Farrow Wire",
    "March 12, 2024 by Dr. Dana Whitlock",
    "page generated 2024-03-12 03:11:52",
    "By a staff reporter",
    "Image source, Farrow Fire Service Image caption, An engineer at the second pier",
    "Keep reading: Tram line 4 closed until June",
    "10 bridges you should see before you die (Sponsored)",
    "Like us on FriendBook to see more stories like this",
    "« Older: The last ferry across the Marl",
    "Like this: Like Loading…",
    "Notes to editors",
    "If this matters to you, please consider a subscription.",
    ">> Read our live ticker from the town hall",
    "PHOTO Traders outside the town hall on Tuesday. Picture: Courier/J. Hale",
    "FW/dw",
    "Press office: press@farrow.example, +00 555 0144",
)
"""Appeals, newsletters, paywalls, notices, buttons, by-lines, captions, lists, rights."""

STATEMENTS = (
    "The charity asked people to donate blankets and tinned food at the town hall.",
    '"Please give what you can," said Ms Quill, who runs the flood relief fund.',
    "Members of the union voted to support the closure by 312 votes to 40.",
    "The campaign has raised £40,000 from 1,200 donors in a week.",
    "Subscribers to the ferry service will keep their discount, the company said.",
    "The council urged residents to sign up for text alerts before the works begin.",
    "He shared the article on Facebook, where it was viewed 40,000 times.",
    "The newspaper said it would not publish the photograph.",
    "Readers of the Courier wrote more than 300 letters about the bridge.",
    "The privacy policy of the toll company allows it to keep number plates for two years.",
    '"We need your help," the mayor told volunteers on Monday.',
    "The watchdog said cookies had been set without consent.",
    "According to a video posted online, the pier shook when a lorry passed.",
    "The photograph, taken in 1931, shows the first tram to cross the river.",
    "The bridge was designed by Edwin Carr and opened in 1931.",
    "Traffic fell by a third.",
    "No one was hurt.",
    "It is not known when the cracks first appeared.",
    "Three people were injured, one of them seriously.",
    "What happens next?",
    "A shuttle bus will run every 10 minutes between 6am and 11pm.",
    "Updated plans will be shown to the public in April.",
    "Tickets cost £2 and are valid for 24 hours.",
    "By then, Whitlock had already left the company.",
    "Two arrested after protest",
    "The engineer's findings",
    "— Rosa Quill, chair of the Farrow Chamber of Commerce",
    "More than 400 people followed the meeting online.",
    "The company's app was downloaded 90,000 times last year.",
    "Home prices near the bridge have risen by 9 percent since 2020.",
    '"I have supported this paper all my life," she said, "and I will go on."',
    "The fund's website asks for donations of at least $5.",
    "Contact with the vessel was lost at 14:05.",
    "The trust's principles were agreed in 1941.",
    "Comments by the minister angered the opposition.",
    "Members who support the plan include the party's leader.",
    "Follow-up inspections are due in 2026.",
    "The government rejected all rights claims by the former owners.",
    "Photographs from the scene showed smoke over the harbour.",
    "The minister tweeted that the road would reopen on Friday.",
    "Advertisement of the contract begins on 4 May.",
    "Print shops along the street reported losses of 20 percent.",
    "Customers can sign up for a newsletter at the till.",
    "The firm said all rights reserved to farmers would be kept.",
)
"""The article's own words, with the vocabulary of such messages."""


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_to_the_reader_between_paragraphs_is_found(message: str) -> None:
    text = BEFORE + message + AFTER
    start, end = len(BEFORE), len(BEFORE) + len(message)
    found = sum(max(0, min(s.end, end) - max(s.start, start)) for s in boilerplate.find_boilerplate(text))
    assert found >= 0.8 * len(message)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_in_like_words_is_kept(statement: str) -> None:
    text = BEFORE + statement + AFTER
    start, end = len(BEFORE), len(BEFORE) + len(statement)
    assert not [s for s in boilerplate.find_boilerplate(text) if s.start < end and s.end > start]


def test_a_trail_that_runs_into_the_headline_leaves_the_headline() -> None:
    text = "Home » News » Regional » Council votes to close the Marlow Street bridge" + AFTER
    assert [(text[s.start : s.end], s.kind) for s in boilerplate.find_boilerplate(text)] == [
        ("Home » News » Regional »", "breadcrumb")
    ]


def test_a_caption_with_its_credit_before_a_paragraph_leaves_the_paragraph() -> None:
    caption = "Photo: Traders wait outside the town hall. (Courier/Jo Hale)"
    text = f"{BEFORE}{caption} “We have had no letter, not one,” said Rosa Quill, who runs a bakery.{AFTER}"
    assert [(text[s.start : s.end], s.kind) for s in boilerplate.find_boilerplate(text)] == [
        (caption, "caption")
    ]
