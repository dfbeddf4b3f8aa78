"""Dlaczego? — from a figure to the people (or things) counted, each with the words that counted them, and to those not counted yet."""

from django.http import Http404
from django.shortcuts import render

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from participants.vocabulary import Sex
from projects.access import project_for

from .. import why_files
from ..behind import Behind
from ..figures import Unknown, indicator_of
from ..forms.why import Asked
from ..queries import compute
from ..reasons import COUNTED, GROUPS, Reading, label_of
from ..reports import ProgressReport, Row
from ..things import things_counted


def why(request, project_slug, key):
    """The people or things behind one figure of the project on a day, or in a period."""
    project, indicator, definition, asked = _asked(request, project_slug, key)
    if not definition.counts_people:
        return render(request, "indicators/why_things.html", _things(project, indicator, definition, asked))
    behind = Behind(_reading(project, definition, asked, Permission.PARTICIPANTS_VIEW), asked, indicator)
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"dlaczego: {key}")
    return render(request, "indicators/why.html", _people(request, behind))


def why_file(request, project_slug, key, form):
    """Both lists as a file, with names for those who may take the participants away and with numbers for everybody else."""
    project, indicator, definition, asked = _asked(request, project_slug, key)
    if not definition.counts_people:
        raise Http404
    behind = Behind(_reading(project, definition, asked, Permission.PARTICIPANTS_EXPORT), asked, indicator)
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"dlaczego {form}: {key}")
    return why_files.WRITERS[form](behind, f"dlaczego-{project.slug}-{key}-{asked.on:%Y-%m-%d}.{form}")


def _asked(request, project_slug, key):
    """The project through its door, its indicator of this key (or None), the definition, and what is asked of it."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    try:
        indicator, definition = indicator_of(project, key)
    except Unknown:
        raise Http404 from None
    return (
        project,
        indicator,
        definition,
        Asked(request.GET, project, Permission.PARTICIPANTS_VIEW in project.allowed),
    )


def _reading(project, definition, asked, names_need):
    """Names are shown to whoever may see people and, in a file, may take them away."""
    sees_names = {Permission.PARTICIPANTS_VIEW, names_need} <= set(project.allowed)
    return Reading(definition, project, asked.on, asked.since, sees_names)


def _things(project, indicator, definition, asked):
    counted = compute([project], [definition], asked.on, asked.since)[project.pk][definition.key]
    target = ProgressReport.target_of(project, indicator, asked.on)
    row = Row(definition, counted, target, project.time_elapsed(asked.on), indicator)
    common = {"project": project, "asked": asked, "definition": definition, "row": row}
    return common | things_counted(project, definition, asked.on, asked.since)


def _people(request, behind):
    """What the page shows: the figure, what it is made of, both lists."""
    project, asked = behind.project, behind.asked
    counted_page, counted, others_page, others = behind.pages(request.GET)
    if not asked.sex and Permission.PARTICIPANTS_VIEW in project.allowed:
        project.counted_for_nav = {"participants": behind.recorded}
    return {
        "project": project,
        "behind": behind,
        "asked": asked,
        "definition": behind.reading.definition,
        "reading": behind.reading,
        "row": behind.row,
        "sex_label": Sex(asked.sex).label if asked.sex else "",
        "parts": _parts(behind),
        "sizes": [(group, GROUPS[group][1], number) for group, number in behind.sizes.items() if number],
        "recorded": behind.recorded,
        "sum": " + ".join(str(number) for number in behind.sizes.values() if number),
        "counted": counted,
        "others": _grouped(others, behind.found),
        "counted_page": _with_addresses(request, "counted", counted_page),
        "others_page": _with_addresses(request, "others", others_page),
        "allowed": project.allowed,
    }


def _parts(behind):
    """What all recorded people are made of: [(words, number, address of the list, whether it is chosen)]."""
    asked = behind.asked
    return [
        (label_of(group, asked.since), number, _place_of(asked, group), group == asked.group)
        for group, number in behind.sizes.items()
        if number
    ]


def _place_of(asked, group):
    return f"{asked.address(group=group.slug, q='')}#{_anchor(group)}"


def _anchor(group):
    return "policzone" if group == COUNTED else "jeszcze"


def _with_addresses(request, name, page):
    """The page with the addresses of its neighbours; everything else that was asked for stays."""
    page.previous_url = _address(request, name, page.number - 1) if page.has_previous() else ""
    page.next_url = _address(request, name, page.number + 1) if page.has_next() else ""
    return page


def _address(request, name, number):
    query = request.GET.copy()
    query[name] = number
    return f"?{query.urlencode()}"


def _grouped(people, sizes):
    """Those not counted under their headings: [(heading, number in all, rows shown)]."""
    found = {}
    for participation in people:
        found.setdefault(participation.group, []).append(participation)
    return [(GROUPS[group][0], sizes[group], shown) for group, shown in found.items()]
