"""The project itself, section by section as in an agreement."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..models import Call, Programme, Project
from ..search import in_polish_order
from ..slugs import free_slug
from .base import OnceForm
from .fields import DayField
from .period import PeriodForm

OTHER_PROGRAMME = _("Ten nabór należy do innego programu. Wybierz nabór programu %(programme)s albo zostaw puste pole.")
CIRCLE = _("Ten projekt jest grantem zapisywanego projektu, więc nie może być jego projektem nadrzędnym.")


SECTIONS = [
    ("projekt", _("Projekt"), {"title": "c12", "edition": "c4", "agreement_number": "c8"}),
    ("program", _("Program i nabór"), {"programme": "c12", "call": "c12", "parent": "c12"}),
    ("dzialanie", _("Oś i działanie"), {"axis": "c12", "measure": "c12", "submeasure": "c12"}),
    (
        "okres",
        _("Okres realizacji"),
        {
            "starts_on": "c4 s6",
            "ends_on": "c4 s6",
            "attendance_threshold": "c4",
            "period_note": "c12",
            "job_ends_path": "c12",
            "supports_institutions": "c12",
        },
    ),
    ("cel", _("Cel i obszar"), {"goal": "c12", "description": "c12", "area": "c12"}),
]


class CallChoice(forms.ModelChoiceField):
    """A call, named with its programme."""

    def label_from_instance(self, call):
        return f"{call.programme}: {call}"


class ProjectForm(PeriodForm, OnceForm):
    """The facts of a project. Its address is made from the title when it is new and stays afterwards."""

    class Meta:
        model = Project
        fields = [name for _anchor, _title, widths in SECTIONS for name in widths]
        field_classes = {"starts_on": DayField, "ends_on": DayField, "call": CallChoice}
        widgets = {
            "area": forms.Textarea({"rows": 3}),
            "goal": forms.Textarea({"rows": 5}),
            "description": forms.Textarea({"rows": 8}),
            "attendance_threshold": forms.TextInput({"inputmode": "numeric"}),
        }
        help_texts = {
            "agreement_number": _("tak jak w umowie, na przykład RPMA.09.01.00-14-7453/16-00"),
            "goal": _("pierwszy akapit otwiera stronę projektu"),
            "description": _("dla kogo, co i jak; akapity rozdziel pustym wierszem"),
            "period_note": _("na przykład: umowa podaje tylko miesiąc początku"),
            "attendance_threshold": _("poniżej tego procentu obecności program zwraca uwagę"),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["programme"].queryset = Programme.objects.order_by(in_polish_order("name"), "pk")
        self.fields["call"].queryset = Call.objects.select_related("programme").order_by(
            in_polish_order("programme__name"), "number", "pk"
        )
        self.fields["parent"].queryset = possible_parents(self.instance, user)

    def sections(self):
        """The sections: an anchor, a heading and the cells, a cell being a bound field and its width."""
        return [
            (anchor, title, [(self[name], width) for name, width in widths.items()])
            for anchor, title, widths in SECTIONS
        ]

    def own_rows(self):
        return Project.objects.visible_to(self.user)

    def clean_title(self):
        return " ".join(self.cleaned_data["title"].split())

    def clean(self):
        cleaned = super().clean()
        self._call_of_the_programme(cleaned.get("call"), cleaned.get("programme"))
        self._no_circle(cleaned.get("parent"))
        return cleaned

    def _call_of_the_programme(self, call, programme):
        if call and programme and call.programme_id != programme.pk:
            self.add_error("call", ValidationError(OTHER_PROGRAMME, params={"programme": programme}))

    def _no_circle(self, parent):
        """Climbs from the chosen parent; the project itself must not be met on the way."""
        above, met = parent, set()
        while self.instance.pk and above and above.pk not in met:
            if above.parent_id == self.instance.pk:
                self.add_error("parent", CIRCLE)
            met.add(above.pk)
            above = above.parent

    def save(self, commit=True):
        if not self.instance.slug:
            self.instance.slug = free_slug(self.instance.title)
        return super().save(commit)


def possible_parents(project, user):
    """The projects that the user sees and that may stand above this one; the present parent stays possible."""
    seen = Project.objects.visible_to(user).values("pk")
    return (
        Project.objects.filter(Q(pk__in=seen) | Q(pk=project.parent_id))
        .exclude(pk=project.pk)
        .select_related("parent")
        .order_by(in_polish_order("title"), "pk")
    )
