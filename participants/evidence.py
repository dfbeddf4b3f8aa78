"""What a controller will ask for and nobody has scanned yet: per requirement, who lacks it."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .models import Document, Outcome, Premise
from .vocabulary import UNEMPLOYED, Answer, DocumentKind, LabourStatus


def has(*kinds):
    """The person has a document of one of these kinds."""
    return Exists(Document.objects.filter(participation=OuterRef("pk"), kind__in=kinds))


def unproved(model):
    """The person has a row of this model without a file."""
    return Exists(model.objects.filter(participation=OuterRef("pk"), documents__isnull=True))


@dataclass(frozen=True)
class Gap:
    """A proof that people should have: who should (``needed``), who lacks it (``lacking``), the kind of document that closes it."""

    key: str
    name: str
    why: str
    kind: str
    lacking: object


ENTERED = Q(entered_on__isnull=False)
WITHOUT_JOB = Q(labour_status__in=[*UNEMPLOYED, LabourStatus.INACTIVE])
GAPS = [
    Gap(
        "deklaracja",
        _("podpisana deklaracja uczestnictwa"),
        _("bez niej nie ma dowodu, że osoba przystąpiła do projektu"),
        DocumentKind.DECLARATION,
        ENTERED & ~has(DocumentKind.DECLARATION, DocumentKind.PACKET),
    ),
    Gap(
        "klauzula",
        _("podpisana klauzula informacyjna"),
        _("dowód, że osoba wie, kto i po co przetwarza jej dane"),
        DocumentKind.CLAUSE,
        ENTERED & ~has(DocumentKind.CLAUSE, DocumentKind.PACKET),
    ),
    Gap(
        "status",
        _("zaświadczenie o statusie na rynku pracy"),
        _("z urzędu pracy, z ZUS albo oświadczenie; stan z dnia przystąpienia"),
        DocumentKind.STATUS,
        ENTERED & WITHOUT_JOB & ~has(DocumentKind.STATUS),
    ),
    Gap(
        "niepelnosprawnosc",
        _("orzeczenie o niepełnosprawności"),
        _("osoba powiedziała, że je ma"),
        DocumentKind.DISABILITY,
        ENTERED & Q(disability=Answer.YES) & ~has(DocumentKind.DISABILITY),
    ),
    Gap(
        "przeslanki",
        _("plik do przesłanki"),
        _("przesłanka jest zapisana, dokumentu nie ma w programie"),
        DocumentKind.PREMISE,
        unproved(Premise),
    ),
    Gap(
        "rezultaty",
        _("plik do rezultatu"),
        _("rezultat jest zapisany, dowodu nie ma w programie"),
        DocumentKind.CERTIFICATE,
        unproved(Outcome),
    ),
]
BY_KEY = {gap.key: gap for gap in GAPS}


def gaps_in(participations):
    """Pairs of a gap and how many of these people lack it, those that nobody lacks left out; one query."""
    found = participations.order_by().aggregate(**{gap.key: Count("pk", filter=gap.lacking) for gap in GAPS})
    return [(gap, found[gap.key]) for gap in GAPS if found[gap.key]]
