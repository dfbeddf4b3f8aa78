"""Who is really calling, when a proxy stands in front of the program (BEHIND_PROXY=1)."""

import re
from ipaddress import ip_address

from django.http import HttpRequest

WITH_PORT = re.compile(r"\[(?P<v6>[^\]]+)\](:\d+)?|(?P<v4>[\d.]+):\d+")


def client_address(request: HttpRequest) -> str:
    """The address that the nearest proxy added to X-Forwarded-For: earlier ones are the caller's own claim."""
    claimed = request.META.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", 1)[-1].strip()
    return _without_port(claimed) or request.META["REMOTE_ADDR"]


def _without_port(claimed: str) -> str:
    """``10.0.0.1`` of ``10.0.0.1:4711``, as some proxies write it; "" for what is no address."""
    written = WITH_PORT.fullmatch(claimed)
    try:
        return str(ip_address(written["v6"] or written["v4"] if written else claimed))
    except ValueError:
        return ""
