"""What a controller will ask for and nobody has scanned yet: per requirement, who lacks it."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

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
    """A proof that people should have: who lacks it (``lacking``), and the kind of document that closes the gap."""

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


@dataclass(frozen=True)
class Evidence:
    """What is missing among some people: pairs of a gap and how many lack it, how many people they are, how many lack nothing."""

    gaps: list
    people: int
    complete: int


def evidence_of(participations):
    """What is missing among these people, in one query; a gap that nobody has is left out."""
    lacking = {gap.key: Count("pk", filter=gap.lacking) for gap in GAPS}
    found = participations.order_by().aggregate(
        people=Count("pk"), complete=Count("pk", filter=~reduce(or_, [Q(gap.lacking) for gap in GAPS])), **lacking
    )
    gaps = [(gap, found[gap.key]) for gap in GAPS if found[gap.key]]
    return Evidence(gaps, found["people"], found["complete"])
