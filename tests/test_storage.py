"""Where uploaded files lie: a folder unless said otherwise, else a private bucket, tried against a small one of our own."""

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote, urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import InvalidStorageError, storages
from django.urls import reverse

from config.storage import storage_at
from participants.files import store

from .factories import ParticipationFactory
from .factories.documents import make_pdf
from .participants.test_files import brought

CHUNK = re.compile(rb"^[0-9a-f]+;?[^\r]*\r\n", re.IGNORECASE)


class Bucket(BaseHTTPRequestHandler):
    """As much of S3 as storing, asking for, reading and deleting an object needs; keeps what it was told."""

    objects, told = {}, []

    def do_PUT(self):
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if "chunked" in self.headers.get("Content-Encoding", ""):
            size = int(self.headers["X-Amz-Decoded-Content-Length"])
            content = CHUNK.sub(b"", content)[:size]
        self.objects[self.place] = content
        self.answer(200)

    def do_HEAD(self):
        self.answer(200 if self.place in self.objects else 404, self.objects.get(self.place, b""), body=False)

    def do_GET(self):
        self.answer(200 if self.place in self.objects else 404, self.objects.get(self.place, b""))

    def do_DELETE(self):
        self.objects.pop(self.place, None)
        self.answer(204)

    @property
    def place(self):
        return unquote(urlsplit(self.path).path)

    def answer(self, status, content=b"", body=True):
        self.told.append((self.command, self.place, self.headers.get("X-Amz-Acl"), "Authorization" in self.headers))
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Last-Modified", "Sun, 22 Nov 2026 08:00:00 GMT")
        self.send_header("ETag", '"0"')
        self.end_headers()
        if body:
            self.wfile.write(content)

    def log_message(self, *args):
        """Says nothing."""


@pytest.fixture
def bucket(monkeypatch, settings):
    """The default storage is a bucket on this machine."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "klucz")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "tajemnica")
    Bucket.objects.clear()
    Bucket.told.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    Thread(target=server.serve_forever, daemon=True).start()
    endpoint = f"http://127.0.0.1:{server.server_port}"
    place = storage_at(f"s3://skany/wlaczenie?endpoint={endpoint}&region=eu-central-1")
    settings.STORAGES = settings.STORAGES | {"default": place}
    yield Bucket
    server.shutdown()
    server.server_close()


def test_without_a_setting_files_lie_in_a_folder():
    assert storage_at("")["BACKEND"] == "django.core.files.storage.FileSystemStorage"


def test_a_bucket_is_private_and_overwrites_nothing():
    options = storage_at("s3://skany/a/b?endpoint=https://s3.example.org&region=pl-1")["OPTIONS"]
    assert (options["bucket_name"], options["location"]) == ("skany", "a/b")
    assert (options["endpoint_url"], options["region_name"]) == ("https://s3.example.org", "pl-1")
    assert (options["default_acl"], options["file_overwrite"]) == ("private", False)


@pytest.mark.parametrize("url", ["/srv/files", "https://s3.example.org/skany", "s3://", "s3://skany?public=1"])
def test_a_place_that_is_none_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="STORAGE_URL"):
        storage_at(url)


def test_what_is_stored_in_the_bucket_is_signed_private_and_comes_back(bucket):
    files = storages.create_storage(storages.backends["default"])
    name = files.save("documents/1/a.pdf", ContentFile(make_pdf()))
    assert bucket.objects["/skany/wlaczenie/documents/1/a.pdf"] == make_pdf()
    with files.open(name) as file:
        assert file.read() == make_pdf()
    files.delete(name)
    assert not bucket.objects
    assert all(signed for *_told, signed in bucket.told)
    assert [acl for command, _place, acl, _signed in bucket.told if command == "PUT"] == ["private"]


def test_a_document_in_the_bucket_is_read_out_through_the_door(bucket, client_of, social_worker, project):
    person = ParticipationFactory(project=project)
    document = store(project=project, by=social_worker, upload=brought(make_pdf()), kind="other", participation=person)
    assert list(bucket.objects) == [f"/skany/wlaczenie/{document.file.name}"]
    response = client_of(social_worker).get(reverse("participants:document_file", args=[project.slug, document.pk]))
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == make_pdf()
    bucket.objects.clear()
    gone = client_of(social_worker).get(reverse("participants:document_file", args=[project.slug, document.pk]))
    assert gone.status_code == 404


def test_the_storage_of_the_settings_exists():
    with pytest.raises(InvalidStorageError):
        storages["taki nie istnieje"]
    assert storages["default"]
