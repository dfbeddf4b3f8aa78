"""The form that brings a file, and the filter over its rows."""

import uuid

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

TOO_LARGE = _("Plik ma %(size)s, a może mieć najwyżej %(limit)s. Podziel go na mniejsze.")


class FileForm(forms.Form):
    """One file; ``submission`` makes a form posted twice one row."""

    file = forms.FileField(
        label=_("Plik"),
        widget=forms.FileInput({"accept": ".csv,.xlsx", "class": "form-control"}),
        error_messages={"required": _("Wybierz plik."), "empty": _("Plik jest pusty. Wybierz plik z danymi.")},
    )
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["submission"].initial = uuid.uuid4()

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.IMPORT_MAX_BYTES:
            told = {"size": filesizeformat(file.size), "limit": filesizeformat(settings.IMPORT_MAX_BYTES)}
            raise forms.ValidationError(TOO_LARGE, params=told)
        return file
