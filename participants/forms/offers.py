"""Which values the fields of an entry form offer: the official lists of its scope, and whatever is on record already."""

import json

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from projects.search import in_polish_order

from ..vocabulary import Answer, Education, LabourDetail, LabourStatus, Scope, details_of, offered
from .layout import QUESTIONS, REFUSABLE

CHOOSE = ("", _("wybierz"))
ANSWERS = [(Answer.YES, _("tak")), (Answer.NO, _("nie")), (Answer.REFUSED, _("odmowa"))]
PLACES = ("county", "commune", "place")
# SM EFS asks of origin and of third countries in questions of their own.
MINORITY_ALONE = _("osoba należąca do mniejszości narodowej lub etnicznej (w tym społeczności marginalizowane)")


def offer_official_values(form):
    """Sets the choices of every field of an ``EntryForm`` that has an official list."""
    fields = form.fields
    for name, vocabulary in {"education": Education, "labour_status": LabourStatus}.items():
        if name in fields:
            fields[name].choices = [CHOOSE, *with_present(form.instance, name, offered(vocabulary, form.scope))]
    for name in {"occupation", "disability_degree", "disability_kind", "degurba", "sex"} & fields.keys():
        fields[name].choices = [CHOOSE, *[choice for choice in fields[name].choices if choice[0]]]
    for name in set(QUESTIONS) & fields.keys():
        widget = forms.RadioSelect()
        fields[name].widget = widget
        fields[name].choices = ANSWERS if name in REFUSABLE else ANSWERS[:2]
    if form.scope == Scope.SMEFS and "minority" in fields:
        fields["minority"].label = MINORITY_ALONE
    for name in set(PLACES) & fields.keys():
        fields[name].widget.attrs["list"] = f"known-{name}"
    if "labour_detail" in fields:
        asked = fields["labour_status"].choices if "labour_status" in fields else [(form.instance.labour_status, "")]
        offer_details(form, fields["labour_detail"], [status for status, _label in asked])


def with_present(row, name, choices):
    """The choices and, where something else is on record, that too."""
    present = getattr(row, name)
    return (
        choices
        if not present or present in dict(choices)
        else [*choices, (present, getattr(row, f"get_{name}_display")())]
    )


def offer_details(form, field, statuses):
    """The "w tym" of every status under its name, so that it can be chosen without JavaScript; a script reads ``data-fits``."""
    field.label = _("w tym")
    labels = dict(with_present(form.instance, "labour_detail", offered(LabourDetail, form.scope)))
    groups = {}
    for status in filter(None, statuses):
        fitting = tuple(detail for detail in details_of(status) if detail in labels)
        groups.setdefault(fitting, LabourStatus(status).label)
    field.choices = [CHOOSE, *[(name, [(d.value, labels[d]) for d in fitting]) for fitting, name in groups.items()]]
    field.widget.attrs["data-fits"] = json.dumps({s: [d.value for d in details_of(s)] for s in filter(None, statuses)})


def delegating(project, present=None):
    """The institutions of a project that may be chosen for their employee: those that say so, and the one on record."""
    return project.institutions.filter(Q(delegates_employees=Answer.YES) | Q(pk=present)).order_by("name", "pk")


def ranges_on_record(project):
    """The ranges of support written before in a project: the list of its call, as it grows."""
    rows = project.participations.exclude(support_range="").order_by("support_range")
    return list(rows.values_list("support_range", flat=True).distinct()[:100])


def places_on_record(project):
    """What was typed before as powiat, gmina and place in a project: pairs of a field and its values, to choose from."""
    rows = project.participations.exclude(place="").values_list(*PLACES).distinct()
    rows = rows.order_by(*[in_polish_order(name) for name in PLACES])[:100]
    columns = zip(*rows, strict=True)
    return [(name, list(dict.fromkeys(filter(None, values)))) for name, values in zip(PLACES, columns, strict=False)]
