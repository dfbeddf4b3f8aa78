"""What a file that somebody brings really is: a PDF or a picture, told by its bytes and by opening it, never by its name."""

import warnings
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, JpegImagePlugin
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
MOST_PIXELS = 50_000_000  # a telephone's largest photograph; the picture is drawn in memory, three bytes a point
MOST_PAGES = 500
MOST_OBJECTS = 200_000
PNG_MODES = {"1", "L", "LA", "P", "RGB", "RGBA"}
# What a document does by itself, or carries unseen. An action is named under /S.
ACTIVE_KEYS = {"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent"}
ACTIVE_ACTIONS = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/Sound", "/GoToE"}
COMPOUND = (IndirectObject, DictionaryObject, ArrayObject)
PASSED_BY = {"/StructTreeRoot"}  # the order of reading: large, and nothing in it acts


class Refused(ValidationError):
    """The file is not kept; the message says why and what to do."""


@dataclass(frozen=True)
class Scan:
    """A file that was examined: its bytes as they will be kept, and what they are."""

    content: bytes
    content_type: str

    @property
    def sha256(self):
        return sha256(self.content).hexdigest()


def examined(upload):
    """The uploaded file as it will be kept. A PDF stays as it is, to the byte, so that a signature in it stays valid; a picture is
    drawn anew without what came along with it (place, device, comments), upright and in its own quality.

    Raises Refused: too large, empty, of another kind, damaged, locked, active.
    """
    if upload.size > settings.DOCUMENT_MOST_MB * 1024 * 1024:
        raise Refused(
            _("Plik jest większy niż %(most)s MB. Zmniejsz go i wybierz jeszcze raz.") % _most(), code="large"
        )
    if not upload.size:
        raise Refused(_("Wybrany plik jest pusty. Wybierz inny."), code="empty")
    upload.seek(0)
    content = upload.read()
    if content.startswith(b"%PDF-"):
        return _examined_pdf(content)
    if content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return _examined_picture(content)
    if content[4:8] == b"ftyp":
        told = _("To zdjęcie jest w formacie HEIC. Zapisz je w telefonie jako JPG i wybierz jeszcze raz.")
        raise Refused(told, code="heic")
    raise Refused(
        _("To nie jest PDF ani zdjęcie JPG lub PNG, choć plik może się tak nazywać. Wybierz inny."), code="kind"
    )


def _most():
    return {"most": settings.DOCUMENT_MOST_MB}


def _examined_pdf(content):
    try:
        reader = PdfReader(BytesIO(content))
        locked = reader.is_encrypted
        pages = 0 if locked else len(reader.pages)
        active = not locked and _is_active(reader)
    except Exception as error:  # pypdf answers a broken file with errors of many kinds
        raise _damaged() from error
    if locked:
        raise Refused(_("Ten PDF jest zabezpieczony hasłem. Zapisz go bez hasła i wybierz jeszcze raz."), code="locked")
    if active:
        told = _(
            "Ten PDF ma w sobie skrypt, formularz albo załącznik. Wydrukuj go do nowego pliku PDF i wybierz ten nowy."
        )
        raise Refused(told, code="active")
    if not pages:
        raise _damaged()
    if pages > MOST_PAGES:
        raise Refused(_("Ten PDF ma więcej niż %(most)s stron. Podziel go.") % {"most": MOST_PAGES}, code="long")
    return Scan(content, PDF)


def _is_active(reader):
    """Whether anything in the document acts by itself or is carried unseen. Walks all that hangs from its root."""
    waiting, seen = [reader.trailer["/Root"]], set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                continue
            seen.add(value.idnum)
            if len(seen) > MOST_OBJECTS:
                raise ValueError("more objects than a scan has")
            value = value.get_object()
        if isinstance(value, DictionaryObject):
            if _acts(value):
                return True
            waiting += [part for key, part in value.items() if key not in PASSED_BY and isinstance(part, COMPOUND)]
        elif isinstance(value, ArrayObject):
            waiting += [part for part in list.__iter__(value) if isinstance(part, COMPOUND)]
    return False


def _acts(dictionary):
    kind = dictionary.get("/S")
    kind = kind.get_object() if isinstance(kind, IndirectObject) else kind
    return bool(ACTIVE_KEYS & dictionary.keys()) or (isinstance(kind, str) and kind in ACTIVE_ACTIONS)


def _examined_picture(content):
    try:
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):  # measured here
            picture = Image.open(BytesIO(content), formats=["JPEG", "PNG"])
        if picture.width * picture.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        return _drawn_anew(picture)
    except Image.DecompressionBombError:
        told = _("To zdjęcie ma więcej niż %(most)s milionów punktów. Zmniejsz je i wybierz jeszcze raz.")
        raise Refused(told % {"most": MOST_PIXELS // 1_000_000}, code="points") from None
    except Exception as error:  # Pillow's readers answer a broken file with errors of many kinds
        raise _damaged() from error


def _drawn_anew(picture):
    """The picture alone, upright; a JPEG with the tables it came with, so that nothing is lost a second time."""
    written = BytesIO()
    if picture.format == "PNG":
        upright = _upright(picture)
        drawn = upright if upright.mode in PNG_MODES else upright.convert("RGB")
        drawn.info = {key: value for key, value in drawn.info.items() if key == "transparency"}
        drawn.save(written, "PNG")
        return Scan(written.getvalue(), PNG)
    kept = {"qtables": picture.quantization, "subsampling": JpegImagePlugin.get_sampling(picture)}
    drawn = _upright(picture)
    if drawn.mode not in ("L", "RGB"):
        drawn, kept = drawn.convert("RGB"), {"quality": 90}
    drawn.info = {}
    drawn.save(written, "JPEG", **kept)
    return Scan(written.getvalue(), JPEG)


def _upright(picture):
    picture.load()
    return ImageOps.exif_transpose(picture)


def _damaged():
    return Refused(
        _("Tego pliku nie da się otworzyć: jest uszkodzony albo niecały. Zeskanuj go jeszcze raz."), code="damaged"
    )
