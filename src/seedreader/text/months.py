"""The months of English texts; other languages stand with the patterns that know them."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
"""The names, in order."""

SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
"""Their first three letters, by which any form of a name begins: "Sep" for Sept., Sept and September."""

ANY_MONTH = "|".join(MONTHS)
"""Pattern of a name as it is written out."""

ANY_SHORT_MONTH = "|".join(SHORT_MONTHS)
"""Pattern of what any form of a name begins with."""

ANY_ABBREVIATED_MONTH = "|".join(("Sept", *(short for short in SHORT_MONTHS if short not in MONTHS)))
"""Pattern of an abbreviation, without its full stop; May has none."""
