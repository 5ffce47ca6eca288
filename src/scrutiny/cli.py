"""scrutiny: the record of your committees as a site of your own.

    scrutiny demo                   the fictional county, filed and served, in under a minute
    scrutiny init                   make the folder, the database and the search index
    scrutiny file PAPERS …          read papers and file them (--plan: show what would change, write nothing)
    scrutiny serve                  open the site on this machine
    scrutiny reindex                build the search index anew
    scrutiny check                  look whether database, archive and index agree
"""
from __future__ import annotations

import argparse
import getpass
import hashlib
import os
import sys
import time
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="scrutiny", description="The record of scrutiny committees as a public, searchable site.")
    parser.add_argument("--data", metavar="FOLDER", help="where everything is kept (default: ./data, or SCRUTINY_DATA)")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("init", help="make the folder, the database and the search index")
    one = verbs.add_parser("file", help="read papers and file them")
    one.add_argument("papers", nargs="+", help="files, folders or archives")
    one.add_argument("--plan", action="store_true", help="show every change and write nothing")
    one.add_argument("--licence", default="", help="the licence under which the papers were published, such as OGL-3.0")
    one.add_argument("--address", default="", help="the address they were taken from")
    one.add_argument("--exempt", nargs="?", const="declared exempt", default="", metavar="GROUND", help="hold these papers back from the public, whole")
    one.add_argument("--by", default="", help="who files them, for the journal (default: your user name)")
    for name, words in (("serve", "open the site"), ("demo", "file the fictional county and open the site")):
        one = verbs.add_parser(name, help=words)
        one.add_argument("--host", default="127.0.0.1")
        one.add_argument("--port", type=int, default=8000)
        one.add_argument("--workers", type=int, default=1)
    one.add_argument("--no-serve", action="store_true", help="file only")
    verbs.add_parser("reindex", help="build the search index anew")
    verbs.add_parser("check", help="look whether database, archive and index agree")
    args = parser.parse_args(argv)
    if args.data:
        os.environ["SCRUTINY_DATA"] = args.data
    elif args.verb == "demo":
        os.environ.setdefault("SCRUTINY_DATA", "demo-data")
    if args.verb == "demo":
        os.environ.setdefault("SCRUTINY_NAME", "Wendleshire, a county that does not exist")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutiny.settings")
    try:
        return _begun(args)
    except KeyboardInterrupt:
        return 130


def _begun(args: argparse.Namespace) -> int:
    from scrutiny import settings

    if args.verb in ("init", "demo"):
        settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
        settings.SECRET_KEY = settings._secret()
    elif not settings.DATA.is_dir():
        print(f"There is no folder {settings.DATA}. Begin with: scrutiny init", file=sys.stderr)
        return 1
    import django

    django.setup()
    return {"init": _init, "file": _file, "serve": _serve, "reindex": _reindex, "check": _check, "demo": _demo}[args.verb](args)


def _init(args: argparse.Namespace) -> int:
    from django.conf import settings
    from django.core.management import call_command

    from scrutiny import jobs

    call_command("migrate", verbosity=0)
    if not (Path(settings.INDEX) / "current").exists():
        jobs.rebuild_index()
    if args.verb == "init":
        print(f"Ready in {settings.DATA}. Next: scrutiny file PAPERS, then scrutiny serve")
    return 0


def _file(args: argparse.Namespace) -> int:
    from scrutiny import jobs
    from scrutiny.filing.batch import file_papers

    missing = [p for p in args.papers if not Path(p).exists()]
    if missing:
        print(f"There is no file or folder called {', '.join(missing)}.", file=sys.stderr)
        return 1
    failed = 0
    for filed in file_papers(args.papers, by=args.by or _user(), address=args.address, licence=args.licence, exempt=args.exempt, only_plan=args.plan):
        if filed.plan is None:
            failed += 1
            print(f"not read: {filed.failed}", file=sys.stderr)
        else:
            print(*filed.plan.told(whole=args.plan), sep="\n")
    if not args.plan:
        jobs.bring_index_up_to_date()
    return 2 if failed else 0


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "the operator"


def _reindex(args: argparse.Namespace) -> int:
    from scrutiny import jobs

    begun = time.monotonic()
    count = jobs.rebuild_index()
    print(f"{count:,} paragraphs indexed in {time.monotonic() - begun:.1f} s")
    return 0


def _check(args: argparse.Namespace) -> int:
    """Every document with its bytes and their hash, nothing waiting, the index as long as the shelf."""
    from django.core.management import call_command

    from scrutiny.access.models import Changed
    from scrutiny.archive.models import Document
    from scrutiny.archive.store import place_of
    from scrutiny.publish import search, shelf

    call_command("check", verbosity=0)
    wrong = []
    for document in Document.objects.filter(inside__isnull=True).iterator():
        place = place_of(document.sha256)
        if not place.exists():
            wrong.append(f"{document.name}: its bytes are not in the archive")
        elif hashlib.sha256(place.read_bytes()).hexdigest() != document.sha256:
            wrong.append(f"{document.name}: its bytes have changed since they were received")
    if waiting := Changed.objects.count():
        wrong.append(f"{waiting} changes wait for the search index; scrutiny reindex brings it up to date")
    held, indexed = sum(1 for _ in shelf.searched()), search.size()
    if held != indexed:
        wrong.append(f"the index has {indexed or 'no'} paragraphs and the record {held:,}; run scrutiny reindex")
    print(*wrong or [f"All is well: {Document.objects.count():,} documents with their bytes, {held:,} paragraphs, all in the index."], sep="\n")
    return 1 if wrong else 0


def _serve(args: argparse.Namespace) -> int:
    from granian import Granian
    from granian.constants import Interfaces

    from scrutiny import jobs

    _init(args)
    jobs.bring_index_up_to_date()
    if args.host not in ("127.0.0.1", "localhost") and not os.environ.get("SCRUTINY_HOSTS"):
        print("Set SCRUTINY_HOSTS to the names under which the site is to be reached.", file=sys.stderr)
    print(f"The record is open on http://{args.host}:{args.port}/   (Ctrl-C closes it)", flush=True)
    Granian("scrutiny.wsgi:application", address=args.host, port=args.port, interface=Interfaces.WSGI, workers=args.workers,
            blocking_threads=4, log_enabled=False).serve()
    return 0


def _demo(args: argparse.Namespace) -> int:
    from scrutiny import jobs
    from scrutiny.filing.batch import file_papers

    papers = next((p for p in (Path("samples/county/papers"), Path(__file__).parents[2] / "samples/county/papers") if p.is_dir()), None)
    if papers is None:
        print("The sample papers are not here; run this in a checkout of the project.", file=sys.stderr)
        return 1
    _init(args)
    begun = time.monotonic()
    changes = 0
    for filed in file_papers([papers], by="the demo", licence="MIT"):
        if filed.plan is None:
            print(f"not read: {filed.failed}", file=sys.stderr)
        else:
            changes += len(filed.plan.changes)
            print(f"  {filed.name}: {len(filed.plan.changes)} changes", flush=True)
    jobs.bring_index_up_to_date()
    print(f"Filed in {time.monotonic() - begun:.1f} s, {changes:,} changes.")
    return 0 if args.no_serve else _serve(args)
