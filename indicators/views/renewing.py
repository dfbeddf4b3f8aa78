"""Before a changed rule of an own indicator is saved: whose counting it changes."""

from django.shortcuts import render

from accounts.models import AccessLog, log_access

from ..forms import OwnIndicatorForm
from ..queries import definition_of
from ..renewing import renewal_of
from .definitions import seen_by


def renewal_to_see(request, project, form):
    """The page of what a changed rule moves, or None where nothing changes, or where the same change was seen already."""
    if "preview" in request.POST or not isinstance(form, OwnIndicatorForm) or not form.is_valid():
        return None
    renewal = renewal_of(form)
    if renewal is None or request.POST.get("seen") == renewal.fingerprint:
        return None
    on = project.default_day()
    changes = renewal.changes(project, on)
    if changes.comes or changes.goes:
        log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"zmiana definicji: {renewal.before.key}")
    context = {"project": project, "definition": definition_of(form.instance), "renewal": renewal, "changes": changes}
    sent = [(name, value) for name, values in request.POST.lists() if name not in UNSENT for value in values]
    return render(request, "indicators/target_renewal.html", context | {"sent": sent, "on": on} | seen_by(project))


UNSENT = ("csrfmiddlewaretoken", "seen")
