"""The page of one paper: everything its record holds, each statement with a link to its passage."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from minutebook.pages.parts import cover, dotted, e, frame, section, suggested
from minutebook.pages.source import SourcePages
from minutebook.pages.words import day, one_or_more, person, titled, value_of
from minutebook.provenance import Span
from minutebook.readings import Account
from minutebook.record import Commitment, Figure, FollowUp, Item, Paragraph, Record

BACKS = (("commitments", "promise"), ("questions", "question"), ("votes", "vote"), ("actions", "action"),
         ("follow_ups", "follow-up"), ("declarations", "declaration"), ("motions", "motion"))


def ways_back(records: Iterable[tuple[str, Record]]) -> dict[tuple[int, int], str]:
    """For each passage that a claim rests on, a link back to the claim on its paper's page."""
    out: dict[tuple[int, int], str] = {}
    for file, record in records:
        for noun, word in BACKS:
            for number, claim in enumerate(getattr(record, noun), 1):
                if claim.where is not None:
                    link = f'<a class="back" href="{file}#{word}-{number}" aria-label="Back to {word} {number}">↩</a>'
                    key = (claim.where.start, claim.where.end)
                    out[key] = out.get(key, "") + link
    return out


class PaperPage:
    """Draws one paper. `source` gives the addresses of passages."""

    def __init__(self, record: Record, source: SourcePages, account: Account, unread: Sequence[tuple[int, int, str]]) -> None:
        self.record, self.source, self.account, self.unread = record, source, account, unread
        self.noted: set[int] = set()        # claims that already stand beside a paragraph

    def html(self, *, collection: str, file: str, data: str) -> str:
        """The whole page of one paper."""
        r = self.record
        title = titled(r)
        main = (
            self._heading(title, data) + self._items() + self._sections() + self._questions() + self._promises()
            + self._lists() + self._figures() + self._people() + self._private() + self._references() + self._left_open()
        )
        when = f", {day(r.date)}" if r.date else ""
        return frame(title + when, main, collection=collection,
                     trail=[("index.html", "Papers"), ("", f"{title}{when}")])

    # --- head

    def _heading(self, title: str, data: str) -> str:
        r = self.record
        when = day(r.date) + (f" at {r.time}" if r.time else "") if r.date else ""
        known = dotted(e(when), e(r.venue), f"{e(r.chair)} in the chair" if r.chair else "")
        above = dotted(e(r.kind.replace("-", " ").capitalize()), e(r.authority if r.authority != title else ""),
                       e(r.body if r.body not in (title, r.authority) else ""))
        concluded = "".join(f"<p>{e(name.replace('_', ' '))}: {e(value.get('value') if isinstance(value, dict) else value)}, "
                            f"{e(value.get('basis', '') if isinstance(value, dict) else '')}</p>"
                            for name, value in r.inferred.items())
        counts = [("items", len(r.items)), ("people", len(r.attendance)), ("resolutions", sum(len(i.resolutions) for i in r.items)),
                  ("promises, clear", sum(c.strength == "explicit" for c in r.commitments)),
                  ("said for later, softer", sum(c.strength != "explicit" for c in r.commitments)),
                  ("figures", len(r.figures)), ("questions", len(r.questions)), ("entries", len(r.entries)),
                  ("planned meetings", len(r.meetings)), ("papers within", len(r.documents))]
        tally = "".join(f"<div><dt>{one_or_more(count, name)}</dt><dd>{count:,}</dd></div>" for name, count in counts if count)
        pages = f"<dt>Pages</dt><dd>{r.pages[0]} to {r.pages[1]}</dd>" if r.pages else ""
        printed = f"<dt>Printed</dt><dd>pages {r.pack_pages[0]} to {r.pack_pages[1]}</dd>" if r.pack_pages else ""
        item = f"<dt>Item</dt><dd>{e(r.agenda_item)}</dd>" if r.agenda_item else ""
        style = f"<dt>Style</dt><dd>{e(r.style)}</dd>" if r.style else ""
        first = f"{self.source.stem}--source.html"
        if self.account.read or self.account.unread:
            read = f'<h2 class="small" id="read">How much was read</h2>{cover(self.account)}'
        else:
            read = ""
        return (
            f'<p class="eyebrow">{above}</p>\n<h1 class="said">{e(title)}</h1>\n<p class="quiet">{known}</p>\n'
            f'<div class="cols"><div><dl class="counts">{tally}</dl></div>\n<div class="note"><dl class="kv">'
            f'<dt>Source</dt><dd><a href="{first}">{e(r.source.name)}</a></dd>{pages}{printed}{item}{style}'
            f'<dt>SHA-256</dt><dd>{r.source.sha256[:16]}…</dd><dt>Take away</dt><dd><a href="{e(data)}">JSON</a></dd></dl>'
            f"{read}{f'<p>Concluded, not printed here:</p>{concluded}' if concluded else ''}</div></div>\n"
        )

    def cite(self, where: Span | None, of: str) -> str:
        """The link from a statement to the passage it rests on."""
        return self.source.link(where, of)

    # --- items of business

    def _items(self) -> str:
        items = self.record.items
        return section("What was on the agenda", "".join(self._item(n, i) for n, i in enumerate(items, 1)), len(items), "items")

    def _item(self, n: int, item: Item) -> str:
        number = e(item.number) if item.number else f'<span class="quiet">{e(item.number_inferred or "–")}</span>'
        notes = dotted(
            f"Item {e(item.agenda_ref)}" if item.agenda_ref else "", e(item.section), e(item.action),
            f"pages {item.pages[0]} to {item.pages[1]}" if item.pages else "",
            '<span class="tag tag--late">Cut short by the page</span>' if item.truncated else "",
            '<span class="tag">Number concluded, not printed</span>' if item.number_inferred and not item.number else "",
            f"proposed and seconded: {e(', '.join(str(v) for v in item.moved_seconded.values() if v))}" if item.moved_seconded else "",
            self.cite(item.where, f"item {item.number or n}"))
        paragraphs = "".join(self._paragraph(item, p) for p in item.paragraphs)
        resolutions = "".join(self._resolution(item, r, f"R{k}") for k, r in enumerate(item.resolutions, 1))
        if not paragraphs and item.text:
            paragraphs = f'<p class="said">{e(item.text)}</p>'
        private = '<p class="leaf">Held in private.</p>' if item.restricted else ""
        return (f'<article class="item" id="item-{n}"><span class="hang">{number}</span><h3 class="said">{e(item.title)}</h3>'
                f'<p class="small quiet">{notes}</p>{private}{paragraphs}{resolutions}</article>\n')

    def _paragraph(self, item: Item, p: Paragraph) -> str:
        depth = min(3, p.label.count("."))
        shown = p.label.rsplit(".", 1)[-1]
        mark = "•" if shown.startswith("bul") else "" if shown.startswith("p") and shown[1:].isdigit() else e(shown)
        hang = self._hang(mark or "¶", p.where, f"paragraph {p.label}")
        return (f'<div class="para deep-{depth}">{hang}<p class="said">{e(p.text)}</p>'
                f'<div class="notes">{self._notes(item, p.label, p.where)}</div></div>\n')

    def _resolution(self, item: Item, r: Any, label: str) -> str:
        hang = self._hang("→", r.where, f"resolution {label}")
        said = "" if r.text.lower().startswith(r.verb) else f'<span class="tag tag--ink">{e(r.verb.capitalize())}</span> '
        return (f'<div class="para resolved">{hang}<p class="said">{said}{e(r.text)}</p>'
                f'<div class="notes">{self._notes(item, label, r.where)}</div></div>\n')

    def _hang(self, words: str, where: Span | None, of: str) -> str:
        if where is None:
            return f'<span class="hang">{words}</span>'
        return (f'<span class="hang"><a href="{self.source.file_of(where)}#c{where.start}-{where.end}">{words}'
                f'<span class="vh"> source of {e(of)}</span></a></span>')

    def _notes(self, item: Item | None, label: str, where: Span | None) -> str:
        """What was found in one paragraph. Where items bear no number, or one number stands twice, the place tells them apart."""
        out = []
        number = item and (item.number or item.number_inferred)

        def here(claim: Commitment | Figure | FollowUp) -> bool:
            if where is not None and claim.where is not None and not where.start <= claim.where.start < where.end:
                return False
            return item is None or claim.item == number and claim.paragraph == label

        for n, c in enumerate(self.record.commitments, 1):
            if here(c):
                out.append(f'<div class="note pencil"><p><strong>Promise</strong> {suggested(c.confidence)}</p><p>{_who(c)} · {_due(c)}</p>'
                           f'<p><a href="#promise-{n}">{e(c.strength)} {e(c.basis)}</a> · {self.cite(c.where, f"promise {n}")}</p></div>')
        figures = [(n, f) for n, f in enumerate(self.record.figures, 1) if here(f)]
        if figures:
            listed = ", ".join(f'<a href="#figure-{n}">{e(value_of(f))}</a>' for n, f in figures)
            out.append(f'<div class="note pencil"><p><strong>Figures</strong> {listed}</p></div>')
        for n, f in enumerate(self.record.follow_ups, 1):
            if here(f):
                out.append(f'<div class="note pencil"><p><strong>Looks back</strong> {suggested()}</p>'
                           f'<p><a href="#follow-up-{n}">{e(f.status)}: {e(f.about)}</a></p></div>')
        return "".join(out)

    # --- other bodies of text

    def _sections(self) -> str:
        r = self.record
        parts = []
        for s in r.sections:
            paragraphs = "".join(f'<div class="para">{self._hang(e(p.label), p.where, f"paragraph {p.label}")}<p class="said">{e(p.text)}</p>'
                                 f"{self._notes_in(p.label, p.where)}</div>" for p in s.paragraphs)
            parts.append(f'<article class="item"><span class="hang">{e(s.number)}</span><h3 class="said">{e(s.heading)}</h3>{paragraphs}</article>')
        out = section("Sections", "".join(parts), len(r.sections))
        out += section("Recommendations", self._plain(r.recommendations), len(r.recommendations))
        implications = "".join(f"<tr><th scope=row>{e(k)}</th><td><span class=said>{e(v)}</span></td></tr>" for k, v in r.implications.items())
        out += section("Implications", f"<table><tbody>{implications}</tbody></table>" if implications else "")
        entries = "".join(
            f'<li><p class="said">{e(x.title)}</p>' + (f'<p class="meta">{e(x.summary)}</p>' if x.summary else "")
            + f'<p class="meta">{dotted(*[e(", ".join(str(v) for v in d.values() if v)) for d in x.decisions], e(x.open_or_closed), e(x.closed_reason), e(x.contact), self.cite(x.where, x.title))}</p></li>'
            for x in r.entries)
        out += section("Key decisions to come", f'<ul class="lines">{entries}</ul>' if entries else "", len(r.entries))
        planned = "".join(
            f'<article class="group"><h3 class="said">{e(m.heading)}</h3><p class="small">{self.cite(m.where, m.heading)}</p><ul class="lines">'
            + "".join(f'<li class="said">{e(" · ".join(_flat(x)))}</li>' for x in m.entries) + "</ul></article>" for m in r.meetings)
        out += section("Work programme", planned, len(r.meetings))
        out += section("Standing rules", self._plain(r.standing_rules), len(r.standing_rules))
        out += section("Background papers", self._plain(r.background_papers), len(r.background_papers))
        listed = "".join(f"<li>{dotted(e(d.title), f'item {e(d.item)}' if d.item else '', f'pages {d.pages[0]} to {d.pages[1]}' if d.pages else '', 'in private' if d.restricted else '', self.cite(d.where, d.title))}</li>" for d in r.documents)
        return out + section("Papers listed", f'<ul class="lines">{listed}</ul>' if listed else "", len(r.documents))

    def _notes_in(self, label: str, where: Span | None) -> str:
        return f'<div class="notes">{self._notes(None, label, where) if where else ""}</div>'

    def _plain(self, texts: Iterable[str]) -> str:
        rows = "".join(f'<li class="said">{e(t)}</li>' for t in texts)
        return f'<ul class="lines">{rows}</ul>' if rows else ""

    # --- claims

    def _questions(self) -> str:
        rows = []
        for n, q in enumerate(self.record.questions, 1):
            who = dotted(e(" ".join(p for p in (q.honorific, q.asker) if p)), e(q.organisation), f"item {e(q.item)}" if q.item else "",
                         f"answered in {e(', '.join(q.answered_by))}" if q.answered_by else "", self.cite(q.where, f"question {n}"))
            answer = f'<p class="said quiet">{e(q.answer)}</p>' if q.answer else ""
            rows.append(f'<li id="question-{n}"><p class="said">{e(q.text)}</p>{answer}<p class="meta">{who}</p></li>')
        return section("Questions", f'<ol class="lines">{"".join(rows)}</ol>' if rows else "", len(rows))

    def _promises(self) -> str:
        rows = [f'<li id="promise-{n}">{promise(c, self.cite(c.where, f"promise {n}"))}</li>'
                for n, c in enumerate(self.record.commitments, 1)]
        return section("Promises", f'<ol class="lines">{"".join(rows)}</ol>' if rows else "", len(rows))

    def _lists(self) -> str:
        r = self.record

        def rows(noun: str, title: str, claims: Sequence[Any], about: Callable[[Any], str], text: str = "quote", mark: bool = True) -> str:
            out = "".join(
                f'<li id="{noun}-{n}"><p class="said">{e(getattr(c, text))}</p><p class="meta">'
                f"{dotted(suggested() if mark else '', about(c), f'item {e(c.item)}' if getattr(c, 'item', None) else '', self.cite(c.where, f'{noun} {n}'))}</p></li>"
                for n, c in enumerate(claims, 1))
            return section(title, f'<ol class="lines">{out}</ol>' if out else "", len(claims))

        return (
            rows("motion", "Motions", r.motions, lambda m: dotted(
                "amendment" if m.amendment else "", f"moved by {e(m.mover)}" if m.mover else "",
                f"seconded by {e(m.seconder)}" if m.seconder else "", e(m.outcome)))
            + rows("vote", "Votes", r.votes, lambda v: dotted(
                e(v.kind), *[f"{count} {word}" for count, word in ((v.votes_for, "for"), (v.against, "against"), (v.abstain, "abstaining")) if count is not None],
                e(v.result), *[f"{e(k)}: {e(', '.join(names))}" for k, names in (v.names or {}).items()]))
            + rows("decision", "Decisions", r.decisions, lambda d: dotted(e(d.ref), e(d.decider), e(day(d.decided_on))), "title", mark=False)
            + rows("action", "Actions", r.actions, lambda a: dotted(e(a.ref), e(a.owner), e(a.due), e(a.status)), "text", mark=False)
            + rows("follow-up", "Looking back on earlier promises", r.follow_ups, lambda f: dotted(e(f.status), e(f.about)))
            + rows("declaration", "Interests declared", r.declarations, lambda d: dotted(e(d.member), e(d.interest), "withdrew" if d.withdrew else ""), mark=False)
        )

    def _figures(self) -> str:
        rows = []
        for n, f in enumerate(self.record.figures, 1):
            rows.append(
                f'<tr id="figure-{n}"><th scope="row" class="num">{e(value_of(f))}</th><td data-h="Of what">{e(f.measure)}</td>'
                f'<td data-h="Period">{e(f.period)}</td><td data-h="Nature">{e(_nature(f))}</td>'
                f'<td data-h="In its words"><span class="said">“{e(f.quote)}”</span></td><td data-h="Source">{self.cite(f.where, f"figure {n}")}</td></tr>')
        if not rows:
            return ""
        head = "".join(f"<th scope=col>{h}</th>" for h in ("Figure", "Of what", "Period", "Nature", "In its words", "Source"))
        return section("Figures", f'<table><caption>Suggested by the reader</caption><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>', len(rows))

    def _people(self) -> str:
        people = self.record.attendance
        parts = []
        for group in dict.fromkeys(p.group for p in people):
            own = [p for p in people if p.group == group]
            names = "".join(f"<li>{e(person(p))}{f' <span class=quiet>arrived: {e(p.arrived)}</span>' if p.arrived else ''}"
                            f"{f' <span class=quiet>left: {e(p.departed)}</span>' if p.departed else ''}</li>" for p in own)
            parts.append(f'<div class="group"><h3>{e(group.capitalize())} <span class="quiet">{len(own)}</span></h3><ul class="names">{names}</ul></div>')
        return section("Who was there", "".join(parts), len(people) or None, "people")

    def _private(self) -> str:
        r = self.record
        rows = [f'<li class="leaf">{dotted(*[e(v) for v in _flat(x)])}</li>' for x in r.exempt_items]
        rows += [f'<li class="leaf"><span class="said">{e(x.quote)}</span><br>{dotted(e(x.statute), e(x.ground), self.cite(x.where, "exclusion"))}</li>' for x in r.exclusions]
        return section("Held in private", f'<ul class="lines">{"".join(rows)}</ul>' if rows else "", len(rows), "private")

    def _references(self) -> str:
        refs = self.record.references
        rows = "".join(f"<li>{dotted(f'<span class=said>{e(x.quote)}</span>', e(x.kind), e(x.target), self.cite(x.where, f'reference {n}'))}</li>" for n, x in enumerate(refs, 1))
        return section("Pointers to other papers and laws", f'<details><summary>Show all {len(refs)}</summary><ul class="lines">{rows}</ul></details>' if rows else "", len(refs), "references")

    def _left_open(self) -> str:
        r = self.record
        rows = [problem(p.level, p.sentence, p.code, self.cite(p.where, "this")) for p in r.problems]
        rows += [f'<li>{dotted(e(d.code), f"<span class=said>{e(d.quote)}</span>", self.cite(d.where, "this damage"))}</li>' for d in r.defects]
        rows += [f'<li><span class="tag tag--late">Unread</span> <span class="said">{e(text[:400])}</span></li>' for _, _, text in self.unread]
        return section("Left open by the paper", f'<ul class="lines">{"".join(rows)}</ul>' if rows else "", len(rows), "open")


