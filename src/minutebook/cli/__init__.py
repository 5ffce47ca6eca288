"""The command `minutebook`: read papers, show where a statement stands, check a folder of papers.

Exit status: 0 all is well; 1 `check` found doubts or errors, or `show` could not verify a passage;
2 a file could not be read; 64 the command was used wrongly; 130 stopped from the keyboard; 141 the
reader of our output went away.
"""
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

OK, DOUBTS, UNREADABLE, USAGE, STOPPED, PIPE = 0, 1, 2, 64, 130, 141

STATUS = """exit status:
  0    all papers were read
  1    check: doubts or errors were found; show: the passage could not be verified
  2    a file could not be read (the others were)
  64   the command was used wrongly
  130  stopped from the keyboard"""

LIMITS = """limits per file, each set with --limit NAME=VALUE:
  file_bytes, pages, text_characters, line_characters, unpacked_bytes, unpacked_ratio, members,
  nesting, seconds, ocr_pages, ocr_seconds_per_page
  (--limit ocr_pages=0 reads scans without OCR)"""


class Misused(Exception):
    """The command was used wrongly: what is wrong, and what to write instead."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n")


def parser() -> argparse.ArgumentParser:
    """The command's words and options. Builds without loading any reader."""
    from minutebook import __version__

    top = _new(None, "minutebook", "Any published committee paper becomes one cited record.",
               "examples:\n"
               "  minutebook read minutes.pdf                      what the paper says, in the terminal\n"
               "  minutebook read papers/ --as record --out all.json --jobs 2\n"
               "  minutebook show minutes.pdf --at 1571-1640       the passage, and its page\n"
               "  minutebook check papers/                         doubts and coverage, for scripts\n"
               "  minutebook demo papers/ --out demo               the record as web pages\n\n" + STATUS)
    top.add_argument("--version", action="version", version=f"minutebook {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="COMMAND", required=True, parser_class=_Parser)

    read = _new(verbs, "read", "Read papers and give the record out.",
                "PAPER is a file, a folder, a ZIP archive, or - for standard input. What kind of file it is\n"
                "is told by its content, not its name.\n\n"
                "examples:\n"
                "  minutebook read minutes.docx\n"
                "  minutebook read pack.pdf --as akoma-ntoso --out pack.xml\n"
                "  minutebook read papers/ --as csv --out tables.zip --jobs 2\n"
                "  curl -s ADDRESS | minutebook read - --name page.html --as record\n\n" + LIMITS + "\n\n" + STATUS)
    _papers(read)
    read.add_argument("--as", dest="form", default="summary", metavar="FORM",
                      help="summary (default), record, coverage, akoma-ntoso, popolo, csv, … (see: minutebook formats)")
    read.add_argument("--out", metavar="PATH", help="write here; a folder gets one file for each paper given")
    read.add_argument("--name", default="standard-input", help="what to call standard input")
    _pace(read)

    show = _new(verbs, "show", "Print a passage with its surroundings and its place, and verify the citation.",
                "SPAN is START-END in characters of the archived text, with or without the source's hash before\n"
                "it, as printed by read: 1571-1640 or 5a5a5a5a5a5a:1571-1640.\n\n"
                "examples:\n"
                "  minutebook show minutes.pdf --at 1571-1640\n"
                "  minutebook show minutes.pdf --at 1571-1640 --quote 'She would provide a breakdown'\n"
                "  minutebook show minutes.pdf --at 1571-1640 --picture passage.png\n\n" + LIMITS + "\n\n" + STATUS)
    show.add_argument("paper", metavar="PAPER")
    show.add_argument("--at", required=True, metavar="SPAN")
    show.add_argument("--quote", metavar="WORDS", help="verify that these words stand there")
    show.add_argument("--around", type=int, default=300, metavar="N", help="characters of surroundings (default 300)")
    show.add_argument("--picture", metavar="OUT.png", help="draw the page with the passage marked")
    _limit(show)

    check = _new(verbs, "check", "List doubts and coverage of papers, with an exit status for scripts.",
                 "examples:\n  minutebook check papers/\n  minutebook check papers/ --strict && echo clean\n\n"
                 + LIMITS + "\n\n" + STATUS)
    _papers(check)
    check.add_argument("--strict", action="store_true", help="notes count as doubts")
    check.add_argument("--quiet", action="store_true", help="print only the table, not each doubt")
    _pace(check)

    demo = _new(verbs, "demo", "Read papers and write their record as web pages that need no server.",
                "Without PAPER the sample county is read.\n\n"
                "example:\n  minutebook demo papers/ --out demo && xdg-open demo/index.html\n\n" + LIMITS + "\n\n" + STATUS)
    demo.add_argument("papers", nargs="*", metavar="PAPER")
    demo.add_argument("--out", default="demo", metavar="FOLDER", help="where to write the pages (default: demo)")
    demo.add_argument("--title", default=None, help="the name of the collection, shown at the head of each page")
    _pace(demo)

    _new(verbs, "styles", "List the document styles that the reader knows.", None)
    _new(verbs, "formats", "List the forms in which a record leaves, and the files that can be read.", None)
    completion = _new(verbs, "completion", "Print a completion script for a shell.",
                      "example:\n  minutebook completion bash > ~/.local/share/bash-completion/completions/minutebook")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"))
    return top


def _new(verbs: argparse._SubParsersAction[_Parser] | None, name: str, what: str, more: str | None) -> _Parser:
    raw = argparse.RawDescriptionHelpFormatter
    if verbs is None:
        return _Parser(prog=name, description=what, epilog=more, formatter_class=raw, allow_abbrev=False)
    return verbs.add_parser(name, help=what, description=what, epilog=more, formatter_class=raw, allow_abbrev=False)


def _papers(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("papers", nargs="+", metavar="PAPER")


def _pace(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="read N files at a time (0: one per processor)")
    verb.add_argument("--no-progress", action="store_true", help="no progress bar")
    _limit(verb)


def _limit(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--limit", action="append", default=[], metavar="NAME=VALUE", help="set a limit per file")


def _jobs(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("give a number of processes, or 0")
    return number or os.cpu_count() or 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Gives its exit status; never a traceback for what a user can get wrong."""
    if sys.flags.utf8_mode == 0:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
    chosen = parser().parse_args(arguments)
    try:
        run = import_module(f"minutebook.cli.{chosen.verb}").run
        status: int = run(chosen)
        sys.stdout.flush()
        return status
    except Misused as wrong:
        print(f"minutebook {chosen.verb}: {wrong}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # What reads our output has gone (`| head`): leave quietly, and let no later flush complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE
    except OSError as error:
        print(f"minutebook {chosen.verb}: {error.filename or 'file'}: {error.strerror or error}", file=sys.stderr)
        return UNREADABLE
