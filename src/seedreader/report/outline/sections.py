"""The sections of a report on one story, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from seedreader.report.measured import IN_WORDS, MARKS, MEASURED
from seedreader.report.outline import wording
from seedreader.report.outline.blocks import (
    ADDRESS,
    INTERNAL,
    ITALIC,
    PLAIN,
    STRONG,
    Block,
    Listing,
    Paragraph,
    Picture,
    Quotation,
    Run,
    Section,
    Sides,
    Texts,
    Written,
    bullets,
    paragraph,
)
from seedreader.report.references import styles
from seedreader.report.values import (
    Contradiction,
    Corrected,
    Disagreement,
    Fact,
    FactSource,
    Judgement,
    Note,
    PassageNotes,
    Quote,
    Report,
    Source,
    StoryReport,
)
from seedreader.text.plurals import count

MOST_FACTS = 30
"""Facts of several origins that are listed, unless all are asked for."""
MOST_SOLE = 5
"""Facts of one origin that are listed, unless all are asked for."""
MOST_DISAGREEMENTS = 40
"""Disagreements that are told, unless all are asked for."""
MOST_REASONS = 4
"""Reasons of a disagreement that are told, unless all are asked for."""
FULL = "seedreader report --full lists all"


class StorySections:
    """Makes the sections of ``story``, their headings of this ``level``."""

    def __init__(self, report: Report, story: StoryReport, brief: bool, level: int) -> None:
        self._report, self._story, self._level = report, story, level
        self._brief = brief and not report.full
        self._alone_here = len(report.stories) == 1
        self._sources = {source.number: source for source in story.sources}

    def every(self) -> Iterator[Section]:
        """All of them that have something to say."""
        story = self._story
        yield self._section("Sources", "sources", [self._sources_listed()])
        yield self._section("1. Disagreements", "disagreements", self._disagreements())
        yield self._section("2. Facts by corroboration", "facts", self._facts())
        yield self._section("3. Reprints and versions", "reprints", self._shared())
        if self._report.notebook:
            title = f"4. Notes, tags and verdicts of {self._report.author or 'the reader'}"
            yield self._section(title, "notes", self._notes())
        else:
            left_out = [paragraph("Left out, as was asked for.")]
            yield self._section("4. Notes, tags and verdicts", "notes", left_out)
        title = "5. What was not compared" + (", and how right the marks are" if self._alone_here else "")
        yield self._section(title, "limits", self._limits())
        if story.timeline:
            yield self._section("Timeline", "timeline", [Picture("timeline")])
        if story.claims:
            yield self._section("Every claim", "claims", self._claims())
        # last, since they lead back to all that is quoted before
        yield self._section("The articles", "articles", [Texts()])

    def _section(self, title: str, name: str, blocks: Iterable[Block]) -> Section:
        return Section(self._level, title, self._id(name), tuple(blocks))

    def _id(self, name: str) -> str:
        return f"s{self._story.number}-{name}"

    # -- the sources ---------------------------------------------------------------------------------

    def _sources_listed(self) -> Block:
        return Listing(tuple(tuple(self._source(each)) for each in self._story.sources), numbered=True)

    def _source(self, source: Source) -> Iterator[Block]:
        """The source as it is cited, and what else there is to know of it."""
        line = styles.line(source.reference, self._report.style)
        url = source.reference.url
        runs = []
        for stretch in line:
            before, found, after = stretch.text.partition(url) if url else (stretch.text, "", "")
            parts = ((before, ITALIC if stretch.italic else PLAIN), (found, ADDRESS), (after, PLAIN))
            runs += [Run(words, style) for words, style in parts if words]
        yield paragraph(*runs)
        yield paragraph("; ".join(wording.source_facts(source, self._report.author)), kind="small")

    # -- disagreements -------------------------------------------------------------------------------

    def _disagreements(self) -> Iterator[Block]:
        found = self._story.disagreements
        if not found:
            said = "None was found. That is no proof that the sources agree: see what the marks miss."
            only = "There is one text alone, which nothing can contradict."
            yield paragraph(said if self._story.overview.origins > 1 else only)
            return
        yield paragraph("The words that differ are marked.", kind="small")
        yield Picture("matrix")
        for each in found if self._report.full else found[:MOST_DISAGREEMENTS]:
            yield self._disagreement(each)
        if not self._report.full and len(found) > MOST_DISAGREEMENTS:
            yield paragraph(f"{len(found) - MOST_DISAGREEMENTS:,} more are left out here; {FULL}.")

    def _disagreement(self, each: Disagreement) -> Section:
        sides = []
        for position in each.positions:
            blocks: list[Block] = [self._quotation(quote) for quote in position.quotes]
            if position.also:
                verb = "says" if len(position.also) == 1 else "say"
                blocks.append(paragraph(f"{self._named(position.also)} {verb} so, too.", kind="small"))
            sides.append(tuple(blocks))
        blocks = [Sides(tuple(sides)), *self._reasons(each.contradictions)]
        judged = list(dict.fromkeys(c.judgement for c in each.contradictions if c.judgement))
        blocks += [paragraph(Run(wording.verdict(one, self._report.author), STRONG)) for one in judged]
        for notes in each.notes:
            blocks += self._written(notes)
        title = f"1.{each.number} {each.title}"
        return Section(self._level + 1, title, self._id(f"d{each.number}"), tuple(blocks))

    def _reasons(self, contradictions: Sequence[Contradiction]) -> list[Block]:
        """Why they contradict each other, once for all pairs of sources of which the same can be said."""
        alike: dict[str, list[Contradiction]] = {}
        for each in contradictions:
            alike.setdefault(each.why, []).append(each)
        shown = [wording.why(group) for group in alike.values()]
        listed = shown if self._report.full else shown[:MOST_REASONS]
        blocks: list[Block] = [paragraph(f"Why {said}", kind="small") for said in listed]
        if more := len(shown) - len(listed):
            blocks.append(paragraph(f"{count(more, 'reason')} more; {FULL}.", kind="small"))
        return blocks

    # -- facts ---------------------------------------------------------------------------------------

    def _facts(self) -> Iterator[Block]:
        facts, full = self._story.facts, self._report.full
        several = [fact for fact in facts if fact.origins > 1]
        sole = [fact for fact in facts if fact.sole]
        shown = several if full else several[:MOST_FACTS]
        if self._alone_here:
            yield legend()
        if not several and self._story.overview.origins > 1:
            yield paragraph("No fact was found in more than one origin.")
        for origins, group in groupby(shown, key=lambda fact: fact.origins):
            items = [tuple(self._fact(fact)) for fact in group]
            title = f"In {count(origins, 'origin')}"
            yield Section(self._level + 1, title, self._id(f"o{origins}"), (Listing(tuple(items)),))
        if len(shown) < len(several):
            yield paragraph(f"{len(several) - len(shown):,} more facts of several origins; {FULL}.")
        if sole:
            yield self._sole(sole if full else sole[:MOST_SOLE], len(sole))
        alone = [fact for fact in facts if not fact.compared]
        if alone and not sole:
            yield from self._alone(alone if full else alone[:MOST_SOLE], len(alone))

    def _sole(self, shown: Sequence[Fact], number: int) -> Section:
        said = f"For {count(number, 'fact')} no match was found in another origin; there may be one."
        if len(shown) < number:
            said += f" The {len(shown)} most check-worthy ({FULL}):"
        blocks = (paragraph(said), self._by_themselves(shown))
        return Section(self._level + 1, "In one origin only", self._id("o1"), blocks)

    def _alone(self, shown: Sequence[Fact], number: int) -> Iterator[Block]:
        """The facts of sources that there is nothing to compare with."""
        said = f"There is nothing to compare {count(number, 'fact')} with."
        yield paragraph(
            said + (f" The {len(shown)} most check-worthy; {FULL}:" if len(shown) < number else "")
        )
        yield self._by_themselves(shown)

    def _by_themselves(self, facts: Sequence[Fact]) -> Listing:
        """Facts of one origin each, their beginnings where brevity is asked for."""
        if not self._brief:
            return bullets([[self._quotation(fact.quote)] for fact in facts])
        leads = [
            f"{self._named([quote.source])}, {wording.attributed(quote)}: {wording.short(quote)}"
            for quote in (fact.quote for fact in facts)
        ]
        return bullets([[paragraph(lead)] for lead in leads])

    def _fact(self, fact: Fact) -> Iterator[Block]:
        yield self._quotation(fact.quote)
        link = Run(f"1.{fact.disagreement}", INTERNAL, self._id(f"d{fact.disagreement}"))
        if self._brief and fact.disagreement is not None:
            # what the sources say of it stands there, side by side
            others = wording.numbers(sorted(each.quote.source for each in fact.sources[1:]))
            yield paragraph(f"Contradicted: see {others} in ", link, kind="small")
            return
        for each in fact.sources[1:]:
            brief = self._brief or (each.relation == "copy" and not self._report.full)
            mark = MARKS[each.relation or "copy"]
            yield self._in_brief(each) if brief else self._quotation(each.quote, mark)
        if said := wording.dropped(fact):
            yield paragraph(said, kind="small")
        if fact.disagreement is not None:
            yield paragraph("Contradicted: see ", link, kind="small")

    def _in_brief(self, each: FactSource) -> Paragraph:
        quote = each.quote
        mark = MARKS[each.relation or "copy"]
        judged = " (by verdict)" if each.judged else ""
        value = "" if each.relation == "copy" else f": {each.value or wording.short(quote)}"
        who = f"{mark} {self._named([quote.source])}, {wording.attributed(quote)}{judged}"
        return paragraph(f"{who}{value}", kind="small")

    # -- one text in several places ------------------------------------------------------------------

    def _shared(self) -> Iterator[Block]:
        if not self._story.shared:
            yield paragraph("None: each source has a text of its own.")
            return
        yield bullets(
            [
                [
                    paragraph(f"Origin {self._sources[each.sources[0]].origin}: ", wording.shared(each)),
                    *(paragraph(wording.changed(change), kind="small") for change in each.changes),
                ]
                for each in self._story.shared
            ]
        )

    # -- the reader's own ----------------------------------------------------------------------------

    def _notes(self) -> Iterator[Block]:
        story = self._story
        above = sum(len(each.notes) for each in story.disagreements)
        verdicts = [each for each in story.judgements if each.disagreement is None]
        told = len(story.judgements) - len(verdicts)
        if told or above:
            said = [count(told, "verdict")] if told else []
            said += [count(above, "annotated passage")] if above else []
            verb = "stands" if told + above == 1 else "stand"
            yield paragraph(f"{wording.listed(said).capitalize()} {verb} with the disagreements above.")
        if verdicts:
            yield self._below("Verdicts", "verdicts", [b for each in verdicts for b in self._judgement(each)])
        if story.notes:
            yield self._below(
                "Notes and tags", "passages", [b for each in story.notes for b in self._noted(each)]
            )
        if story.corrections:
            corrected = [b for each in story.corrections for b in self._corrected(each)]
            yield self._below("Corrections", "corrections", corrected)
        if not (story.judgements or story.notes or above or story.corrections):
            yield paragraph("None.")

    def _below(self, title: str, name: str, blocks: Sequence[Block]) -> Section:
        return Section(self._level + 1, title, self._id(name), tuple(blocks))

    def _noted(self, notes: PassageNotes) -> Iterator[Block]:
        yield self._quotation(notes.quote)
        yield from self._written(notes)

    def _corrected(self, each: Corrected) -> Iterator[Block]:
        yield paragraph(Run(f"{wording.corrected(each, self._report.author)}:", STRONG))
        yield self._quotation(each.quote)

    def _judgement(self, each: Judgement) -> Iterator[Block]:
        yield paragraph(Run(wording.verdict(each, self._report.author), STRONG))
        yield Sides(((self._quotation(each.a),), (self._quotation(each.b),)))

    def _written(self, notes: PassageNotes) -> Iterator[Block]:
        if said := wording.state(notes):
            yield paragraph(f"The annotated passage {said}." if ":" not in said else f"{said}.", kind="small")
        for note in notes.notes:
            yield self._note(note)
        if notes.tags:
            yield paragraph(f"Tags: {', '.join(f'#{tag}' for tag in notes.tags)}", kind="small")
        if notes.colours:
            yield paragraph(f"Highlighted: {', '.join(notes.colours)}", kind="small")

    def _note(self, note: Note) -> Written:
        lead = Run(f"{wording.whose(note.by, self._report.author, 'Note')}:", STRONG)
        return Written((lead,), tuple(note.body.splitlines()) or ("",))

    # -- what was not compared -----------------------------------------------------------------------

    def _limits(self) -> Iterator[Block]:
        limits = self._story.limits
        said = [
            f"{self._named([number])}: only a part of the text is here ({word}). That no match was found in "
            "it says nothing, and it adds no origin."
            for number, word in limits.partial
        ]
        if limits.undated:
            tells = "names" if len(limits.undated) == 1 else "name"
            said.append(
                f"{self._named(limits.undated)} {tells} no day of publication: what is told from it, such "
                "as “last week”, is no day to compare."
            )
        said += [f"The date of {self._named([number])} is doubtful: {why}." for number, why in limits.doubted]
        if limits.foreign:
            names = [name for name, _ in limits.languages if name not in ("English", "")]
            said.append(
                f"{self._named(limits.foreign)} ({wording.listed(names)}): sentences, copies, shared names "
                "and figures work in every language; claims and boilerplate are found less often than in "
                "English."
            )
        if self._alone_here:
            said += [f"Problem in opening: {problem}" for problem in self._report.problems]
        if said:
            yield bullets([[paragraph(each)] for each in said])
        else:
            whole = "All sources are here as whole texts and were compared with each other."
            yield paragraph(
                whole if len(self._story.sources) > 1 else "One text alone was compared with none."
            )
        if self._alone_here:
            yield from measured()

    # -- every claim ---------------------------------------------------------------------------------

    def _claims(self) -> Iterator[Block]:
        for number, group in groupby(self._story.claims, key=lambda each: each.quote.source):
            blocks: list[Block] = []
            for each in group:
                blocks.append(self._quotation(each.quote))
                links: list[list[Block]] = [
                    [
                        self._quotation(link.quote, MARKS[link.relation]),
                        paragraph(link.why or "no computed reason", kind="small"),
                    ]
                    for link in each.links
                ]
                blocks += [bullets(links)] if links else []
                if each.unmatched:
                    blocks.append(
                        paragraph(f"No match found in {wording.numbers(each.unmatched)}.", kind="small")
                    )
            title = f"Claims of {number}, {self._sources[number].name}"
            yield Section(self._level + 1, title, self._id(f"c{number}"), tuple(blocks))

    # -- quotes --------------------------------------------------------------------------------------

    def _quotation(self, quote: Quote, mark: str = "") -> Quotation:
        source = self._sources.get(quote.source)
        if source is None:
            return Quotation((Run("A source that is not in this story:"),), quote)
        lead = f", {wording.day(source.day)}, {wording.attributed(quote)}:"
        before = (Run(f"{mark} "),) if mark else ()
        return Quotation((*before, Run(f"{source.number} {source.name}", STRONG), Run(lead)), quote)

    def _named(self, sources: Sequence[int]) -> str:
        """Sources with their names: "1 Gazette and 2 Post"."""
        return wording.listed([f"{number} {self._sources[number].name}" for number in sources])


def legend() -> Block:
    """What is counted, and what the marks mean."""
    marks = "; ".join(f"{MARKS[each]} {IN_WORDS[each]}" for each in ("copy", "agree", "refine", "conflict"))
    return paragraph(f"Counted in origins: sources that carry one text count once. {marks}.", kind="small")


def measured() -> Iterator[Block]:
    """How right the marks are."""
    yield paragraph(
        "Measured on real stories that nobody prepared, with truth written by people before the program ran. "
        "Of the marks that the truth tells of, so many are right; what each misses stands behind:"
    )
    told = [(f"{each.mark}: {each.right}", each.misses.replace("`", "")) for each in MEASURED]
    yield bullets([[paragraph("; ".join(filter(None, said)))] for said in told])
    yield paragraph(
        "So ≠ is a reason to look, not a finding, and no ≠ is no proof that sources agree. A score tells how "
        "sure the program is, from 0 to 1."
    )


def problems(report: Report) -> Block:
    """What was wrong with the inputs."""
    return bullets([[paragraph(problem)] for problem in report.problems])
