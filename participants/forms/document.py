"""Adding documents, saying what one proves, and finding one in the list."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import DayField
from projects.forms.narrowing import NarrowingForm
from projects.search import every_word

from ..files import store
from ..models import Document, Person
from ..proofs import facts_of, prove, proved_by
from ..vocabulary import DocumentKind
from .proof import Camera, ProofField, number_of
from .rules import not_in_future

IN_FUTURE = _("Data dokumentu jest w przyszłości. Sprawdź ją.")
NO_FILE = _("Wybierz plik albo zrób zdjęcie.")
KIND_MISSING = _("Wybierz, co to za dokument.")


class WithFacts:
    """A mixin of forms: which outcomes and premises of the person the document proves."""

    def add_facts(self, participation, chosen=()):
        self.known_facts = {fact.key: fact for fact in facts_of(participation)} if participation else {}
        if self.known_facts:
            self.fields["facts"] = forms.MultipleChoiceField(
                label=_("Czego dowodzi"),
                choices=[(fact.key, fact.label) for fact in self.known_facts.values()],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                help_text=_("jeden dokument może być dowodem kilku rzeczy"),
            )
            self.initial.setdefault("facts", list(chosen))

    @property
    def facts_field(self):
        """The bound field of the facts, or None where there is nothing to prove."""
        return self["facts"] if "facts" in self.fields else None

    @property
    def facts(self):
        """The facts that were chosen."""
        return [self.known_facts[key] for key in self.cleaned_data.get("facts", [])]

    def clean_issued_on(self):
        return not_in_future(self.cleaned_data["issued_on"], IN_FUTURE)


class UploadForm(WithFacts, forms.Form):
    """New documents of a person, or of the project itself: several files at once are of one kind and prove the same."""

    optional_unsaid = True

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(
        label=_("Rodzaj dokumentu"),
        choices=[("", _("wybierz")), *DocumentKind.choices],
        error_messages={"required": KIND_MISSING, "invalid_choice": KIND_MISSING},
    )
    files = ProofField(label=_("Pliki"), required=False, help_text=_("PDF, JPG lub PNG; można wybrać kilka"))
    photo = ProofField(label=_("Zdjęcie z aparatu"), required=False, widget=Camera)
    issued_on = DayField(label=_("Data dokumentu"), required=False)
    title = forms.CharField(
        label=_("Nazwa"), max_length=200, required=False, help_text=_("puste: tak, jak nazywa się rodzaj dokumentu")
    )

    def __init__(self, *args, project, user, participation=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.project, self.user, self.participation = project, user, participation
        self.fields["submission"].initial = uuid.uuid4
        self.add_facts(participation, chosen=self.initial.get("facts", []))

    def clean(self):
        cleaned = super().clean()
        if not self.scans and not {"files", "photo"} & set(self.errors):
            self.add_error("files", ValidationError(NO_FILE, code="required"))
        return cleaned

    @property
    def scans(self):
        return [*self.cleaned_data.get("files", []), *self.cleaned_data.get("photo", [])]

    @transaction.atomic
    def save(self):
        """Stores the files and gives back their documents; a file that was there already keeps its name and kind."""
        stored = [self._store(scan) for scan in self.scans]
        for document in stored:
            if self.facts:
                prove(
                    by=self.user,
                    document=document,
                    facts={f.key: f for f in [*proved_by(document), *self.facts]}.values(),
                )
        return stored

    def _store(self, scan):
        given = self.cleaned_data
        return store(
            project=self.project,
            by=self.user,
            upload=scan,
            kind=given["kind"],
            title=given["title"],
            participation=self.participation,
            issued_on=given["issued_on"],
            submission=number_of(given["submission"], scan) if given["submission"] else None,
        )


class DocumentForm(WithFacts, forms.ModelForm):
    """What a stored document is called and what it proves; its file does not change."""

    optional_unsaid = True

    class Meta:
        model = Document
        fields = ["kind", "title", "issued_on"]
        field_classes = {"issued_on": DayField}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.add_facts(self.instance.participation, chosen=[fact.key for fact in proved_by(self.instance)])

    def save(self, commit=True):
        with transaction.atomic():
            document = super().save()
            prove(by=self.user, document=document, facts=self.facts)
        return document


class DocumentFilter(NarrowingForm):
    """Search and kind; a value that the lists do not know narrows nothing."""

    q = forms.CharField(
        label=_("Szukaj"),
        max_length=100,
        required=False,
        widget=forms.TextInput(
            {"type": "search", "placeholder": _("nazwa dokumentu albo osoba"), "autocomplete": "off"}
        ),
    )
    kind = forms.ChoiceField(label=_("Rodzaj"), choices=[("", _("wszystkie")), *DocumentKind.choices], required=False)

    def narrow(self, documents):
        """The documents that were asked for."""
        asked = self.cleaned_data
        if asked.get("q"):
            people = Person.objects.matching(asked["q"]).order_by().values("pk")
            documents = documents.filter(every_word(asked["q"], "title") | Q(participation__person__in=people))
        if asked.get("kind"):
            documents = documents.filter(kind=asked["kind"])
        return documents
