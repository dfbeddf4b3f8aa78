"""Reading a printed page back."""

import re
from io import BytesIO

from pypdf import PdfReader


def reader(content):
    return PdfReader(BytesIO(content))


def text_of(content):
    """The words of all pages with single spaces, no-break ones as plain ones."""
    pages = "\n".join(page.extract_text() for page in reader(content).pages)
    return re.sub(r"\s+", " ", pages.replace("\xa0", " "))
