"""The calendar feed: opened without signing in, by an address that only its owner knows."""

from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from accounts.models import AccessLog, User, log_access

from ..feed import calendar_of

MOST_AN_HOUR = 60
# Kept by nobody on the way, found by no search engine, and its address told to no other site.
PRIVATE = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}


@login_not_required
@require_safe
def calendar(request, key):
    """The deadlines of the key's owner as a calendar; the same short 404 for every key that opens nothing."""
    user = None if "\0" in key else User.objects.filter(calendar_key=key, is_active=True).first()
    if user is None:
        return HttpResponse("404", status=404, content_type="text/plain", headers=PRIVATE)
    if asked_too_often(key):
        return HttpResponse("429", status=429, content_type="text/plain", headers={**PRIVATE, "Retry-After": "3600"})
    log_access(user, AccessLog.Act.LIST, subject="kalendarz terminów")
    with translation.override("pl"):
        content = calendar_of(user, timezone.localdate(), lambda one: page_of(request, one))
    headers = {**PRIVATE, "Content-Disposition": 'inline; filename="terminy.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def page_of(request, participation):
    return request.build_absolute_uri(
        reverse("participants:detail", args=[participation.project.slug, participation.pk])
    )


def asked_too_often(key):
    """Whether a calendar program asks more than once a minute on average; the count holds for an hour in one process."""
    name = f"calendar-{sha256(key.encode()).hexdigest()}"
    cache.add(name, 0, timeout=3600)
    return cache.incr(name) > MOST_AN_HOUR
