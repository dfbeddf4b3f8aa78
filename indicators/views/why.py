"""Dlaczego? — from a figure to the people (or things) counted, each with the words that counted them, and to those not counted yet."""

import re

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from participants.vocabulary import Sex
from projects.access import project_for
from projects.forms.asof import AsOfForm

from .. import catalogue, reasons
from ..queries import Counted, definition_of, figure
from ..reports import ProgressReport, Row
from ..things import things_counted

PAGE = 25
OWN = re.compile(r"own-[0-9]{1,19}")


def why(request, project_slug, key):
    """The people or things behind one figure of the project on a day."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    target, definition = indicator_of(project, key)
    asof = AsOfForm(request.GET, project)
    context = {"project": project, "asof": asof, "definition": definition, "words": sentences(definition, asof.day)}
    if not definition.counts_people:
        context["row"] = ProgressReport.row_of(project, definition, target, asof.day)
        return render(request, "indicators/why_things.html", context | things_counted(project, definition, asof.day))
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"dlaczego: {key}")
    return render(request, "indicators/why.html", context | people(request, project, definition, target, asof.day))


def indicator_of(project, key):
    """The project's indicator of this key (or None where it has no row of its own) and its definition; 404 for neither."""
    if OWN.fullmatch(key):
        target = get_object_or_404(project.indicators.with_changes(), pk=key[4:], definition="")
        return target, definition_of(target)
    if key not in catalogue.BY_KEY:
        raise Http404
    return project.indicators.with_changes().filter(definition=key).first(), catalogue.BY_KEY[key]


def sentences(definition, on):
    """The words as numbered sentences: [(sentence, note)]."""
    return [(str(word.phrase).format(day=f"{on:%d.%m.%Y}"), word.note) for word in definition.words]


def people(request, project, definition, target, on):
    """Both halves of the page: who is counted, and who is not with what is missing, nearest first.

    The figure on top is the size of the group of those counted, so it cannot differ from the list under it.
    """
    by_sex = reasons.sizes(project.participations, definition, on)
    sex = request.GET.get("sex") if request.GET.get("sex") in Sex.values else ""
    sizes = {group: numbers.get(sex, 0) if sex else sum(numbers.values()) for group, numbers in by_sex.items()}
    recorded = sum(sizes.values())
    counted_page = page(request, "counted", sizes.get(reasons.COUNTED, 0))
    others_page = page(request, "others", recorded - sizes.get(reasons.COUNTED, 0))
    shown = project.participations.filter(sex=sex) if sex else project.participations.all()
    starts = [max(half.start_index() - 1, 0) for half in (counted_page, others_page)]
    rows = list(reasons.page_of(shown, definition, on, *starts, PAGE))
    for participation in rows:
        participation.cells = reasons.cells(participation, definition, project, on)
    return {
        "row": Row(
            definition,
            Counted(figure(by_sex.get(reasons.COUNTED, {}))),
            ProgressReport.target_of(project, target, on),
            project.time_elapsed(on),
        ),
        "sex": sex,
        "sex_label": Sex(sex).label if sex else "",
        "sizes": [(group, reasons.GROUPS[group][1], number) for group, number in sizes.items() if number],
        "recorded": recorded,
        "sum": " + ".join(str(number) for number in sizes.values() if number),
        "counted": [participation for participation in rows if participation.group == reasons.COUNTED],
        "others": grouped([participation for participation in rows if participation.group != reasons.COUNTED], sizes),
        "counted_page": counted_page,
        "others_page": others_page,
        "sees_names": Permission.PARTICIPANTS_VIEW in project.allowed,
        "edits": Permission.PARTICIPANTS_EDIT in project.allowed,
    }


def page(request, name, number):
    """One page of so many rows, without the rows (they come from a query of their own), and the addresses around it."""
    found = Paginator(range(number), PAGE).get_page(request.GET.get(name))
    found.previous_url = address(request, name, found.number - 1) if found.has_previous() else ""
    found.next_url = address(request, name, found.number + 1) if found.has_next() else ""
    return found


def address(request, name, number):
    """This address with another page of one half."""
    query = request.GET.copy()
    query[name] = number
    return f"?{query.urlencode()}"


def grouped(rows, sizes):
    """Those not counted under their headings: [(heading, number in all, rows shown)]."""
    found = {}
    for participation in rows:
        found.setdefault(participation.group, []).append(participation)
    return [(reasons.GROUPS[group][0], sizes[group], shown) for group, shown in found.items()]
