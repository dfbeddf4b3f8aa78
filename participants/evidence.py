"""What a controller will ask for and nobody has scanned yet: per requirement, who lacks it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import BooleanField, Count, ExpressionWrapper, Q
from django.utils.translation import gettext_lazy as _

from .models import Document, Outcome, Premise
from .vocabulary import UNEMPLOYED, Answer, DocumentKind, LabourStatus


def have(people, *kinds):
    """Of these people those who have a document of one of these kinds."""
    return Q(pk__in=Document.objects.filter(participation__in=people, kind__in=kinds).values("participation"))


def unproved(people, model):
    """Of these people those who have a row of this model without a file."""
    return Q(pk__in=model.objects.filter(participation__in=people, documents__isnull=True).values("participation"))


@dataclass(frozen=True)
class Gap:
    """A proof that people should have: which of some people lack it (``lacking(people)``), and what kind of document closes the gap."""

    key: str
    name: str
    why: str
    kind: str
    lacking: Callable


ENTERED = Q(entered_on__isnull=False)
WITHOUT_JOB = Q(labour_status__in=[*UNEMPLOYED, LabourStatus.INACTIVE])
GAPS = [
    Gap(
        "deklaracja",
        _("podpisana deklaracja uczestnictwa"),
        _("bez niej nie ma dowodu, że osoba przystąpiła do projektu"),
        DocumentKind.DECLARATION,
        lambda people: ENTERED & ~have(people, DocumentKind.DECLARATION, DocumentKind.PACKET),
    ),
    Gap(
        "klauzula",
        _("podpisana klauzula informacyjna"),
        _("dowód, że osoba wie, kto i po co przetwarza jej dane"),
        DocumentKind.CLAUSE,
        lambda people: ENTERED & ~have(people, DocumentKind.CLAUSE, DocumentKind.PACKET),
    ),
    Gap(
        "status",
        _("zaświadczenie o statusie na rynku pracy"),
        _("z urzędu pracy, z ZUS albo oświadczenie; stan z dnia przystąpienia"),
        DocumentKind.STATUS,
        lambda people: ENTERED & WITHOUT_JOB & ~have(people, DocumentKind.STATUS),
    ),
    Gap(
        "niepelnosprawnosc",
        _("orzeczenie o niepełnosprawności"),
        _("osoba powiedziała, że je ma"),
        DocumentKind.DISABILITY,
        lambda people: ENTERED & Q(disability=Answer.YES) & ~have(people, DocumentKind.DISABILITY),
    ),
    Gap(
        "przeslanki",
        _("plik do przesłanki"),
        _("przesłanka jest zapisana, dokumentu nie ma w programie"),
        DocumentKind.PREMISE,
        lambda people: unproved(people, Premise),
    ),
    Gap(
        "rezultaty",
        _("plik do rezultatu"),
        _("rezultat jest zapisany, dowodu nie ma w programie"),
        DocumentKind.CERTIFICATE,
        lambda people: unproved(people, Outcome),
    ),
]
BY_KEY = {gap.key: gap for gap in GAPS}


@dataclass(frozen=True)
class Evidence:
    """What is missing among some people: pairs of a gap and how many lack it, how many people they are, how many lack nothing."""

    gaps: list
    people: int
    complete: int


def evidence_of(people):
    """What is missing among these participations, in one query; a gap that nobody has is left out.

    Each set of documents is read once and each person is asked once: the answers are grouped, not counted one by one.
    """
    people = people.order_by()
    lacks = {f"lacks_{gap.key}": ExpressionWrapper(gap.lacking(people), BooleanField()) for gap in GAPS}
    groups = list(people.annotate(**lacks).values(*lacks).annotate(n=Count("pk")))
    counted = [(gap, sum(group["n"] for group in groups if group[name])) for gap, name in zip(GAPS, lacks, strict=True)]
    return Evidence(
        gaps=[(gap, n) for gap, n in counted if n],
        people=sum(group["n"] for group in groups),
        complete=sum(group["n"] for group in groups if not any(group[name] for name in lacks)),
    )
