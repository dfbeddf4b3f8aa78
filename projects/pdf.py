"""Paper: a template becomes a tagged PDF (PDF/UA-1), with no network and no files but the product's own static ones."""

from functools import cache
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit
from urllib.request import url2pathname

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation
from PIL import ImageFile
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

STYLESHEET = "css/print.css"
LANGUAGE = "pl"  # what an institution receives is in Polish, whatever the language of the screen
OPTIONS = {"pdf_variant": "pdf/ua-1"}

# WeasyPrint asks Pillow, for the whole process, to take half a picture for a whole one; what people upload must be whole.
ImageFile.LOAD_TRUNCATED_IMAGES = False

# Pango and fontconfig are not made for several threads at once, and the server has some.
_one_at_a_time = Lock()


def render(template, context):
    """The template printed: the bytes of a PDF, tagged, in Polish. A missing asset leaves a gap, a forbidden one too."""
    with translation.override(LANGUAGE):
        return print_html(render_to_string(template, context))


def print_html(html):
    """The bytes of a PDF of this page, dressed by print.css."""
    with _one_at_a_time:
        stylesheet, fonts = _dress()
        page = HTML(string=html, url_fetcher=OwnFiles(), base_url=str(Path(finders.find(STYLESHEET)).parent))
        return page.write_pdf(stylesheets=[stylesheet], font_config=fonts, **OPTIONS)


@cache
def _dress():
    """The parsed stylesheet and the loaded fonts, once a process: together they take longer than a page."""
    fonts = FontConfiguration()
    return CSS(filename=finders.find(STYLESHEET), url_fetcher=OwnFiles(), font_config=fonts), fonts


class OwnFiles(URLFetcher):
    """Lets WeasyPrint read the product's static files and images that are written into the page itself, nothing else.

    Raises ValueError for any other address: of the network, or of a file outside the static folders.
    """

    def __init__(self):
        super().__init__(allowed_protocols=["data", "file"], allow_redirects=False)

    def fetch(self, url, headers=None):
        if urlsplit(url).scheme == "file" and not _is_static(url):
            raise ValueError("a printed page may use static files only")
        return super().fetch(url, headers)


def _is_static(url):
    path = Path(url2pathname(urlsplit(url).path)).resolve()
    return not urlsplit(url).netloc and any(path.is_relative_to(folder) for folder in static_folders())


def static_folders():
    entries = (entry[1] if isinstance(entry, tuple) else entry for entry in settings.STATICFILES_DIRS)
    return [Path(folder).resolve() for folder in entries]
