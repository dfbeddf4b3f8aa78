"""Files that people bring: what they really are decides, they are kept once, and no file stays without its row."""

from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from PIL import ExifTags, Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from participants.files import store
from participants.models import Document
from participants.scans import JPEG, PDF, PNG, Refused, examined

from ..factories import DocumentFactory, ParticipationFactory, ProjectFactory
from ..factories.documents import make_pdf, make_picture

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


def brought(content, name="skan.pdf", declared="application/pdf"):
    return SimpleUploadedFile(name, content, declared)


def stored_files():
    return {path for path in Path(settings.MEDIA_ROOT, "documents").rglob("*") if path.is_file()}


def refused(content, name="skan.pdf"):
    with pytest.raises(Refused) as told:
        examined(brought(content, name))
    return told.value.code


def pdf_with(root):
    """A PDF whose catalogue has these entries too."""
    writer, written = PdfWriter(), BytesIO()
    writer.add_blank_page(width=100, height=100)
    writer.root_object.update(root)
    writer.write(written)
    return written.getvalue()


def action(kind):
    return DictionaryObject({NameObject("/S"): NameObject(kind), NameObject("/URI"): TextStringObject("https://a.pl")})


def pdf_of(change):
    writer, written = PdfWriter(), BytesIO()
    writer.add_blank_page(width=100, height=100)
    change(writer)
    writer.write(written)
    return written.getvalue()


# --- what a file is


@pytest.mark.parametrize(
    ("content", "kind"),
    [(make_pdf(), PDF), (make_picture("JPEG"), JPEG), (make_picture("PNG"), PNG)],
    ids=["pdf", "jpg", "png"],
)
@pytest.mark.parametrize("name", ["skan.exe", "x" * 300 + ".html", "../../etc/passwd", "a.pdf.js", "a\x00b.png", ""])
def test_a_good_file_is_taken_whatever_it_is_called(content, kind, name):
    upload = brought(content, "plik", "text/html")
    upload._name = name
    assert examined(upload).content_type == kind


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (HTML, "kind"),
        (SVG, "kind"),
        (b"MZ\x90\x00" + make_pdf(), "kind"),
        (b"\n" + make_pdf(), "kind"),
        (b"PK\x03\x04" + b"0" * 100, "kind"),
        (b"\x00\x00\x00\x18ftypheic" + b"0" * 100, "heic"),
        (make_picture("GIF"), "kind"),
        (make_picture("WEBP"), "kind"),
        (make_picture("TIFF"), "kind"),
        (b"GIF89a" + HTML, "kind"),
        (b"%PDF-1.7\n" + HTML, "damaged"),
        (b"%PDF-1.7", "damaged"),
        (make_pdf()[:200], "damaged"),
        (make_picture("JPEG", (600, 600))[:-300], "damaged"),
        (make_picture("JPEG", (600, 600))[:400], "damaged"),
        (make_picture("PNG", (600, 600))[:90], "damaged"),
        (b"\xff\xd8\xff" + HTML, "damaged"),
        (b"\x89PNG\r\n\x1a\n" + HTML, "damaged"),
        (pdf_of(lambda writer: writer.encrypt("tajne")), "locked"),
        (pdf_of(lambda writer: writer.encrypt("", owner_password="tajne")), "locked"),
        (make_picture("PNG", (20_000, 20_000), "1", 0), "points"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_no_whole_pdf_or_picture_is_refused(content, code):
    assert refused(content) == code


def test_a_file_above_the_limit_is_refused_and_the_limit_is_named(settings):
    settings.DOCUMENT_MOST_MB = 1
    with pytest.raises(Refused, match="większy niż 1 MB"):
        examined(brought(make_pdf() + b"0" * 1024 * 1024))


@pytest.mark.parametrize("kind", ["/JavaScript", "/Launch", "/SubmitForm", "/ImportData"])
def test_a_pdf_that_acts_by_itself_is_refused(kind):
    assert refused(pdf_with({NameObject("/OpenAction"): action(kind)})) == "active"


def test_an_action_hidden_deep_in_a_page_is_found():
    def hide(writer):
        link = DictionaryObject({NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): action("/URI")})
        link["/A"][NameObject("/Next")] = ArrayObject([writer._add_object(action("/Launch"))])
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(link)])

    assert refused(pdf_of(hide)) == "active"


def test_a_pdf_that_carries_a_file_is_refused():
    assert refused(pdf_of(lambda writer: writer.add_attachment(filename="a.exe", data=b"MZ"))) == "active"


def test_a_pdf_with_a_link_is_a_document_like_any_other():
    def link(writer):
        entry = DictionaryObject({NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): action("/URI")})
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(entry)])

    assert examined(brought(pdf_of(link))).content_type == PDF


def test_a_pdf_stays_as_it_is_to_the_byte():
    content = make_pdf("podpisany elektronicznie") + b"\n% koniec"
    assert examined(brought(content)).content == content


# --- what came along with a picture


