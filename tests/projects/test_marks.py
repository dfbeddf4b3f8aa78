"""Marks: what a file really is decides, a stranger sees none, and a replaced picture is gone."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, PngImagePlugin

from projects.models import Mark

from ..factories import MarkFactory
from .pages import text_of

NOT_A_PICTURE = "Ten plik nie jest obrazem PNG ani JPEG, choć może się tak nazywać."


@pytest.fixture
def client(client_of, coordinator):
    return client_of(coordinator)


def picture(kind="PNG", size=(40, 20), mode="RGB", **saving):
    written = BytesIO()
    Image.new(mode, size, "navy").save(written, kind, **saving)
    return written.getvalue()


def upload(client, project, content, *, kind="region", name="znak.png", title="Województwo Śląskie"):
    file = {f"{kind}-image": SimpleUploadedFile(name, content, "image/png")} if content is not None else {}
    sent = {"kind": kind, f"{kind}-name": title, **file}
    return client.post(reverse("projects:marks", args=[project.slug]), sent, follow=True)


def shown(client, project, kind="region"):
    return client.get(reverse("projects:mark", args=[project.slug, kind]))


def files():
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


@pytest.mark.parametrize(("kind", "content_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_is_kept_and_served_with_its_own_type(client, project, kind, content_type):
    assert "Zapisano: znak województwa." in text_of(upload(client, project, picture(kind), name="../../zły.exe"))
    response = shown(client, project)
    assert response["Content-Type"] == content_type
    assert response["X-Content-Type-Options"] == "nosniff"
    assert Image.open(BytesIO(response.content)).size == (40, 20)
    assert "zły" not in project.marks.get().image.name


def test_what_came_along_with_a_picture_is_left_out(client, project):
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "Jan Tajny")
    upload(client, project, picture(pnginfo=text) + b"<script>alert(1)</script>")
    kept = shown(client, project).content
    assert b"Tajny" not in kept
    assert b"script" not in kept


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "RGB"])
def test_every_usual_kind_of_png_is_taken(client, project, mode):
    content = BytesIO()
    Image.new("RGB", (4, 4), "navy").convert(mode).save(content, "PNG")
    upload(client, project, content.getvalue())
    assert shown(client, project).status_code == 200


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"MZ\x90\x00 to nie obraz", NOT_A_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", NOT_A_PICTURE),
        (b"<!DOCTYPE html><p>strona</p>", NOT_A_PICTURE),
        (picture("GIF"), NOT_A_PICTURE),
        (picture("WEBP"), NOT_A_PICTURE),
        (picture(size=(600, 600))[:900], NOT_A_PICTURE),
        (picture()[:20], NOT_A_PICTURE),
        (b"", "Wybrany plik jest pusty."),
        (picture(size=(4000, 3001), mode="1"), "Obraz ma więcej niż 12 milionów punktów."),
        (picture(size=(20000, 20000), mode="1"), "Obraz ma więcej niż 12 milionów punktów."),
        (b"\x89PNG\r\n\x1a\n" + b"0" * (2 * 1024 * 1024), "Plik jest większy niż 2 MB."),
    ],
    ids=["program", "svg", "html", "gif", "webp", "cut off", "cut off early", "empty", "large", "bomb", "heavy"],
)
def test_a_file_that_is_not_what_it_says_is_refused_and_nothing_is_kept(client, project, content, sentence):
    before = files()
    page = text_of(upload(client, project, content))
    assert sentence in page
    assert 'value="Województwo Śląskie"' in page
    assert not Mark.objects.exists()
    assert files() == before


def test_a_refused_file_leaves_the_present_mark(client, project):
    upload(client, project, picture(size=(10, 10)))
    upload(client, project, b"nie obraz", title="Inna nazwa")
    assert Image.open(BytesIO(shown(client, project).content)).size == (10, 10)
    assert project.marks.get().name == "Województwo Śląskie"


def test_a_replaced_picture_is_deleted(client, project, django_capture_on_commit_callbacks):
    upload(client, project, picture(size=(10, 10)))
    old = project.marks.get().image.path
    with django_capture_on_commit_callbacks(execute=True):
        upload(client, project, picture(size=(30, 30)))
    assert Image.open(BytesIO(shown(client, project).content)).size == (30, 30)
    assert not Path(old).exists()


def test_the_name_changes_without_a_new_file(client, project):
    upload(client, project, picture())
    upload(client, project, None, title="Region")
    mark = project.marks.get()
    assert mark.name == "Region"
    assert mark.image


def test_a_mark_may_be_a_name_alone(client, project):
    page = text_of(upload(client, project, None, kind="programme", title="Fundusze Europejskie"))
    assert "Bez pliku: drukuje się nazwa „Fundusze Europejskie”." in page
    assert shown(client, project, "programme").status_code == 404


def test_a_mark_without_a_name_is_refused(client, project):
    assert "To pole jest wymagane." in text_of(upload(client, project, picture(), title=""))
    assert not project.marks.exists()


def test_removing_deletes_the_row_and_the_file(client, project, django_capture_on_commit_callbacks):
    upload(client, project, picture())
    path = project.marks.get().image.path
    remove = reverse("projects:mark_remove", args=[project.slug, "region"])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(remove)
    assert not project.marks.exists()
    assert not Path(path).exists()
    assert client.post(remove).status_code == 302


def test_a_file_that_is_gone_from_the_disk_is_not_found(client, project):
    MarkFactory(project=project, image="marks/nie-ma.png")
    assert shown(client, project).status_code == 404


@pytest.mark.parametrize("name", ["marks/strona.html", "marks/bez-rozszerzenia"])
def test_only_pictures_are_served(client, project, name):
    MarkFactory(project=project, image=name)
    assert shown(client, project).status_code == 404


@pytest.mark.parametrize(
    ("who", "sees", "changes"),
    [
        ("admin", 200, 302),
        ("coordinator", 200, 302),
        ("social_worker", 200, 403),
        ("controller", 200, 403),
        ("stranger", 404, 404),
    ],
)
def test_marks_are_seen_by_the_team_and_changed_by_those_who_answer(client_of, project, request, who, sees, changes):
    upload(client_of(request.getfixturevalue("operator")), project, picture())
    client = client_of(request.getfixturevalue(who))
    assert client.get(reverse("projects:marks", args=[project.slug])).status_code == sees
    assert shown(client, project).status_code == sees
    sent = {"kind": "programme", "programme-name": "FE"}
    assert client.post(reverse("projects:marks", args=[project.slug]), sent).status_code == changes
    assert client.post(reverse("projects:mark_remove", args=[project.slug, "region"])).status_code == changes


def test_an_unknown_kind_changes_nothing(client, project):
    response = client.post(reverse("projects:marks", args=[project.slug]), {"kind": "xyz", "xyz-name": "a"})
    assert response.status_code == 200
    assert not Mark.objects.exists()
    assert shown(client, project, "xyz").status_code == 404
