"""The English switch is complete: every sentence of the screen has its English, with the same places for values."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import trans_real

PLACES = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
PO = Path(settings.BASE_DIR) / "locale/en/LC_MESSAGES/django.po"


def entries():
    """(source, translations) of every entry of the catalogue, as gettext compiled it."""
    catalogue = trans_real.translation("en")._catalog._catalogs[0]
    return [(str(key), value) for key, value in catalogue.items() if key]


def test_the_catalogue_names_every_marked_string_and_none_is_empty_or_guessed():
    text = PO.read_text(encoding="utf-8")
    assert "#, fuzzy" not in text
    assert not re.findall(
        r'^msgid "(?!")[^\n]*\n(?:msgid_plural[^\n]*\n)?msgstr(?:\[\d\])? ""\n(?!")', text, re.MULTILINE
    )


def test_a_translation_keeps_the_places_of_its_values():
    wrong = [source for source, english in entries() if set(PLACES.findall(english)) - set(PLACES.findall(source))]
    assert not wrong


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["indicators:dashboard", "participants:list", "participants:add", "activities:list"])
def test_a_page_in_english_holds_no_polish_words_of_the_screen(client_of, coordinator, project, name):
    client = client_of(coordinator)
    client.cookies["django_language"] = "en"
    page = client.get(reverse(name, args=[project.slug])).content.decode()
    assert 'lang="en"' in page
    for word in ("Pulpit", "Uczestnicy", "Zajęcia", "Terminy", "Sprawozdania", "Zapisz", "wybierz", "osoby"):
        assert word not in page, word
