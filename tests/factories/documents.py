"""Documents with a real file, small pictures and PDFs, and texts of papers."""

from hashlib import sha256
from io import BytesIO

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from PIL import Image
from pypdf import PdfWriter

from participants.models import Document
from participants.vocabulary import DocumentKind
from projects.models import Paper, ProjectText

from .participants import ParticipationFactory
from .projects import ProjectFactory


def make_pdf(title="dokument", pages=1):
    """The bytes of a PDF of empty pages; another title makes another file."""
    writer, written = PdfWriter(), BytesIO()
    for _page in range(pages):
        writer.add_blank_page(width=200, height=280)
    writer.add_metadata({"/Title": title})
    writer.write(written)
    return written.getvalue()


def make_picture(kind="JPEG", size=(40, 30), mode="RGB", colour="navy", **saving):
    """The bytes of a picture."""
    written = BytesIO()
    Image.new(mode, size, colour).save(written, kind, **saving)
    return written.getvalue()


class DocumentFactory(DjangoModelFactory):
    """A signed declaration of a participant, as a PDF of one page that lies in the storage."""

    class Meta:
        model = Document

    class Params:
        content = factory.Sequence(lambda n: make_pdf(f"dokument {n}"))

    participation = factory.SubFactory(ParticipationFactory)
    project = factory.LazyAttribute(lambda o: o.participation.project if o.participation else ProjectFactory())
    kind = DocumentKind.DECLARATION
    title = "deklaracja uczestnictwa"
    content_type = "application/pdf"
    file = factory.LazyAttribute(lambda o: ContentFile(o.content, name="plik"))
    size = factory.LazyAttribute(lambda o: len(o.content))
    sha256 = factory.LazyAttribute(lambda o: sha256(o.content).hexdigest())


class ProjectTextFactory(DjangoModelFactory):
    """A project's own text of its declaration."""

    class Meta:
        model = ProjectText

    project = factory.SubFactory(ProjectFactory)
    paper = Paper.DECLARATION
    title = "Deklaracja udziału"
    body = "Ja, {imię i nazwisko}, przystępuję do projektu „{projekt}”."
