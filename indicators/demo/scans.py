"""Files of the demo: a page drawn once for each kind of document, marked as sample data, and linked to what it proves."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw, ImageFont

from participants.models import Document, Outcome, Premise
from participants.vocabulary import DocumentKind, OutcomeKind

SIZE = (595, 842)  # A4 at 72 dots an inch
GREY, INK = 150, 30
MARK = "dane przykładowe"
KIND_OF = {
    OutcomeKind.QUALIFICATION: DocumentKind.CERTIFICATE,
    OutcomeKind.COMPETENCE: DocumentKind.CERTIFICATE,
    OutcomeKind.EMPLOYMENT: DocumentKind.JOB,
    OutcomeKind.SOCIAL_PROGRESS: DocumentKind.PROGRESS,
}
PICTURES = {DocumentKind.PREMISE, DocumentKind.PROGRESS}  # photographed; the others are PDFs


@cache
def page(kind):
    """The bytes of a made-up document of this kind, and what they are. Nobody is named on it."""
    picture = Image.new("L", SIZE, 255)
    draw, (width, height) = ImageDraw.Draw(picture), SIZE
    title = DocumentKind(kind).label
    draw.rectangle((30, 30, width - 30, height - 30), outline=GREY)
    draw.text((width / 2, 120), str(title), font=_font(22), fill=INK, anchor="mm")
    for line in range(9):
        draw.line((90, 220 + line * 46, width - 90 - 60 * (line % 3), 220 + line * 46), fill=GREY)
    draw.text((width / 2, height / 2), MARK, font=_font(54), fill=GREY, anchor="mm")
    draw.text((width / 2, height - 90), f"{MARK}: nie jest to dokument", font=_font(14), fill=INK, anchor="mm")
    is_picture, written = kind in PICTURES, BytesIO()
    picture.save(written, "PNG" if is_picture else "PDF")
    return written.getvalue(), "image/png" if is_picture else "application/pdf"


@cache
def _font(size):
    folder = files("fontpkg_source_sans_3") / "files"
    return ImageFont.truetype(str(folder / "SourceSans3[wght].ttf"), size)


def document(project, participation, kind, by, *, title="", issued_on=None):
    """A document of somebody, not saved yet; its file is written together with its row."""
    content, content_type = page(kind)
    return Document(
        project=project,
        participation=participation,
        kind=kind,
        title=title or str(DocumentKind(kind).label),
        issued_on=issued_on,
        file=ContentFile(content, "strona"),
        content_type=content_type,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        uploaded_by=by,
    )


def keep_files(project, by, *, people, one_in=3):
    """Files for the first so many of the project's people: a signed packet each, the proof of their outcomes and premises; for every
    ``one_in``-th person some of it is missing. Gives back the documents."""
    rows = project.participations.filter(is_complete=True).order_by("pk")[:people]
    papers = {}
    for n, one in enumerate(rows):
        lacks = n % one_in == one_in - 1
        if not lacks:
            papers[one.pk, DocumentKind.PACKET] = document(
                project, one, DocumentKind.PACKET, by, issued_on=one.entered_on
            )
        if not lacks or n % 2:
            papers[one.pk, DocumentKind.PREMISE] = document(project, one, DocumentKind.PREMISE, by)
    premises = Premise.objects.filter(participation__in=[one.pk for one in rows]).exclude(document="").order_by("pk")
    outcomes = Outcome.objects.filter(participation__in=[one.pk for one in rows]).exclude(evidence="").order_by("pk")
    for n, outcome in enumerate(outcomes):
        kind = KIND_OF.get(outcome.kind)
        if kind and n % one_in:
            key = outcome.participation_id, kind
            papers.setdefault(key, document(project, outcome.participation, kind, by, issued_on=outcome.obtained_on))
    Document.objects.bulk_create(papers.values())
    _link(Outcome, outcomes, lambda row: papers.get((row.participation_id, KIND_OF.get(row.kind))))
    _link(Premise, premises, lambda row: papers.get((row.participation_id, DocumentKind.PREMISE)))
    return list(papers.values())


def _link(model, rows, paper_of):
    through = model.documents.through
    name = model._meta.model_name
    through.objects.bulk_create(
        [through(**{f"{name}_id": row.pk, "document_id": paper.pk}) for row in rows if (paper := paper_of(row))]
    )
