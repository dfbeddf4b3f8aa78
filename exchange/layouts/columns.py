"""The 43 columns of the file of SM EFS. Their order decides; their names are only checked (domain notes, section 3.2)."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

NEEDLESS = re.compile(r"[\W_]+")
ENOUGH_NAMES = 30  # a first row with fewer known names is no heading


@dataclass(frozen=True)
class Column:
    """A column by its place (from 1), its key in the program, its short name (files to import) and its long one (exports)."""

    number: int
    key: str
    short: str
    long: str

    @property
    def name(self):
        """The short name; the two columns headed "w tym" with their number, so that an error says which."""
        return f"{self.short} ({self.number})" if self.short == "w tym" else self.short

    @property
    def letter(self):
        """The letter under which a spreadsheet shows the column: A to Z, AA to AQ."""
        tens, ones = divmod(self.number - 1, 26)
        return ("A" if tens else "") + chr(ord("A") + ones)


_NAMES = [
    ("project", "Numer projektu", ""),
    ("citizenship", "Obywatelstwo", ""),
    ("participant_kind", "Rodzaj uczestnika", ""),
    ("institution", "Nazwa instytucji", ""),
    ("first_name", "Imię", ""),
    ("last_name", "Nazwisko", ""),
    ("identifier", "PESEL/Inny identyfikator", ""),
    ("no_pesel", "brak PESEL", "brak PESEL (Tak/Nie)"),
    ("technical_id", "Techniczny identyfikator", "Techniczny identyfikator uczestnika"),
    ("sex", "Płeć", ""),
    ("age", "Wiek", "Wiek w chwili przystąpienia do projektu"),
    ("education", "Wykształcenie", ""),
    ("country", "Kraj", ""),
    ("voivodeship", "Województwo", ""),
    ("county", "Powiat", ""),
    ("commune", "Gmina", ""),
    ("place", "Miejscowość", ""),
    ("postcode", "Kod pocztowy", ""),
    ("degurba", "DEGURBA", "Obszar według stopnia urbanizacji (DEGURBA)"),
    ("phone", "Telefon kontaktowy", ""),
    ("email", "Adres e-mail", ""),
    ("entered_on", "Data rozpoczęcia udziału w projekcie", ""),
    ("left_on", "Data zakończenia udziału w projekcie", ""),
    (
        "labour_status",
        "Status osoby na rynku pracy",
        "Status osoby na rynku pracy w chwili przystąpienia do projektu",
    ),
    ("labour_detail", "w tym", ""),
    ("education_ends_on", "Planowana data zakończenia edukacji", ""),
    ("situations", "Sytuacja", "Sytuacja osoby w momencie zakończenia udziału w projekcie"),
    (
        "by_path",
        "Zakończenie zgodne ze ścieżką",
        "Zakończenie udziału osoby w projekcie zgodne z zaplanowaną dla niej ścieżką uczestnictwa",
    ),
    ("support_range", "Zakres wsparcia", ""),
    ("support_kinds", "Rodzaj przyznanego wsparcia", ""),
    ("support_details", "w tym", ""),
    ("support_dates", "Data rozpoczęcia udziału we wsparciu", ""),
    ("business_started_on", "Data założenia działalności gospodarczej", ""),
    ("foreign_origin", "Osoba obcego pochodzenia", ""),
    ("third_country", "Obywatel państwa trzeciego", ""),
    (
        "minority",
        "Osoba należąca do mniejszości narodowej lub etnicznej (w tym społeczności marginalizowane)",
        "",
    ),
    ("homeless", "Osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań", ""),
    ("disability", "Osoba z niepełnosprawnościami", ""),
    ("added_at", "Data dodania", ""),
    ("added_by", "Użytkownik dodający", ""),
    ("modified_at", "Data modyfikacji", ""),
    ("modified_by", "Użytkownik modyfikujący", ""),
    ("remarks", "Uwagi", ""),
]
COLUMNS = [Column(n, key, short, long or short) for n, (key, short, long) in enumerate(_NAMES, 1)]
BY_KEY = {column.key: column for column in COLUMNS}
PLACE = {column.key: column.number - 1 for column in COLUMNS}  # where a cell lies in a row, from 0
HEADER = [column.short for column in COLUMNS]
LONG_HEADER = [column.long for column in COLUMNS]

# Spellings met besides the short and the long name.
_ALSO = {
    "identifier": ["PESEL", "PESEL / Inny identyfikator", "Inny identyfikator"],
    "by_path": [
        "Zakończenie zgodne z ścieżką",
        "Zakończenie udziału osoby w projekcie zgodnie z zaplanowaną dla niej ścieżką uczestnictwa",
    ],
    "minority": ["Osoba należąca do mniejszości narodowej lub etnicznej"],
    "email": ["E-mail"],
    "situations": ["Sytuacja osoby w chwili zakończenia udziału w projekcie"],
}


def name_of(number):
    """What a message calls a column; 0 is the whole row."""
    return COLUMNS[number - 1].name if number else _("cały wiersz")


def bare(text):
    """A name without letter case, spaces and signs."""
    return NEEDLESS.sub("", text.casefold())


def _places_of_names():
    places = {}
    for column in COLUMNS:
        for spelling in [column.short, column.long, *_ALSO.get(column.key, [])]:
            places.setdefault(bare(spelling), set()).add(column.number)
    return places


_PLACES = _places_of_names()


def what_is_wrong_with(header):
    """A sentence on why this first row cannot head a file of SM EFS, or "". Unknown names are let through: the order decides."""
    if len(header) != len(COLUMNS):
        return _(
            "Pierwszy wiersz ma %(found)s kolumn, a plik SM EFS ma ich 43. Sprawdź, czy kolumn nie dodano ani nie usunięto, "
            "i czy rozdziela je średnik."
        ) % {"found": len(header)}
    known = sum(number in _PLACES.get(bare(name), ()) for number, name in enumerate(header, 1))
    for number, name in enumerate(header, 1):
        elsewhere = _PLACES.get(bare(name), set())
        if elsewhere and number not in elsewhere:
            return _(
                "Kolumny są w innej kolejności niż w SM EFS: na miejscu %(number)s jest „%(found)s”, a powinna być „%(expected)s”. "
                "Ustaw kolumny w kolejności urzędowej."
            ) % {"number": number, "found": name.strip(), "expected": COLUMNS[number - 1].name}
    if known < ENOUGH_NAMES:
        return _(
            "Pierwszy wiersz nie jest nagłówkiem pliku SM EFS. Zostaw w nim nazwy 43 kolumn, a dane zacznij od wiersza 2."
        )
    return ""
