"""Walk a site as anybody would: from the front page along every link."""
from __future__ import annotations

import html
import re
from urllib.parse import urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client

LINK = re.compile(r'(?:href|src|action)="([^"]+)"')


def walk(client: Client, *starts: str, most: int = 2000, passages: bool = False) -> dict[str, HttpResponse]:
    """Every answer that links lead to from these addresses, by address. Data and feeds count as pages.

    With `passages` every passage of every source is opened too, one by one.
    """
    found: dict[str, HttpResponse] = {}
    waiting = ["/", *starts]
    while waiting and len(found) < most:
        address = waiting.pop()
        if address in found:
            continue
        answer = client.get(address)
        if getattr(answer, "streaming", False):
            continue
        found[address] = answer
        if "html" in answer.get("Content-Type", ""):
            for link in LINK.findall(answer.content.decode()):
                parts = urlsplit(urljoin(address, html.unescape(link)))
                if not passages and parts.path.startswith("/sources/") and parts.query:
                    parts = parts._replace(query="")
                if not parts.netloc and not parts.path.startswith("/static/"):
                    waiting.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    return found