def photo(**saving):
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "Telefon Kowalskiej"
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (50.0, 17.0, 10.0)
    return make_picture("JPEG", (40, 30), exif=exif, **saving)


def test_a_photograph_loses_its_place_and_its_device_and_stands_upright():
    kept = examined(brought(photo() + HTML)).content
    picture = Image.open(BytesIO(kept))
    assert picture.size == (30, 40)
    assert not picture.getexif()
    assert b"Kowalskiej" not in kept
    assert b"script" not in kept


def test_a_picture_loses_its_comments():
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "Jan Tajny")
    assert b"Tajny" not in examined(brought(make_picture("PNG", pnginfo=text))).content


@pytest.mark.parametrize("quality", [40, 80, 95])
def test_a_photograph_keeps_its_quality(quality):
    noise = BytesIO()
    Image.effect_noise((300, 300), 60).convert("RGB").save(noise, "JPEG", quality=quality)
    kept = examined(brought(noise.getvalue())).content
    assert len(kept) == pytest.approx(len(noise.getvalue()), rel=0.1)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", m) for m in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")] + [("JPEG", "L"), ("JPEG", "CMYK")],
)
def test_every_usual_kind_of_picture_is_taken(kind, mode):
    picture, written = Image.new(mode, (30, 30)), BytesIO()
    picture.save(written, kind)
    Image.open(BytesIO(examined(brought(written.getvalue())).content)).load()


# --- keeping


@pytest.fixture
def person(project):
    return ParticipationFactory(project=project)


def keep(person, by, content=None, **others):
    upload = brought(content or make_pdf("jeden"))
    return store(project=person.project, by=by, upload=upload, kind="status", participation=person, **others)


def content_of(document):
    with document.file.open("rb") as file:
        return file.read()


def test_a_file_is_kept_under_a_name_that_nobody_typed(person, social_worker):
    document = keep(person, social_worker)
    assert document.file.name == f"documents/{person.project_id}/{document.submission}.pdf"
    assert content_of(document) == make_pdf("jeden")
    assert (document.title, document.was_there) == ("zaświadczenie o statusie na rynku pracy", False)
    assert (Path(document.file.path).stat().st_mode & 0o077) == 0


def test_the_same_file_of_the_same_person_is_kept_once(person, social_worker):
    first, second = keep(person, social_worker), keep(person, social_worker, title="inna nazwa")
    assert (second.pk, second.was_there) == (first.pk, True)
    assert Document.objects.get().title == first.title
    assert len([path for path in stored_files() if str(first.submission) in path.name]) == 1


def test_the_same_file_of_another_person_is_another_document(person, social_worker):
    other = ParticipationFactory(project=person.project)
    assert keep(person, social_worker).pk != keep(other, social_worker).pk


def test_a_file_of_the_project_is_kept_once_too(project, social_worker):
    given = {"project": project, "by": social_worker, "kind": "other"}
    first = store(upload=brought(make_pdf()), **given)
    assert store(upload=brought(make_pdf()), **given).was_there
    assert not store(upload=brought(make_pdf()), **(given | {"project": ProjectFactory()})).was_there
    assert first.participation is None


def test_the_same_form_sent_twice_makes_one_document(person, social_worker):
    number = uuid4()
    first = keep(person, social_worker, submission=number)
    assert keep(person, social_worker, make_pdf("zeskanowany jeszcze raz"), submission=number) == first


def test_a_refused_row_leaves_no_file(person, social_worker):
    before = stored_files()
    with pytest.raises(IntegrityError), transaction.atomic():
        store(
            project=person.project,
            by=social_worker,
            upload=brought(make_pdf()),
            kind="magic",
            title="x",
            participation=person,
        )
    assert stored_files() == before


def kept_and_lost(person, by):
    with transaction.atomic():
        keep(person, by)
        assert len(stored_files()) > 0
        raise LookupError


def test_a_transaction_that_fails_later_leaves_no_file(person, social_worker):
    before = stored_files()
    with pytest.raises(LookupError):
        kept_and_lost(person, social_worker)
    assert stored_files() == before


def test_a_file_stays_when_everything_went_well(person, social_worker, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        document = keep(person, social_worker)
    connection.run_on_commit.clear()  # what a commit, or a rollback of something later, does
    assert document.file.storage.exists(document.file.name)


def test_a_file_goes_with_its_row(person, social_worker, django_capture_on_commit_callbacks):
    document = keep(person, social_worker)
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
        assert document.file.storage.exists(document.file.name)
    assert not document.file.storage.exists(document.file.name)


def test_a_file_goes_with_the_participation(person, django_capture_on_commit_callbacks):
    document = DocumentFactory(participation=person)
    with django_capture_on_commit_callbacks(execute=True):
        person.delete()
    assert not document.file.storage.exists(document.file.name)


def test_a_kept_pdf_can_be_read(person, social_worker):
    assert len(PdfReader(BytesIO(content_of(keep(person, social_worker, make_pdf(pages=3))))).pages) == 3
