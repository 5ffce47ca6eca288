"""What every answer carries: a strict content policy, and nothing that lets another site look in."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

POLICY = ("default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
          "base-uri 'none'; frame-ancestors 'none'")
FIXED = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "X-Frame-Options": "DENY",
}


class Headers:
    """Set the headers on whatever leaves the house. Pages are asked for anew each time, so that a removal holds at once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in FIXED.items():
            response[name] = value
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-cache"
        return response


def place(request: HttpRequest) -> dict[str, Any]:
    """What every template may say of the installation."""
    return {"place": settings.PLACE, "here": request.path}
