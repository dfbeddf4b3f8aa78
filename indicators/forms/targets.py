"""Which indicators a project answers for, and what it promised: official ones from the list, and its own in words."""

from django import forms
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from activities.forms.layout import sections
from projects.forms import WithinProjectForm

from .. import catalogue, words
from ..definitions import Stage
from ..models import Counts, Kind, ProjectIndicator

PARTS = ("women", "men", "total")
TARGET_WIDTHS = {**dict.fromkeys(PARTS, "c3 s4"), "is_at_least": "c12", "position": "c3"}
TARGET_LABELS = {"women": _("Kobiety"), "men": _("Mężczyźni"), "total": _("Ogółem")}
ALWAYS = ("complete", "entered")
STAGES = {"way": Stage.EXIT, "status": Stage.STATUS, "proof": Stage.PROOF}
BOUND_TO = {
    Counts.REGISTER: "register",
    Counts.SESSIONS: "form_of_support",
    Counts.LEADERS: "form_of_support",
    Counts.EVENTS: "event_kind",
    Counts.VISITORS: "event_kind",
}


class TargetForm(WithinProjectForm):
    """The promised value; women and men together give the total, and a total alone is allowed."""

    class Meta:
        model = ProjectIndicator
        fields = list(TARGET_WIDTHS)
        labels = TARGET_LABELS | {"is_at_least": _("Liczba kobiet jest wartością minimalną (co najmniej)")}
        widgets = {name: forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}) for name in PARTS}
        help_texts = {"position": _("miejsce w tabelach; puste – na końcu")}

    parts = [(_("Wartość docelowa"), TARGET_WIDTHS)]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["position"].required = False
        if not self.instance.pk:
            self.initial["position"] = None
        self.helper = sections(self, *self.parts)

    def clean_position(self):
        position = self.cleaned_data["position"]
        return self._after_the_last() if position is None else position

    def _after_the_last(self):
        last = self.project.indicators.exclude(pk=self.instance.pk).aggregate(last=Max("position"))["last"]
        return 0 if last is None else min(last + 1, 32767)

    def clean(self):
        cleaned = super().clean()
        women, men = cleaned.get("women"), cleaned.get("men")
        if women is not None and men is not None and cleaned.get("total") is None and "total" not in self.errors:
            cleaned["total"] = women + men
        if women is None and cleaned.get("is_at_least"):
            self.add_error("women", _("Podaj, ilu kobiet co najmniej ma być."))
        return cleaned


class OfficialIndicatorForm(TargetForm):
    """An indicator of the programme's list; the definition says what it is and what it counts."""

    definition = forms.ChoiceField(label=_("Wskaźnik z listy"))

    class Meta(TargetForm.Meta):
        fields = ["definition", *TARGET_WIDTHS]

    parts = [(_("Wskaźnik"), {"definition": "c12"}), *TargetForm.parts]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["definition"].choices = [("", _("wybierz")), *self._offered()]

    def _offered(self):
        """What the list offers and the project has not taken yet, products apart from results."""
        taken = set(self.project.indicators.values_list("definition", flat=True))
        offered = [d for d in catalogue.offered(self.project.programme.indicator_list) if d.key not in taken]
        for kind in Kind:
            named = [(d.key, f"{d.code} {d.name}".strip()) for d in offered if d.kind == kind]
            if named:
                yield str(kind.label), named

    def clean(self):
        cleaned = super().clean()
        definition = catalogue.BY_KEY.get(cleaned.get("definition"))
        if definition:
            for fact in ("kind", "unit", "counts", "register"):
                setattr(self.instance, fact, getattr(definition, fact))
        return cleaned


def word_choices(stage):
    """The words of a stage to tick, under the heading of the fact they ask for."""
    groups = {}
    for word in words.PLAIN.values():
        if word.stage == stage and word.name not in ALWAYS:
            groups.setdefault(str(word.column), []).append((word.name, phrase(word)))
    return list(groups.items()) if stage == Stage.STATUS else [pair for group in groups.values() for pair in group]


def phrase(word):
    """The word's sentence without a particular day."""
    return str(word.phrase).replace("{day}", str(_("w dniu sprawozdania")))


def checklist(label):
    return forms.MultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple)


