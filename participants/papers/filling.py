"""Names in braces become values. What may stand in braces is listed here, with what it means."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

BRACES = re.compile(r"\{([^{}]*)\}|[{}]")
DOTS = "………………………………"
BY_HAND = "do wpisania"

# The names are part of the texts, so they are Polish and not translated; the sentences are for the page where texts are written.
PLACEHOLDERS = {
    "imię i nazwisko": _("osoby, w mianowniku"),
    "PESEL": _("albo inny identyfikator, gdy osoba nie ma numeru PESEL"),
    "data urodzenia": _("dzień, miesiąc i rok"),
    "adres": _("ulica, numer, kod i miejscowość, jak na kopercie"),
    "telefon": _("numer tej osoby"),
    "e-mail": _("adres tej osoby"),
    "Pani/Pan": _("„Pani” albo „Pan”; bez osoby „Pani/Pan”"),
    "zwrot": _("„Szanowna Pani” albo „Szanowny Panie”"),
    "data rozpoczęcia": _("początek udziału w projekcie"),
    "data zakończenia": _("koniec udziału w projekcie"),
    "termin": _("ostatni dzień, w którym dowód się liczy (28. dzień po zakończeniu udziału)"),
    "projekt": _("tytuł z edycją"),
    "numer umowy": _("o dofinansowanie projektu"),
    "beneficjent": _("nazwa lidera projektu"),
    "partnerzy": _("nazwy partnerów i realizatorów"),
    "program": _("nazwa programu"),
    "fundusz": _("skąd są pieniądze, na przykład Europejski Fundusz Społeczny"),
    "instytucja": _("która przyznała dofinansowanie"),
    "okres realizacji": _("od kiedy do kiedy trwa projekt"),
    "próg frekwencji": _("ile godzin formy wsparcia trzeba odbyć, w procentach"),
    "biuro": _("adres pierwszego biura projektu"),
    "telefon biura": _("numer pierwszego biura projektu"),
    "kontakt": _("telefon biura albo adres e-mail opiekuna"),
    "opiekun": _("kto pilnuje terminów tej osoby, ze stanowiskiem"),
    "dzisiaj": _("dzień wydruku"),
    BY_HAND: _("zawsze kropki do wypełnienia ręcznie"),
}


class UnknownPlaceholder(ValueError):
    """The text names in braces something that nobody knows; ``name`` says what."""

    def __init__(self, name):
        super().__init__(name)
        self.name = name


@dataclass(frozen=True)
class Piece:
    """A run of text, or a place left for a hand (``is_blank``), named for those who cannot see the dots."""

    text: str
    is_blank: bool = False


def check(text):
    """Raises UnknownPlaceholder for the first name in braces that is not on the list; a lone brace counts as one."""
    for found in BRACES.finditer(text):
        if found[1] not in PLACEHOLDERS:
            raise UnknownPlaceholder(found[0])


def pieces(text, values):
    """The text in pieces, its names in braces replaced. A name without a value leaves a place to fill in by hand.

    A name that is not on the list stays as it was written, so that it is noticed on paper; ``check`` refuses it while it is being
    written, and ``fill`` before a letter goes out. What a value holds is text and nothing else: it is not looked through for braces again.
    """
    found, end = [], 0
    for match in BRACES.finditer(text):
        value = str(values.get(match[1]) or "") if match[1] in PLACEHOLDERS else match[0]
        found += [Piece(text[end : match.start()]), Piece(value or match[1], is_blank=not value)]
        end = match.end()
    return [piece for piece in [*found, Piece(text[end:])] if piece.text]


def fill(text, values):
    """The text with its names in braces replaced, as plain text; dots where there is no value. Raises UnknownPlaceholder."""
    check(text)
    return "".join(DOTS if piece.is_blank else piece.text for piece in pieces(text, values))
