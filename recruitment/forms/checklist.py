"""What a project asks its candidates for, and what one of them handed in."""

from dataclasses import dataclass

from django import forms
from django.forms.models import inlineformset_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participants.scans import examined
from projects.forms.fields import DayField
from projects.forms.rows import RowForm, RowFormSet
from projects.models import Project

from ..models import ChecklistItem

# What projects usually ask for (domain notes, section 6). It is only offered; the list is the project's own.
USUAL = [
    (_("formularz zgłoszeniowy"), True),
    (_("oświadczenie o kwalifikowalności"), True),
    (_("zaświadczenie o statusie na rynku pracy (PUP albo ZUS)"), True),
    (_("dokument przesłanki: zaświadczenie OPS albo oświadczenie"), True),
    (_("orzeczenie o niepełnosprawności"), False),
    (_("klauzula informacyjna RODO, podpisana"), True),
    (_("zgoda na wykorzystanie wizerunku"), False),
]
HANDED_IN = _("Dokumentu „%(name)s” nie można usunąć z listy: ktoś go już złożył.")
IN_FUTURE = _("Dokument nie mógł wpłynąć w przyszłości. Popraw datę.")


class ChecklistItemForm(RowForm):
    widths = {"name": "c8", "is_required": "c4 boxed"}

    class Meta:
        model = ChecklistItem
        fields = ["name", "is_required"]


class ChecklistRows(RowFormSet):
    once = "checklist_item_once"
    legend = _("Dokumenty kandydata")
    hint = _("Bez dokumentów wymaganych zgłoszenie czeka na uzupełnienie.")
    add_label = _("Dodaj dokument")

    @staticmethod
    def key(row):
        return row.name.lower()

    def clean(self):
        super().clean()
        for form in self.removed():
            if form.instance.received.exists():
                raise forms.ValidationError(HANDED_IN, params={"name": form.instance.name})

    def park(self):
        """Numbers the rows in the order of the page."""
        for position, form in enumerate(self.kept()):
            form.instance.position = position


Checklist = inlineformset_factory(
    Project, ChecklistItem, form=ChecklistItemForm, formset=ChecklistRows, extra=1, max_num=40, validate_max=True
)


@dataclass(frozen=True)
class Line:
    """A document of the checklist beside what came of it: three bound fields and the scan on record, if any."""

    item: ChecklistItem
    received_on: forms.BoundField
    note: forms.BoundField
    scan: forms.BoundField
    document: object


class ReceivedForm(forms.Form):
    """What one candidate handed in, a line for each document of the checklist. A line without a day did not come."""

    def __init__(self, *args, candidate, **kwargs):
        super().__init__(*args, **kwargs)
        self.candidate = candidate
        self.items = list(candidate.project.checklist.order_by("position", "pk"))
        self.on_record = {row.item_id: row for row in candidate.received.select_related("document").order_by("pk")}
        for item in self.items:
            self._add(item, self.on_record.get(item.pk))

    def _add(self, item, row):
        named = {"name": item.name}
        self.fields[f"day_{item.pk}"] = DayField(label=_("data wpływu: %(name)s") % named, required=False)
        self.fields[f"note_{item.pk}"] = forms.CharField(
            label=_("uwagi: %(name)s") % named, max_length=200, required=False
        )
        self.fields[f"scan_{item.pk}"] = forms.FileField(label=_("skan: %(name)s") % named, required=False)
        if row:
            self.initial |= {f"day_{item.pk}": row.received_on, f"note_{item.pk}": row.note}
        for name in (f"day_{item.pk}", f"note_{item.pk}", f"scan_{item.pk}"):
            self.fields[name].widget.attrs["class"] = "input"

    def lines(self):
        """The documents in the order of the project's list."""
        for item in self.items:
            row = self.on_record.get(item.pk)
            names = (f"day_{item.pk}", f"note_{item.pk}", f"scan_{item.pk}")
            yield Line(item, *[self[name] for name in names], row.document if row else None)

    @property
    def awaited(self):
        """The required documents that have not come."""
        return [item for item in self.items if item.is_required and item.pk not in self.on_record]

    def clean(self):
        cleaned = super().clean()
        for item in self.items:
            self._clean_line(cleaned, item.pk)
        if "came_along" in self.data:
            self._came_along(cleaned)
        return cleaned

    def _came_along(self, cleaned):
        """What is required and has no day came with the application itself."""
        for item in self.awaited:
            if f"day_{item.pk}" not in self.errors and not cleaned.get(f"day_{item.pk}"):
                cleaned[f"day_{item.pk}"] = self.candidate.applied_on

    def _clean_line(self, cleaned, pk):
        day, scan = cleaned.get(f"day_{pk}"), cleaned.get(f"scan_{pk}")
        if day and day > timezone.localdate():
            self.add_error(f"day_{pk}", IN_FUTURE)
        if scan:
            try:
                cleaned[f"scan_{pk}"] = examined(scan)
            except forms.ValidationError as error:
                self.add_error(f"scan_{pk}", error)
        if (scan or cleaned.get(f"note_{pk}")) and f"day_{pk}" not in self.errors and not day:
            cleaned[f"day_{pk}"] = timezone.localdate()

    def rows(self):
        """What was answered: (item, day or None, note, examined scan or None) for each document."""
        answers = self.cleaned_data
        return [
            (item, answers[f"day_{item.pk}"], answers[f"note_{item.pk}"], answers[f"scan_{item.pk}"])
            for item in self.items
        ]
