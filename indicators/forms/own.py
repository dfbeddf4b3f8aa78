"""An indicator of the project's own, put together from words."""

from crispy_forms.layout import HTML, Fieldset
from django import forms
from django.forms.models import construct_instance
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from activities.forms.layout import sections

from .. import words
from ..contradictions import contradictory
from ..models import Counts
from ..queries import definition_of
from ..reading import read, sentence_against
from ..wordlist import ALWAYS, FIELD_OF_STAGE, headings, sentence_of, to_tick
from .targets import TargetForm

CHECKLISTS = tuple(FIELD_OF_STAGE.values())
BOUND_TO = {
    Counts.REGISTER: "register",
    Counts.SESSIONS: "form_of_support",
    Counts.LEADERS: "form_of_support",
    Counts.EVENTS: "event_kind",
    Counts.VISITORS: "event_kind",
}
WORDS = "indicators/_words.html"


def checklist(label):
    return forms.MultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple)


class OwnIndicatorForm(TargetForm):
    """An indicator of the project's own: its name and, in words, who or what is counted.

    While it is put together (``is_preview``) only the words are looked at, and ``reading`` tells what they say.
    """

    optional_unsaid = True

    way = checklist(_("Zakończenie udziału"))
    status = checklist(_("Kim była ta osoba w dniu przystąpienia"))
    proof = checklist(_("Co osiągnęła"))
    age_from = forms.IntegerField(label=_("Wiek od"), min_value=0, max_value=120, required=False)
    age_to = forms.IntegerField(label=_("Wiek do"), min_value=0, max_value=120, required=False)
    started = forms.ChoiceField(label=_("Rozpoczęła formę wsparcia"), required=False)
    completed = forms.ChoiceField(label=_("Ukończyła formę wsparcia"), required=False)
    find = forms.CharField(
        label=_("Szukaj zdania"), required=False, widget=forms.TextInput({"type": "search", "autocomplete": "off"})
    )

    class Meta(TargetForm.Meta):
        fields = [
            "name",
            "kind",
            "unit",
            "counts",
            "register",
            "form_of_support",
            "event_kind",
            *TargetForm.Meta.fields,
        ]
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
        (_("Kogo liczy"), {"age_from": "c3 s6", "age_to": "c3 s6", "started": "c8", "completed": "c8"}),
        (_("Co liczy"), {"register": "c8", "form_of_support": "c8", "event_kind": "c8"}),
        *TargetForm.parts,
    ]

    def __init__(self, *args, is_preview=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_preview = is_preview
        self.fields["name"].required = not is_preview
        for name, offered in to_tick().items():
            self.fields[name].choices = [(word.name, sentence_of(word)) for word in offered]
        self.fields["counts"].choices = [(counts.value, counts.label) for counts in (Counts.PEOPLE, *BOUND_TO)]
        self.supports = {support.key: support for support in self.project.forms_of_support.order_by("name", "pk")}
        self.fields["form_of_support"].queryset = self.project.forms_of_support.order_by("name", "pk")
        for name in ("started", "completed"):
            offered = [(key, support.name) for key, support in self.supports.items()]
            self.fields[name].choices = [("", _("bez tego warunku")), *offered]
        self.others = self._read(self.instance.words)
        self.helper = self._laid_out()

    def _laid_out(self):
        """The sections with the words after the age and the support, and every one of them with a name for the style sheet."""
        helper = sections(self, *self.parts)
        drawn = [part for part in helper.layout if isinstance(part, Fieldset)]
        for part, css in zip(drawn, ("what", "people", "things", "target"), strict=True):
            part.css_class = css
        drawn[1].append(HTML('{% include "' + WORDS + '" with headings=form.headings find=form.find only %}'))
        return helper

    def _read(self, stored):
        """Ticks what the stored words say; answers with those that the form has no place for, which it keeps."""
        ticked, others = {name: [] for name in CHECKLISTS}, []
        for text in stored:
            name, _separator, argument = text.partition(":")
            if text in words.PLAIN:
                field = FIELD_OF_STAGE.get(words.PLAIN[text].stage)
                if field and text not in ALWAYS:
                    ticked[field].append(text)
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
        return [sentence_of(words.spell(text)) for text in self.others]

    @property
    def headings(self):
        """The words to tick, under their headings."""
        ticked = {name: set(self[name].value() or []) for name in CHECKLISTS}
        return headings(ticked, self["find"].value() or "")

    @cached_property
    def reading(self):
        """What the words say as they stand, or None while they say nothing that can be counted."""
        is_refused = self.is_bound and self.errors and not self.is_preview
        if not self.is_bound and not self.instance.pk:
            self.instance.words = list(ALWAYS)
        if is_refused or not self._says_something:
            return None
        names = {key: support.name for key, support in self.supports.items()}
        return read(self.project, definition_of(self.instance), names)

    @property
    def _says_something(self):
        bound = BOUND_TO.get(self.instance.counts)
        return bool(getattr(self.instance, bound) if bound else self.instance.words)

    def clean(self):
        cleaned = super().clean()
        low, high = cleaned.get("age_from"), cleaned.get("age_to")
        if low is not None and high is not None and low > high:
            self.add_error("age_to", _("Górna granica wieku jest niższa niż dolna."))
        self._keep_only_what_counts(cleaned)
        if not self.is_preview:
            for pair in contradictory([words.spell(text) for text in self.instance.words]):
                self.add_error(None, sentence_against(pair))
        return cleaned

    def counted(self, cleaned):
        return cleaned.get("counts")

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

    def _post_clean(self):
        """A preview is no attempt to save: the rules of the row are not asked."""
        if self.is_preview:
            construct_instance(self, self.instance, self._meta.fields)
        else:
            super()._post_clean()
