"""All documents of one person as one file for a controller: a sheet of what is proved by what, then every scan, with bookmarks."""

import logging
import zlib
from dataclasses import dataclass
from io import BytesIO
from tempfile import SpooledTemporaryFile

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject, StreamObject

from projects.letterhead import marks_of
from projects.pdf import LANGUAGE, render
from projects.templatetags.polish import day

from .evidence import evidence_of
from .models import Participation
from .proofs import facts_of
from .scans import JPEG, PDF
from .short import status_in_short
from .vocabulary import Answer, DocumentKind

logger = logging.getLogger(__name__)
IN_MEMORY = 10 * 1024 * 1024
A4 = (595.28, 841.89)  # points
EDGE = 28
FINEST = (2480, 3508)  # the points of an A4 sheet at 300 to the inch


@dataclass
class Piece:
    """One document in the file: how many pages it takes there (0: it is kept apart) and the first of them."""

    document: object
    pages: int
    first: int = 0

    @property
    def last(self):
        return self.first + self.pages - 1


def dossier(participation):
    """An open temporary file with the PDF, at its beginning; the title and the language are set, the sheet in front is tagged.

    Documents that together are larger than DOSSIER_MOST_MB, or that cannot be opened any more, are named in the sheet and left
    out. The scans themselves are pictures without text.
    """
    with translation.override(LANGUAGE):
        pieces = pieces_of(participation)
        writer = PdfWriter(clone_from=BytesIO(_sheet(participation, pieces)))
        _in_front(writer, participation)
        for piece in pieces:
            if piece.pages:
                _append(writer, piece)
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 – the response closes it
    writer.write(file)
    writer.close()
    file.seek(0)
    return file


def pieces_of(participation):
    """The person's documents in the order of their kinds and dates, each with its number of pages."""
    kinds = {kind: number for number, kind in enumerate(DocumentKind.values)}
    rows = sorted(participation.documents.all(), key=lambda row: (kinds[row.kind], str(row.issued_on or ""), row.pk))
    room, pieces = settings.DOSSIER_MOST_MB * 1024 * 1024, []
    for row in rows:
        room -= row.size
        pieces.append(Piece(row, _pages(row) if room >= 0 else 0))
    return pieces


def _pages(document):
    """How many pages a document takes; 0 where its file cannot be read, which is written down."""
    try:
        with document.file.open("rb") as file:
            return len(PdfReader(file).pages) if document.content_type == PDF else 1
    except Exception:  # a file that is gone, or one that pypdf once opened and no longer does
        logger.exception("a stored document cannot be opened")
        return 0


def _sheet(participation, pieces):
    """The printed sheet; page numbers in it are those of the whole file."""
    context, pages = context_of(participation, pieces), 1
    while True:
        number = pages + 1
        for piece in pieces:
            piece.first, number = number, number + piece.pages
        sheet = render("participants/dossier_print.html", context)
        if (needed := len(PdfReader(BytesIO(sheet)).pages)) <= pages:
            return sheet
        pages = needed


def context_of(participation, pieces):
    """What stands on the sheet: who, each fact with its proofs, each document with its pages, what nobody has scanned."""
    alone = Participation.objects.filter(pk=participation.pk)
    return {
        "participation": participation,
        "person": participation.person,
        "project": participation.project,
        "marks": marks_of(participation.project),
        "facts": facts_with_proofs(participation, pieces),
        "pieces": pieces,
        "missing": [gap for gap, _n in evidence_of(alone).gaps],
        "printed_at": timezone.localtime(),
        "beneficiary": participation.project.lead or "",
    }


def facts_with_proofs(participation, pieces):
    """Pairs of a fact in words and the documents that prove it: the agreement to take part, the facts at entry, premises, outcomes."""
    of_kind = {}
    for piece in pieces:
        of_kind.setdefault(piece.document.kind, []).append(piece.document)

    def proofs(*kinds):
        return [document for kind in kinds for document in of_kind.get(kind, [])]

    pairs = []
    if participation.entered_on:
        entered = _("przystąpienie do projektu %(day)s") % {"day": day(participation.entered_on)}
        agreed = proofs(DocumentKind.DECLARATION, DocumentKind.PACKET, DocumentKind.CONTRACT)
        pairs.append((entered, agreed))
    if participation.labour_status:
        pairs.append(
            (_("status: %(status)s") % {"status": status_in_short(participation)}, proofs(DocumentKind.STATUS))
        )
    if participation.disability == Answer.YES:
        pairs.append((_("niepełnosprawność"), proofs(DocumentKind.DISABILITY)))
    pairs += [(fact.label, list(fact.documents.order_by("pk"))) for fact in facts_of(participation)]
    return pairs


def _in_front(writer, participation):
    """The title of the file. The claim of PDF/UA goes: the scans behind the sheet have no text."""
    writer.root_object.pop("/Metadata", None)
    writer.add_metadata({"/Title": _("Dokumenty uczestnictwa %(reference)s") % {"reference": participation.reference}})


def _append(writer, piece):
    """The pages of a document with its bookmark; where they cannot be taken over, empty ones, so that page numbers hold."""
    first = len(writer.pages)
    try:
        with piece.document.file.open("rb") as file:
            if piece.document.content_type == PDF:
                writer.append(fileobj=file, import_outline=False)
            else:
                _append_picture(writer, file.read(), piece.document.content_type)
    except Exception:  # pypdf meets old and odd files
        logger.exception("a stored document cannot be copied")
    while len(writer.pages) < first + piece.pages:
        writer.add_blank_page(width=A4[0], height=A4[1])
    writer.add_outline_item(title=f"{piece.document.number} {piece.document.title}", page_number=first)


def _append_picture(writer, content, content_type):
    """A page of A4, upright or across as the picture is, with the picture as large as fits."""
    image = _picture(content, content_type)
    width, height = image["/Width"], image["/Height"]
    sheet = A4 if height >= width else A4[::-1]
    page = writer.add_blank_page(width=sheet[0], height=sheet[1])
    scale = min((sheet[0] - 2 * EDGE) / width, (sheet[1] - 2 * EDGE) / height)
    size = (width * scale, height * scale)
    left, bottom = (sheet[0] - size[0]) / 2, (sheet[1] - size[1]) / 2
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/P"): writer._add_object(image)})}
    )
    drawing = DecodedStreamObject()
    drawing.set_data(f"q {size[0]:.2f} 0 0 {size[1]:.2f} {left:.2f} {bottom:.2f} cm /P Do Q".encode())
    page[NameObject("/Contents")] = writer._add_object(drawing)


def _picture(content, content_type):
    """The image as PDF knows it: a JPEG to the byte, a PNG as its points on white, no finer than print."""
    picture = Image.open(BytesIO(content), formats=["JPEG", "PNG"])
    image = StreamObject()
    if content_type != JPEG:
        picture.thumbnail(FINEST)
        white = Image.new("RGB", picture.size, "white")
        shown = picture.convert("RGBA")
        white.paste(shown, mask=shown)
        picture, content = white, zlib.compress(white.tobytes())
    image.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(picture.width),
            NameObject("/Height"): NumberObject(picture.height),
            NameObject("/ColorSpace"): NameObject("/DeviceGray" if picture.mode == "L" else "/DeviceRGB"),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): NameObject("/DCTDecode" if content_type == JPEG else "/FlateDecode"),
        }
    )
    image._data = content
    return image
