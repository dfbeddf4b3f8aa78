"""Reading single cells: text, words of a dictionary, days, numbers. Each reader gives a value or says what is wrong and what to do."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from stdnum.pl import pesel as pesel_number

from participants.forms.person import VOIVODESHIPS
from participants.models import Participation, Person

from .columns import PLACE
from .parsed import Problem

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
OTHER_DAY = re.compile(r"(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})(?: .*)?", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})(?:[ T].*)?", re.ASCII)
INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029]")
POSTCODE = re.compile(r"\d{2}-\d{3}", re.ASCII)
EXPONENT = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
LONGEST_CELL = 4000
LONGEST = {
    **{
        name: Person._meta.get_field(name).max_length
        for name in ("first_name", "last_name", "other_identifier", "phone", "email")
    },
    **{
        name: Participation._meta.get_field(name).max_length
        for name in ("institution", "country", "voivodeship", "county", "commune", "place", "support_range")
    },
}


@lru_cache(8192)
def day_of(text):
    """The day written yyyy-MM-dd, or None."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def day_meant(text):
    """The day written another way, as yyyy-MM-dd, or None."""
    if found := OTHER_DAY.fullmatch(text):
        parts = found.group(3), found.group(2), found.group(1)
    elif found := YEAR_FIRST.fullmatch(text):
        parts = found.groups()
    else:
        return None
    meant = f"{parts[0]}-{int(parts[1]):02}-{int(parts[2]):02}"
    return meant if day_of(meant) else None


def pesel_meant(text):
    """The valid PESEL that lost its leading zeros, or gained gaps or an apostrophe; None when there is none."""
    digits = re.sub(r"[\s'’\"=.-]", "", text)
    if not digits.isascii() or not digits.isdecimal() or len(digits) > 11:
        return None
    meant = digits.zfill(11)
    return meant if pesel_number.is_valid(meant) else None


