"""What an institution needs before it exists for the authority (2014–2020), and what is told of it on a page.

Source: domain notes, sections 3.1 and 3.3: name, NIP, type, contact, support.
"""

from functools import reduce
from operator import and_

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.search import every_word
from projects.templatetags.polish import counted, day

from .completeness import Completeness, Gap
from .facts import address, region
from .vocabulary import Scope

FILLED = {
    "name": gettext_lazy("nazwa instytucji"),
    "kind": gettext_lazy("typ instytucji"),
    "voivodeship": gettext_lazy("województwo"),
    "county": gettext_lazy("powiat"),
    "commune": gettext_lazy("gmina"),
    "place": gettext_lazy("miejscowość"),
    "postcode": gettext_lazy("kod pocztowy"),
    "degurba": gettext_lazy("obszar według stopnia urbanizacji (DEGURBA)"),
    "entered_on": gettext_lazy("data rozpoczęcia udziału"),
    "delegates_employees": gettext_lazy("czy wsparciem zostali objęci pracownicy instytucji"),
}
NIP = gettext_lazy("NIP albo „brak NIP”")
CONTACT = gettext_lazy("telefon lub e-mail")
SUPPORT = gettext_lazy("wsparcie: rodzaj i data rozpoczęcia")
REQUIRED = len(FILLED) + 3
DATES_AND_NUMBERS = ("degurba", "entered_on")


def _is_filled(name):
    return Q(**{f"{name}__isnull": False}) if name in DATES_AND_NUMBERS else ~Q(**{name: ""})


# True of the institutions that lack nothing but perhaps their support: what ``completeness_of`` asks, for the database.
COMPLETE = reduce(and_, map(_is_filled, FILLED)) & (~Q(nip="") | Q(has_no_nip=True)) & ~Q(phone="", email="")


def takes_institutions(project):
    """Whether institutions take part: the file of SL2014 has a part for them, in a later project its coordinator says so."""
    return project.scope == Scope.SL2014 or project.supports_institutions


def institutions_of(project):
    """The institutions of a project, each with ``has_support`` and ``people``, the number of those whom it delegated."""
    rows = project.institutions.all()
    supports = rows.model.supports.rel.related_model.objects.filter(institution=OuterRef("pk"))
    return rows.annotate(has_support=Exists(supports), people=Count("participation_delegates"))


def matching(institutions, text):
    """Those whose name, NIP or place hold every word of the text, accents and case aside."""
    digits = "".join(letter for letter in text if letter.isdecimal())
    is_number = len(digits) == 10
    return (
        institutions.filter(nip=digits) if is_number else institutions.filter(every_word(text, "name", "nip", "place"))
    )


def completeness_of(institution):
    """What is missing for the authority, as of an institution read by ``institutions_of``."""
    gaps = [Gap(name, label) for name, label in FILLED.items() if getattr(institution, name) in ("", None)]
    if not institution.nip and not institution.has_no_nip:
        gaps.insert(1 if institution.name == "" else 0, Gap("nip", NIP))
    if not institution.phone and not institution.email:
        gaps.append(Gap("phone", CONTACT))
    if not institution.has_support:
        gaps.append(Gap("support", SUPPORT))
    return Completeness(gaps, REQUIRED)


def facts_of(institution):
    """Pairs of a label and a value for a page, in the order of the file."""
    people = counted(institution.people, "osoba", "osoby", "osób") if institution.people else ""
    answer = institution.get_delegates_employees_display()
    return [
        (_("NIP"), institution.shown_nip or (_("instytucja nie ma NIP") if institution.has_no_nip else "")),
        (_("Typ instytucji"), institution.get_kind_display()),
        (_("W tym"), institution.detail),
        (_("Adres"), address(institution)),
        (_("Gmina, powiat, województwo"), ", ".join(filter(None, region(institution)))),
        (_("DEGURBA"), institution.get_degurba_display()),
        (_("Kraj"), institution.country if institution.country != "Polska" else ""),
        (_("Telefon"), institution.phone),
        (_("E-mail"), institution.email),
        (_("Początek udziału"), institution.entered_on and day(institution.entered_on)),
        (_("Koniec udziału"), institution.left_on and day(institution.left_on)),
        (_("Pracownicy objęci wsparciem"), ", ".join(filter(None, [str(answer), people]))),
    ]
