"""Who is really calling, when a proxy stands in front of the program (BEHIND_PROXY=1)."""

from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address that the nearest proxy added to X-Forwarded-For: earlier ones are the caller's own claim."""
    claimed = request.META.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", 1)[-1].strip()
    return claimed or request.META["REMOTE_ADDR"]