class Cells:
    """One row while it is read: its 43 cells, and the problems found so far."""

    __slots__ = ("cells", "problems", "warnings")

    def __init__(self, cells):
        self.cells, self.problems, self.warnings = cells, [], []

    def refuse(self, key, message, suggestion=None):
        self.problems.append(Problem(PLACE[key] + 1, message, suggestion))

    def warn(self, key, message):
        self.warnings.append(Problem(PLACE[key] + 1, message))

    def is_refused(self, key):
        return any(problem.column == PLACE[key] + 1 for problem in self.problems)

    def cell(self, key):
        return self.cells[PLACE[key]].strip()

    def text(self, key):
        """A cell as one line of text; "" when it is empty or refused."""
        text = self.cells[PLACE[key]]
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        text = " ".join(text.split())
        if text.startswith("="):
            self.refuse(key, _("W komórce jest formuła. Wklej samą wartość (wklej specjalnie – wartości)."))
            return ""
        if len(text) > LONGEST.get(key, LONGEST_CELL):
            told = {"found": len(text), "limit": LONGEST.get(key, LONGEST_CELL)}
            self.refuse(key, _("Tekst ma %(found)s znaków, a zmieści się %(limit)s. Skróć go.") % told)
            return ""
        return text

    def word(self, key, words):
        """The code of a cell's label; None when it is empty or not in the dictionary."""
        text = self.cell(key)
        if not text:
            return None
        code = words.code(text)
        if code is None:
            self.refuse(key, self.unknown(text, words))
        return code

    @staticmethod
    def unknown(text, words):
        return _("„%(found)s” nie jest na liście. Wpisz jedną z wartości: %(allowed)s.") % {
            "found": text[:80],
            "allowed": words.allowed,
        }

    def day(self, key):
        """The day in a cell; None when it is empty or wrong."""
        text = self.cell(key)
        if not text:
            return None
        day = day_of(text)
        if day is None:
            self.refuse_day(key, text)
        return day

    def refuse_day(self, key, text, whole=None):
        """``whole`` makes the right cell out of the right day, where the cell holds several."""
        meant = day_meant(text)
        if meant:
            self.refuse(
                key,
                _("Data „%(found)s” nie ma postaci rrrr-mm-dd. Wpisz %(meant)s.") % {"found": text, "meant": meant},
                whole(meant) if whole else meant,
            )
        else:
            told = {"found": text[:40]}
            self.refuse(
                key, _("„%(found)s” nie jest datą. Wpisz ją w postaci rrrr-mm-dd, na przykład 2024-03-01.") % told
            )

    def age(self):
        text = self.cell("age")
        if not text:
            return None
        if text.isascii() and text.isdecimal() and int(text[:4]) <= 130:
            return int(text[:4])
        self.refuse("age", _("„%(found)s” nie jest wiekiem. Wpisz liczbę ukończonych lat.") % {"found": text[:20]})
        return None

    def postcode(self):
        text = self.text("postcode")
        if not text or POSTCODE.fullmatch(text):
            return text
        digits = re.sub(r"[\s.–-]", "", text)
        if len(digits) == 5 and digits.isascii() and digits.isdecimal():
            meant = f"{digits[:2]}-{digits[2:]}"
            self.refuse("postcode", _("Kod pocztowy ma postać 00-000. Wpisz %(meant)s.") % {"meant": meant}, meant)
        else:
            self.refuse(
                "postcode",
                _("„%(found)s” nie jest kodem pocztowym. Wpisz go w postaci 00-000, na przykład 41-200.")
                % {"found": text[:20]},
            )
        return ""

    def phone(self):
        text = self.text("phone")
        if text and sum(letter.isdecimal() for letter in text) < 7:
            self.refuse("phone", _("Numer telefonu ma mniej niż siedem cyfr. Wpisz cały, na przykład 600100200."))
            return ""
        return text

    def email(self):
        text = self.text("email")
        if not text:
            return ""
        try:
            if not text.isascii():
                raise ValidationError("letters")
            validate_email(text)
        except ValidationError:
            self.refuse(
                "email",
                _(
                    "To nie jest adres e-mail. Wpisz adres bez polskich liter, na przykład anna.nowak@poczta.pl; gdy osoba nie ma "
                    "swojego, wpisz adres projektu."
                ),
            )
            return ""
        return text

    def voivodeship(self, country):
        text = self.text("voivodeship")
        if country.casefold() != "polska" or not text:
            return text
        name = text.casefold().removeprefix("województwo ").replace(" ", "").translate({0x2013: "-"})
        if name in VOIVODESHIPS:
            return name
        told = {"found": text[:40], "allowed": ", ".join(VOIVODESHIPS)}
        self.refuse("voivodeship", _("„%(found)s” nie jest województwem. Wpisz jedno z: %(allowed)s.") % told)
        return ""

    def pesel(self):
        """A valid PESEL, or "" with the reason why it is none."""
        text = self.cell("identifier")
        if len(text) == 11 and text.isascii() and text.isdecimal():
            return text if self._is_valid(text) else ""
        meant = pesel_meant(text)
        digits = sum(letter.isdecimal() for letter in text)
        if meant and digits < 11:
            told = {"digits": digits, "meant": meant}
            sentence = _(
                "PESEL ma tu %(digits)s cyfr, bo arkusz zgubił początkowe zera. Wpisz %(meant)s; kolumnę w arkuszu ustaw jako tekst."
            )
            self.refuse("identifier", sentence % told, meant)
        elif meant:
            self.refuse("identifier", _("PESEL to same cyfry. Wpisz %(meant)s.") % {"meant": meant}, meant)
        elif EXPONENT.fullmatch(text):
            self.refuse(
                "identifier",
                _(
                    "Arkusz zapisał PESEL w postaci wykładniczej i zgubił cyfry. Ustaw kolumnę jako tekst i wpisz numer z dokumentu."
                ),
            )
        elif any(letter.isalpha() for letter in text):
            self.refuse(
                "identifier",
                _(
                    "To nie jest PESEL. Jeśli osoba go nie ma, w kolumnie „brak PESEL” wpisz Tak; jeśli ma, wpisz 11 cyfr."
                ),
            )
        else:
            self.refuse(
                "identifier",
                _("PESEL ma 11 cyfr, a tu jest ich %(digits)s. Porównaj numer z dokumentem.") % {"digits": digits},
            )
        return ""

    def _is_valid(self, pesel):
        if pesel_number.is_valid(pesel):
            return True
        try:
            pesel_number.get_birth_date(pesel)
        except pesel_number.InvalidComponent:
            sentence = _("PESEL nie zaczyna się od prawdziwej daty urodzenia. Porównaj go z dokumentem.")
        else:
            sentence = _(
                "Cyfra kontrolna numeru PESEL się nie zgadza. Porównaj go z dokumentem: najczęściej zamieniają się dwie sąsiednie cyfry."
            )
        self.refuse("identifier", sentence)
        return False
