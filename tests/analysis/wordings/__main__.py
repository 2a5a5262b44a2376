"""How many of the figures and dates of a file are read rightly, and each that is not.

python -m tests.analysis.wordings quantities.txt dates.txt
"""

from __future__ import annotations

import sys

from tests.analysis.wordings import read, wrong_dates, wrong_quantities


def main(names: list[str]) -> None:
    """Print the misses of each file and one line with its figures; a held-out one shows no misses."""
    for name in names:
        judge = wrong_quantities if name.startswith("quantities") else wrong_dates
        judged = [judge(line) for line in read(name)]
        right, wrong = sum(n for n, _ in judged), [w for _, ws in judged for w in ws]
        if name in ("quantities.txt", "dates.txt"):
            sys.stdout.writelines(f"{line}\n" for line in wrong)
        whole = sum(not ws for _, ws in judged)
        total = right + len(wrong)
        told = f"{right} of {total} ({right / total:.1%}), {whole} of {len(judged)} lines"
        sys.stdout.write(f"{name}: {told}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
