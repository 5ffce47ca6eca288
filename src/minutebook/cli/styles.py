"""`minutebook styles`: the house styles that the reader knows, its own and those of installed packages."""
from __future__ import annotations

import argparse
from textwrap import indent, wrap

from minutebook.cli import OK


def run(chosen: argparse.Namespace) -> int:
    """Print every style: its name, what it is, and the sample paper that shows it."""
    from minutebook.reading.style import OWN, all_styles

    for n, style in enumerate(all_styles()):
        print(style.name + ("" if n < len(OWN) else "  (from an installed package)"))
        print(indent("\n".join(wrap(style.about, 96)), "    "))
        if style.sample:
            print(f"    sample: samples/{style.sample}")
    return OK
