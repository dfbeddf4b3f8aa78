"""Back to where the work came from: a page that sends somebody to mend a thing names itself in ``?next=``."""

from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request, otherwise):
    """The address in ``?next=`` if it is one of this site, else ``otherwise`` (whatever ``redirect`` takes)."""
    asked = request.GET.get("next", "")
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if is_ours else otherwise
