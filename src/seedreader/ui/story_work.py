"""The work on a story that is done in threads, beside the keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from seedreader.article import Article, EventDecision, Range, SourceCorrection
from seedreader.session import long_texts
from seedreader.session.user_overrides import Corrections

if TYPE_CHECKING:
    from seedreader.cache.analysis_cache import AnalysisCache
    from seedreader.notebook import Notebook
    from seedreader.notebook.drafts import Draft
    from seedreader.session import StoryPassage
    from seedreader.session.story_notebook import NotebookSnapshot, StoryNotebook
    from seedreader.story import Story
    from seedreader.ui.work_progress import WorkProgress


Kept = TypeVar("Kept")


def beside(work: Callable[[], object], failed: str, tell: Callable[[str], None]) -> None:
    """Do something in a thread that ends with the program; an error in it is told after ``failed``."""

    def run() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001  # told to the reader, who can still read
            tell(f"{failed}: {type(error).__name__}: {error}.")

    Thread(target=run, daemon=True).start()


def worked_out(
    articles: Sequence[Article],
    corrections: Corrections,
    split: Callable[[Sequence[Sequence[Range]]], object],
    progress: WorkProgress,
    cache: AnalysisCache | None = None,
    unread: Collection[int] = (),
) -> Story:
    """The story of these articles with all that the screens ask of it: recalled from before, or worked out.

    ``split`` hears the sentences of each article as soon as they are known, if some texts are long; of those
    that are ``unread`` nothing more is worked out. Raises StoppedError where the reader stopped it.
    """
    # the analysis is imported beside the keys, after the first frame
    from seedreader.analysis.differences import passage_diff
    from seedreader.cache.cached_story import know_articles, know_links
    from seedreader.story import Story

    story = Story(articles, corrections, unread=unread)
    if any(len(article.text) > long_texts.PART for article in story.articles):
        split(
            [
                long_texts.split_in_parts(article.text) if number in unread else article.sentences
                for number, article in enumerate(story.articles)
            ]
        )
    know_articles(story, cache, progress.part("Reading the sources"))
    know_links(story, cache, progress.part("Comparing the sources"))
    told = progress.part("Counting origins")
    for number, article in enumerate(story.articles):
        told(number, len(story.articles))
        for claim in article.claims:
            story.support(article, claim)
    passage_diff.prepare(story.links)
    return story


def stories(
    articles: Sequence[Article], story_notebook: StoryNotebook, tell: Callable[[str], None]
) -> tuple[tuple[Article, ...], ...]:
    """The articles by the event that they tell of, as the reader says or else as is found."""
    from seedreader.corpus.constraints import told
    from seedreader.corpus.stories import find_stories

    return find_stories(articles, told(event_decisions(story_notebook, tell)))


def event_decisions(story_notebook: StoryNotebook, tell: Callable[[str], None]) -> tuple[EventDecision, ...]:
    """What the reader said of which articles tell of one event; nothing, having told why, on failure."""
    return _kept(story_notebook, tell, lambda notebook: notebook.event_decisions())


def source_corrections(
    story_notebook: StoryNotebook, tell: Callable[[str], None]
) -> tuple[SourceCorrection, ...]:
    """What the reader said of sources; nothing, having told why, on failure."""
    kept = _kept(story_notebook, tell, lambda notebook: notebook.source_corrections())
    return tuple(each.said for each in kept)


def _kept(
    story_notebook: StoryNotebook,
    tell: Callable[[str], None],
    read: Callable[[Notebook], tuple[Kept, ...]],
) -> tuple[Kept, ...]:
    """What a notebook holds; nothing where none is begun, or, having told why, where it can't be read."""
    from seedreader.notebook import NotebookError

    if not story_notebook.begun:
        return ()
    try:
        return read(story_notebook.notebook)
    except NotebookError as error:
        tell(str(error))
        return ()


def drafts_left(
    story_notebook: StoryNotebook, tell: Callable[[str], None]
) -> tuple[tuple[Draft, StoryPassage], ...]:
    """The drafts that were left in a story; none, having told why, on failure."""
    from seedreader.notebook import NotebookError
    from seedreader.session.left_drafts import left_drafts

    if not (story_notebook.folder / "drafts").is_dir():
        return ()
    try:
        return left_drafts(story_notebook)
    except (NotebookError, OSError) as error:
        tell(f"Drafts that were left can't be looked for: {error}")
        return ()


def read_notebook(story_notebook: StoryNotebook, tell: Callable[[str], None]) -> NotebookSnapshot | None:
    """What the notebook holds; None, having told why, where it can't be read."""
    from seedreader.notebook import NotebookError

    try:
        held = story_notebook.read()
        story_notebook.notebook.damaged()
    except NotebookError as error:
        tell(str(error))
    except Exception as error:  # noqa: BLE001  # told to the reader, who can still read the articles
        tell(f"The notebook could not be read: {type(error).__name__}: {error}.")
    else:
        return held
    return None
