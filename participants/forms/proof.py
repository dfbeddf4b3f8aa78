"""Files in forms: chosen or photographed, examined by their content, or chosen from those that the person has already."""

import uuid

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..files import store
from ..proofs import attach, described, fact_of
from ..scans import examined

ACCEPT = "application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png"
MOST_FILES = 20
SEVERAL = 4  # all files of a field, in largest documents: they are examined in memory
ONE_BY_ONE = _("Wybierz najwyżej %(most)s plików naraz.")
TOGETHER = _("Te pliki mają razem więcej niż %(most)s MB. Dodaj je w kilku częściach.")

NUMBERED = _("Plik %(number)s: %(why)s")


class SeveralFiles(forms.FileInput):
    """A field for files where several may be chosen at once."""

    allow_multiple_selected = True

    def __init__(self, attrs=None):
        super().__init__({"accept": ACCEPT, "multiple": True, **(attrs or {})})

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else [files[name]] if name in files else []


class Camera(SeveralFiles):
    """Opens the camera of a telephone at once; on a desk it is a field for a picture."""

    def __init__(self, attrs=None):
        super().__init__({"accept": "image/*", "capture": "environment", "multiple": False, **(attrs or {})})


class ProofField(forms.FileField):
    """Files as a list of ``scans.Scan``, each examined by its content; the names that they came with are thrown away."""

    widget = SeveralFiles

    def __init__(self, *, max_length=None, **kwargs):
        super().__init__(**kwargs)  # however long a name is, nobody keeps it

    def clean(self, data, initial=None):
        if not data:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return []
        if len(data) > MOST_FILES:
            raise ValidationError(ONE_BY_ONE % {"most": MOST_FILES}, code="many")
        most = SEVERAL * settings.DOCUMENT_MOST_MB
        if sum(upload.size for upload in data) > most * 1024 * 1024:
            raise ValidationError(TOGETHER % {"most": most}, code="together")
        return [self._examined(number, upload, len(data)) for number, upload in enumerate(data, start=1)]

    def _examined(self, number, upload, of):
        try:
            return examined(upload)
        except ValidationError as refused:
            if of == 1:
                raise
            raise ValidationError(
                NUMBERED % {"number": number, "why": refused.messages[0]}, code=refused.code
            ) from None

    def has_changed(self, initial, data):
        return bool(data)


class WithProofs:
    """A mixin of forms about one fact (an outcome, a premise): new files, and the person's documents to choose from.

    ``add_proofs`` in ``__init__``; ``keep_proofs`` once the fact is saved, with the kind of document that new files are.
    """

    def add_proofs(self, participation, chosen=()):
        """Adds ``proof_files`` and, where the person has any, ``proofs``; ``chosen`` are the documents linked already."""
        self.fields["proof_files"] = ProofField(
            label=_("Plik dowodu"), required=False, help_text=_("PDF, JPG lub PNG; można wybrać kilka")
        )
        documents = participation.documents.order_by("-uploaded_at", "-pk")
        if documents:
            self.fields["proofs"] = forms.ModelMultipleChoiceField(
                documents, label=_("Z dokumentów tej osoby"), required=False, widget=forms.CheckboxSelectMultiple
            )
            self.fields["proofs"].label_from_instance = described
            self.initial.setdefault("proofs", [document.pk for document in chosen])

    def keep_proofs(self, row, *, by, kind):
        """Stores the new files and links them, and the chosen ones, to the saved outcome or premise."""
        participation = row.participation
        new = [
            store(project=participation.project, by=by, upload=scan, kind=kind, participation=participation)
            for scan in self.cleaned_data.get("proof_files", [])
        ]
        attach(by=by, fact=fact_of(row), documents=[*self.cleaned_data.get("proofs", []), *new])


def number_of(form_number, scan):
    """The number of one file of a form, so that a form posted twice finds each of its files again."""
    return uuid.uuid5(form_number, scan.sha256)
