"""Where uploaded files lie: a folder outside the web root, or a private bucket of any S3-compatible service."""

from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ImproperlyConfigured

FOLDER = {"BACKEND": "django.core.files.storage.FileSystemStorage"}


def storage_at(url):
    """The entry of STORAGES for STORAGE_URL: "" is the folder MEDIA_ROOT, else ``s3://bucket/prefix?endpoint=…&region=…``.

    Objects are private, never overwritten and never handed out by an address. The keys come from the usual AWS_… variables.
    """
    if not url:
        return FOLDER
    place = urlsplit(url)
    asked = {name: values[-1] for name, values in parse_qs(place.query).items()}
    if place.scheme != "s3" or not place.netloc or set(asked) - {"endpoint", "region"}:
        raise ImproperlyConfigured("STORAGE_URL is s3://bucket/prefix?endpoint=https://…&region=…")
    options = {
        "bucket_name": place.netloc,
        "location": place.path.strip("/"),
        "endpoint_url": asked.get("endpoint"),
        "region_name": asked.get("region"),
        "default_acl": "private",
        "file_overwrite": False,
        "querystring_auth": True,
        "signature_version": "s3v4",
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
