"""Definitions: what each indicator counts, the examples that it passes, its versions, and whose counting a change moves."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.forms.asof import AsOfForm
from projects.templatetags.polish import counted

from .. import proving
from ..dossier import Dossier
from ..figures import Unknown, indicator_of
from ..forms.definitions import DefinitionsFilter
from ..listing import OWN, groups_of, is_listed


def definitions(request, project_slug):
    """Every definition that concerns the project: its own, and the lists of its programme."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    form, groups = DefinitionsFilter(request.GET), groups_of(project)
    shown = [(heading, [line for line in lines if form.lets_through(line)]) for heading, lines in groups]
    lines = [line for _heading, lines in groups for line in lines]
    context = {
        "groups": [(heading, found) for heading, found in shown if found],
        "number": sum(len(found) for _heading, found in shown),
        "all": len(lines),
        "failed": [line for line in lines if line.is_failed],
        "unchecked": [line for line in lines if not line.version],
    }
    return render(request, "indicators/definitions.html", context | {"project": project, "form": form})


def definition(request, project_slug, key):
    """One definition: its sentences, its examples, its versions and, of the change asked for, who comes and who goes."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    indicator, found = _found(project, key)
    dossier, asof = Dossier(project, found), AsOfForm(request.GET, project)
    step = dossier.step(_number(request.GET.get("version")))
    changes = dossier.changes_of(step, asof.day) if step else None
    if changes and changes.of_people and not changes.is_nobody:
        log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"zmiana definicji: {key}")
    context = {"project": project, "definition": found, "indicator": indicator, "dossier": dossier, "asof": asof}
    return render(
        request, "indicators/definition.html", context | {"step": step, "changes": changes} | seen_by(project)
    )


def seen_by(project):
    """Names are shown to whoever may see people, numbers to everybody else."""
    return {"sees_names": Permission.PARTICIPANTS_VIEW in project.allowed}


def _found(project, key):
    """The project's indicator of this key, or None, and its definition; 404 where no list has it."""
    if not is_listed(key):
        raise Http404
    try:
        return indicator_of(project, key)
    except Unknown:
        raise Http404 from None


def _number(text):
    return int(text) if text and text.isdecimal() and len(text) < 6 else None


@require_POST
def definition_check(request, project_slug, key):
    """Counts the examples of the definition anew and records what came of it."""
    project = project_for(request.user, project_slug, Permission.TARGETS_EDIT)
    _indicator, found = _found(project, key)
    proof = proving.check([(found, project if key.startswith(OWN) else None)])[0].proof
    if proof.failed:
        messages.error(request, _("Nie każdy przykład jest liczony tak, jak mówi tabela."))
    else:
        done = counted(len(proof.examples), "przykład", "przykłady", "przykładów")
        messages.success(request, _("Sprawdzono %(examples)s.\nDefinicja przechodzi wszystkie.") % {"examples": done})
    return redirect("indicators:definition", project.slug, key)