class OwnIndicatorForm(TargetForm):
    """An indicator of the project's own: its name and, in words, who or what is counted."""

    optional_unsaid = True

    way = checklist(_("Zakończenie udziału"))
    status = checklist(_("Kim była ta osoba w dniu przystąpienia"))
    proof = checklist(_("Co osiągnęła"))
    age_from = forms.IntegerField(label=_("Wiek od"), min_value=0, max_value=120, required=False)
    age_to = forms.IntegerField(label=_("Wiek do"), min_value=0, max_value=120, required=False)
    started = forms.ChoiceField(label=_("Rozpoczęła formę wsparcia"), required=False)
    completed = forms.ChoiceField(label=_("Ukończyła formę wsparcia"), required=False)

    class Meta(TargetForm.Meta):
        fields = ["name", "kind", "unit", "counts", "register", "form_of_support", "event_kind", *TARGET_WIDTHS]
        widgets = TargetForm.Meta.widgets | {"counts": forms.RadioSelect, "kind": forms.RadioSelect}
        help_texts = TargetForm.Meta.help_texts | {
            "name": _("dokładnie tak, jak w umowie"),
            "unit": _("osoby, szt."),
            "register": _("liczą się wpisy z dowodem"),
            "form_of_support": _("liczą się odbyte zajęcia albo różne osoby prowadzące"),
            "event_kind": _("liczą się wydarzenia albo ich goście, bez nazwisk"),
        }

    parts = [
        (_("Wskaźnik"), {"name": "c12", "kind": "c6", "unit": "c3", "counts": "c12"}),
        (
            _("Kogo liczy"),
            {
                "age_from": "c3 s6",
                "age_to": "c3 s6",
                "started": "c8",
                "completed": "c8",
                "way": "c12",
                "status": "c12",
                "proof": "c12",
            },
        ),
        (_("Co liczy"), {"register": "c8", "form_of_support": "c8", "event_kind": "c8"}),
        *TargetForm.parts,
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        for name, stage in STAGES.items():
            self.fields[name].choices = word_choices(stage)
        self.fields["counts"].choices = [(what.value, what.label) for what in (Counts.PEOPLE, *BOUND_TO)]
        supports = list(self.project.forms_of_support.order_by("name", "pk"))
        self.fields["form_of_support"].queryset = self.project.forms_of_support.order_by("name", "pk")
        for name in ("started", "completed"):
            self.fields[name].choices = [
                ("", _("bez tego warunku")),
                *((support.key, support.name) for support in supports),
            ]
        self.others = self._read(self.instance.words)

    def _read(self, stored):
        """Ticks what the stored words say; answers with those that the form has no place for, which it keeps."""
        ticked, others = {name: [] for name in STAGES}, []
        for text in stored:
            name, _separator, argument = text.partition(":")
            if text in words.PLAIN:
                for field, stage in STAGES.items():
                    ticked[field] += [text] if words.PLAIN[text].stage == stage and text not in ALWAYS else []
            elif name == "aged" and "age_from" not in self.initial:
                self.initial["age_from"], self.initial["age_to"] = (part or None for part in argument.split("-"))
            elif name in words.WITH_KEY and name not in self.initial:
                self.initial[name] = argument
            else:
                others.append(text)
        self.initial |= ticked
        return others

    @property
    def kept(self):
        """The sentences of the words that the form keeps as they are."""
        return [phrase(words.spell(text)) for text in self.others]

    def clean(self):
        cleaned = super().clean()
        low, high = cleaned.get("age_from"), cleaned.get("age_to")
        if low is not None and high is not None and low > high:
            self.add_error("age_to", _("Górna granica wieku jest niższa niż dolna."))
        self._keep_only_what_counts(cleaned)
        return cleaned

    def _keep_only_what_counts(self, cleaned):
        """Says what the indicator counts, and drops what was filled in for another answer."""
        counts = cleaned.get("counts")
        bound = BOUND_TO.get(counts)
        for name, empty in (("register", ""), ("form_of_support", None), ("event_kind", "")):
            if name != bound:
                cleaned[name] = empty
        if bound and not cleaned.get(bound) and bound not in self.errors:
            self.add_error(bound, _("Wybierz, co ma być liczone."))
        self.instance.words = self._spelled(cleaned) if counts == Counts.PEOPLE else []

    def _spelled(self, cleaned):
        """The words in the order of a person's way. Who achieved something is asked after leaving."""
        ended = list(cleaned.get("way", []))
        proofs = cleaned.get("proof", [])
        if proofs and not ended:
            ended = ["left"]
        ages = [cleaned.get("age_from"), cleaned.get("age_to")]
        aged = ["aged:" + "-".join("" if age is None else str(age) for age in ages)] if ages != [None, None] else []
        supports = [f"{name}:{cleaned[name]}" for name in ("started", "completed") if cleaned.get(name)]
        return [*ALWAYS, *ended, *cleaned.get("status", []), *aged, *supports, *proofs, *self.others]
