"""Writing the project's own text of a paper."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.forms import WithinProjectForm
from projects.models import ProjectText

from ..papers import UnknownPlaceholder, check

LONGEST = 30_000
UNKNOWN = _("Program nie zna nazwy %(name)s. Popraw ją według listy obok albo usuń nawiasy klamrowe.")


class TextForm(WithinProjectForm):
    """The title and the body of one paper; a name in braces that nobody knows is refused and named."""

    class Meta:
        model = ProjectText
        fields = ["title", "body"]
        widgets = {"body": forms.Textarea({"rows": 30, "spellcheck": "true"})}
        error_messages = {
            "title": {"required": _("Wpisz tytuł dokumentu.")},
            "body": {"required": _("Wpisz treść albo przywróć tekst dostarczony z programem.")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].validators.append(MaxLengthValidator(LONGEST))

    def clean_title(self):
        return self._checked("title")

    def clean_body(self):
        return self._checked("body").replace("\r\n", "\n")

    def _checked(self, name):
        text = self.cleaned_data[name]
        try:
            check(text)
        except UnknownPlaceholder as unknown:
            raise forms.ValidationError(UNKNOWN % {"name": unknown.name}, code="unknown") from None
        return text

    def save(self, commit=True):
        self.instance.changed_at = timezone.now()
        return super().save(commit)
