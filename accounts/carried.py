"""A form sent without a session: its fields travel through the browser, past the sign-in page, and come back. Nothing is stored."""

from dataclasses import asdict, dataclass

from django.core import signing
from django.utils.http import url_has_allowed_host_and_scheme

SALT = "accounts.carried"
HOURS_12 = 12 * 3600
TOKEN = "csrfmiddlewaretoken"


@dataclass(frozen=True)
class Carried:
    """The path a form was sent to, its fields as (name, value) pairs in their order, and how many files had to stay behind."""

    path: str
    fields: list[tuple[str, str]]
    files: int

    def packed(self):
        """One signed text for a hidden input."""
        return signing.dumps(asdict(self), salt=SALT, compress=True)


def take(request):
    """The posted form, or None when it held a password: a password does not travel."""
    if any("password" in name.lower() for name in request.POST):
        return None
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name != TOKEN]
    return Carried(request.get_full_path(), fields, len(request.FILES))


def unpack(request):
    """What the sign-in form carries, or None: nothing, a text that is not ours or older than a working day, a foreign path."""
    try:
        carried = Carried(**signing.loads(request.POST.get("carried", ""), salt=SALT, max_age=HOURS_12))
    except signing.BadSignature:
        return None
    return carried if url_has_allowed_host_and_scheme(carried.path, {request.get_host()}, request.is_secure()) else None
