"""`minutebook styles`: the document styles that the reader knows."""
from __future__ import annotations

import argparse

from minutebook.cli import OK


def run(chosen: argparse.Namespace) -> int:
    from minutebook.reading import styles

    known = getattr(styles, "STYLES", ())
    for style in known.values() if isinstance(known, dict) else known:
        print(f"{style.name:<20} {getattr(style, 'what', '') or (style.__doc__ or '').strip().splitlines()[0]}")
    if not known:
        print("plain                numbering, headings and layout as they stand; no council needs lines of its own")
    return OK
