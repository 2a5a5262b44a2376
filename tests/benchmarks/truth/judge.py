"""Hold what the program found in a story against its truth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.benchmarks.truth.found import Found, FoundClaim, FoundLink
from tests.benchmarks.truth.passages import Range, iou, meet, same_speaker, words
from tests.benchmarks.truth.story import Ends, Truth

ONE_FACT = ("copy", "agree", "refine", "conflict")
"""Relations that say that two passages state one fact."""

LOOSE = 0.8
"""Tightness below which a claim is listed among the errors."""

CLOSE = 0.8
"""Share of words in common from which two passages of one origin may be called copies."""


@dataclass
class Result:
    """Counts that add up over stories, and a line for each error."""

    counts: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    errors: list[str] = field(default_factory=list)

    def add(self, **counts: float) -> None:
        """Add to the counts."""
        for name, value in counts.items():
            self.counts[name] += value


def judge(truth: Truth, found: Found) -> Result:
    """What is right, wrong and missing."""
    result = Result()
    for name in truth.pages:
        _must(truth, name, found.claims[name], result)
        _claims(truth, name, found.claims[name], result)
        _boilerplate(truth, name, found.boilerplate[name], result)
    for pair in truth.pairs:
        if not pair.may:
            _pair(truth, pair.ends, pair.relations, found.links, result)
    for link in found.links:
        _link(truth, link, result)
    if found.origins != truth.origins:
        result.add(origins_wrong=1)
        result.errors.append(f"origins: {_groups(found.origins)}, should be {_groups(truth.origins)}")
    return result


def _must(truth: Truth, name: str, claims: Sequence[FoundClaim], result: Result) -> None:
    page = truth.pages[name]
    for must in page.must:
        shown = f"{name}: {page.quote(must.at)}"
        result.add(must=1)
        met = [c for c in claims if meet(c.at, must.at)]
        if not met:
            result.errors.append(f"claim missed: {shown}")
            continue
        ranges = (must.at, *must.others)
        best = max(met, key=lambda c: max(iou(c.at, r) for r in ranges))
        tight = max(iou(best.at, r) for r in ranges)
        right = any(same_speaker(best.speaker, wanted) for wanted in must.speakers)
        kinds = len(must.kinds & best.kinds) / len(must.kinds)
        result.add(must_found=1, must_iou=tight, must_speaker=right, must_kinds=kinds)
        if tight < LOOSE:
            result.errors.append(f"claim loose, {tight:.2f}: {page.quote(best.at)} for {shown}")
        if not right:
            wanted = " or ".join(str(s) for s in must.speakers)
            result.errors.append(f"speaker {best.speaker}, not {wanted}: {shown}")


def _claims(truth: Truth, name: str, claims: Sequence[FoundClaim], result: Result) -> None:
    page = truth.pages[name]
    known = [*(r for must in page.must for r in (must.at, *must.others)), *page.may]
    for claim in claims:
        shown = f"{name}: {page.quote(claim.at)}"
        right = any(meet(claim.at, r) for r in known)
        noise = any(claim.at[0] < end and start < claim.at[1] for start, end in page.noise)
        result.add(claims=1, claims_right=right, claims_noise=noise)
        if noise:
            result.errors.append(f"claim in boilerplate: {shown}")
        elif not right:
            result.errors.append(f"no claim: {shown}")


def _boilerplate(truth: Truth, name: str, spans: Sequence[Range], result: Result) -> None:
    page = truth.pages[name]
    noise, either = page.characters(page.noise), page.characters(page.either)
    dimmed = page.characters(spans) - (either - noise)
    result.add(dim=len(dimmed), dim_right=len(dimmed & noise), dim_truth=len(noise))
    for label, wrong in (("dimmed", dimmed - noise), ("not dimmed", noise - dimmed)):
        result.errors += [f"{label}: {name}: {page.quote(run)}" for run in page.runs(wrong)]


def _pair(
    truth: Truth, ends: Ends, relations: Sequence[str], links: Iterable[FoundLink], result: Result
) -> None:
    met = [link for link in links if _meets(link, ends)]
    right = any(link.relation in relations for link in met)
    result.add(pairs=1, pairs_met=bool(met), pairs_right=right)
    result.add(**{f"{relations[0]}_pairs": 1, f"{relations[0]}_pairs_right": right})
    if list(relations) == ["conflict"]:
        result.add(conflicts=1, conflicts_found=right)
    if not right:
        said = f"called {', '.join(sorted({link.relation for link in met}))}" if met else "not linked"
        (x, a), (y, b) = ends
        result.errors.append(f"{'|'.join(relations)} {said}: {_shown(truth, ((x, a[0]), (y, b[0])))}")


def _link(truth: Truth, link: FoundLink, result: Result) -> None:
    right = _right(truth, link)
    alike = not right and _alike(truth, link)
    result.add(links=1, links_right=right, alike=alike)
    result.add(conflicts_false=not right and link.relation == "conflict")
    result.add(**{f"{link.relation}_links": 1, f"{link.relation}_links_right": right})
    if not right:
        label = "look-alike" if alike else "wrong link"
        result.errors.append(f"{label}, {link.relation}: {_shown(truth, link.ends)} ({link.why})")


def _right(truth: Truth, link: FoundLink) -> bool:
    if any(link.relation in pair.relations and _meets(link, pair.ends) for pair in truth.pairs):
        return True
    if link.relation == "related":
        return any(
            all(any(meet(at, r) for r in subject.get(name, ())) for name, at in link.ends)
            for subject in truth.subjects
        )
    (x, a), (y, b) = link.ends
    one = any(x in group and y in group for group in truth.origins)
    mine, theirs = words(truth.pages[x].text[slice(*a)]), words(truth.pages[y].text[slice(*b)])
    close = len(mine & theirs) >= CLOSE * len(mine | theirs)
    return one and close and link.relation in ("copy", "agree")


def _alike(truth: Truth, link: FoundLink) -> bool:
    (x, _), (y, _) = link.ends
    if link.relation in ONE_FACT and not any(x in event and y in event for event in truth.events):
        return True
    return any(link.relation in pair.relations and _meets(link, pair.ends) for pair in truth.forbidden)


def _meets(link: FoundLink, ends: Ends) -> bool:
    return any(
        all(
            name == wanted and any(meet(at, r) for r in ranges)
            for (name, at), (wanted, ranges) in zip(turned, ends, strict=True)
        )
        for turned in (link.ends, link.ends[::-1])
    )


def _shown(truth: Truth, ends: Iterable[tuple[str, Range]]) -> str:
    return " — ".join(f"{name}: {truth.pages[name].quote(at)}" for name, at in ends)


def _groups(groups: Iterable[Iterable[str]]) -> str:
    return ", ".join(sorted("+".join(sorted(group)) for group in groups))