def promise(c: Commitment, cite: str) -> str:
    """A promise with its owner, its due words, its standing and the reader's ground for it."""
    why = f'<p class="meta">Why: {e(c.why)}</p>' if c.why else ""
    return (f'<p class="said">“{e(c.quote)}”</p><p class="meta">{dotted(suggested(c.confidence), _who(c), _due(c), f"{e(c.strength)} {e(c.basis)}", e(c.kind.replace("-", " ")), f"item {e(c.item)}" + (f", paragraph {e(c.paragraph)}" if c.paragraph else "") if c.item else "", cite)}</p>{why}')


def problem(level: str, sentence: str, code: str, cite: str) -> str:
    """One line of what was left open."""
    late = " tag--late" if level == "error" else ""
    return f'<li><span class="tag{late}">{e(level.capitalize())}</span> {e(sentence)} <span class="micro quiet">{e(code)}</span> {cite}</li>'


def _who(c: Commitment) -> str:
    return (e(c.by) if c.by else "nobody named") + (f" to {e(c.to)}" if c.to else "")


def _due(c: Commitment) -> str:
    return f"due “{e(c.due)}”" if c.due else "no date given"


def _nature(f: Figure) -> str:
    return ", ".join(p for p in (f.nature, f.qualifier, f"of {f.out_of}" if f.out_of is not None else "") if p)


def _flat(values: dict[str, Any]) -> list[str]:
    return [", ".join(map(str, v)) if isinstance(v, (list, tuple)) else str(v) for v in values.values() if v]
