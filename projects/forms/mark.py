"""Uploaded marks: a picture is what its content says, is drawn anew, and gets a name that nobody chose."""

import warnings
from io import BytesIO
from uuid import uuid4

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from ..models import Mark
from ..stored_files import forget_file
from .base import WithinProjectForm

EXTENSIONS = {"PNG": "png", "JPEG": "jpg"}
MODES = {"PNG": "RGBA", "JPEG": "RGB"}
MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 12_000_000


class NotAPicture(ValueError):
    """The file is no whole PNG or JPEG picture."""


class TooManyPixels(ValueError):
    """The picture is larger than a mark needs to be."""


def redrawn(file):
    """The picture of an uploaded file, drawn anew without anything that came along with it, under a random name.

    Raises NotAPicture or TooManyPixels. The file's own name and declared type are not looked at.
    """
    try:
        return _drawn_anew(_opened(file))
    except (TooManyPixels, Image.DecompressionBombError):
        raise TooManyPixels from None
    except Exception as error:  # Pillow's readers answer a broken file with errors of many kinds
        raise NotAPicture from error


def _opened(file):
    with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):  # measured below
        Image.open(file, formats=list(EXTENSIONS)).verify()
        file.seek(0)  # a verified picture cannot be read on
        picture = Image.open(file, formats=list(EXTENSIONS))
    if picture.width * picture.height > MOST_PIXELS:
        raise TooManyPixels
    return picture


def _drawn_anew(picture):
    kind = picture.format
    drawn = ImageOps.exif_transpose(picture).convert(MODES[kind])
    drawn.info = {}
    written = BytesIO()
    drawn.save(written, kind, optimize=True)
    return ContentFile(written.getvalue(), name=f"{uuid4().hex}.{EXTENSIONS[kind]}")


class PictureField(forms.FileField):
    """A PNG or JPEG picture up to 2 MB and 12 million pixels."""

    default_error_messages = {
        "not_a_picture": _("Ten plik nie jest obrazem PNG ani JPEG, choć może się tak nazywać. Wybierz inny plik."),
        "too_large": _("Plik jest większy niż 2 MB. Zmniejsz obraz i wybierz go jeszcze raz."),
        "too_many_pixels": _("Obraz ma więcej niż 12 milionów punktów. Zmniejsz go i wybierz jeszcze raz."),
        "empty": _("Wybrany plik jest pusty. Wybierz inny."),
    }

    def __init__(self, *, max_length=None, **kwargs):
        super().__init__(**kwargs)  # the length of the name does not matter: the name is thrown away

    def to_python(self, data):
        file = super().to_python(data)
        if file is None:
            return None
        if file.size > MOST_BYTES:
            raise forms.ValidationError(self.error_messages["too_large"], code="too_large")
        try:
            return redrawn(file)
        except TooManyPixels:
            raise forms.ValidationError(self.error_messages["too_many_pixels"], code="too_many_pixels") from None
        except NotAPicture:
            raise forms.ValidationError(self.error_messages["not_a_picture"], code="not_a_picture") from None


class PictureForm(forms.ModelForm):
    """A mark with its picture; the file that a new one replaces is deleted."""

    class Meta:
        model = Mark
        fields = ["kind", "name", "image"]
        field_classes = {"image": PictureField}
        widgets = {"image": forms.FileInput({"accept": "image/png,image/jpeg"})}
        labels = {"image": _("Obraz")}
        help_texts = {"image": _("PNG lub JPEG, najwyżej 2 MB; drukuje się w wysokości 9 mm")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.replaced = self.instance.image.name

    def save(self, commit=True):
        mark = super().save(commit)
        if self.replaced != mark.image.name:
            forget_file(mark.image.storage, self.replaced)
        return mark


class MarkForm(PictureForm, WithinProjectForm):
    """The mark of one kind in one project, both known beforehand."""

    class Meta(PictureForm.Meta):
        fields = ["name", "image"]

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"kind"}
