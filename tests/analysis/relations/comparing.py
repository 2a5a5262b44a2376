"""Two passages compared by what they say, as ones that are likely to state one fact."""

from seedreader.analysis.relations import relate
from seedreader.analysis.relations.likelihood import Likelihood
from seedreader.analysis.relations.passage_features import PassageFeatures
from seedreader.analysis.relations.passage_pair import PassagePair
from seedreader.article import Reason

PERHAPS = Likelihood(0.6, 0.6)
"""How likely two passages state one fact that matching found for each other."""


def compared(a: PassageFeatures, b: PassageFeatures, likely: Likelihood = PERHAPS) -> tuple[str, Reason]:
    """The relation of two passages and why."""
    return relate.relate(PassagePair(a, b), likely)
