"""Every word that is declined by number is known to the translators, and English tells one from many."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from projects.plurals import FORMS_FOR_ONE, WORDS
from projects.templatetags.polish import plural

from .test_architecture import STREET

ROOT = Path(settings.BASE_DIR)
IN_TEMPLATE = re.compile(r'\{% (?:plural|counted) \S+ "([^"]*)" "([^"]*)" "([^"]*)"')
IN_CODE = re.compile(r'\b(?:plural|counted)\(\s*[^"]*?"([^"]*)",\s*"([^"]*)",\s*"([^"]*)"', re.DOTALL)


def choices():
    """Every triple of words in the templates and the street."""
    for path in (ROOT / "templates").rglob("*.html"):
        yield from IN_TEMPLATE.findall(path.read_text(encoding="utf-8"))
    for app in STREET:
        for path in (ROOT / app).rglob("*.py"):
            yield from IN_CODE.findall(path.read_text(encoding="utf-8"))


def test_every_declined_word_is_named_for_the_translators():
    used = {word for words in choices() for word in words if word}
    assert not used - set(WORDS)


def test_a_form_for_one_that_is_also_a_form_for_more_is_named():
    translation.activate("pl")
    known = {str(form) for form in FORMS_FOR_ONE}
    triples = [words for words in choices() if len(set(words)) > 1]
    shared = {one for one, _few, _many in triples if any(one in words[1:] for words in triples)}
    assert not shared - known


@pytest.mark.parametrize(("number", "word"), [(1, "person"), (2, "people"), (5, "people"), (21, "people")])
def test_english_tells_one_from_many(number, word):
    with translation.override("en"):
        assert plural(number, "osoby", "osób", "osób") == word
        assert plural(number, "osoba", "osoby", "osób") == word
