"""What a document proves: outcomes and premises of one participation, and linking them to their files."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from projects.templatetags.polish import day

from .models import Outcome, Premise


@dataclass(frozen=True)
class Fact:
    """An outcome or a premise, as something that a file may prove. ``key`` is its name in forms, ``text`` where it keeps its proof in words."""

    key: str
    label: str
    row: object
    text: str

    @property
    def documents(self):
        return self.row.documents


def fact_of(row):
    """The fact that an outcome or a premise is."""
    if isinstance(row, Outcome):
        label = ", ".join(filter(None, [row.get_kind_display(), row.title, day(row.obtained_on)]))
        return Fact(f"outcome-{row.pk}", _("rezultat – %(fact)s") % {"fact": label}, row, "evidence")
    return Fact(f"premise-{row.pk}", _("przesłanka – %(fact)s") % {"fact": row.short}, row, "document")


def facts_of(participation):
    """Everything about a participation that a file may prove: its premises, then its outcomes."""
    rows = [*participation.premises.order_by("pk"), *participation.outcomes.order_by("obtained_on", "pk")]
    return [fact_of(row) for row in rows]


def proved_by(document):
    """The facts that a document proves."""
    rows = [*document.premises.all(), *document.outcomes.all()]
    return [fact_of(row) for row in rows]


@transaction.atomic
def prove(*, by, document, facts):
    """Makes these the facts that a document proves; they belong to its participation.

    A fact whose proof nobody named yet gets the document's name, so that it counts from now on.
    """
    rows = {model: [fact.row for fact in facts if isinstance(fact.row, model)] for model in (Premise, Outcome)}
    document.premises.set(rows[Premise])
    document.outcomes.set(rows[Outcome])
    for fact in facts:
        name_proof(fact, document)
    log_access(by, AccessLog.Act.EDIT, project=document.project, subject=f"{document.reference} czego dowodzi")


@transaction.atomic
def attach(*, by, fact, documents):
    """Makes these documents the files of a fact; the other facts that they prove stay."""
    fact.documents.set(documents)
    for document in documents:
        name_proof(fact, document)
    project = fact.row.participation.project
    log_access(by, AccessLog.Act.EDIT, project=project, subject=f"{fact.row.participation.reference} pliki dowodu")


def name_proof(fact, document):
    """Writes the name of the document where a fact keeps its proof in words, unless somebody named it already."""
    if getattr(fact.row, fact.text):
        return
    setattr(fact.row, fact.text, described(document))
    fact.row.save(update_fields=[fact.text])
    participation = fact.row.participation
    if (
        isinstance(fact.row, Premise) and participation.reported_on
    ):  # what the institution has is no longer what is on record
        participation.reported_on = None
        participation.save(update_fields=["reported_on"])


def described(document):
    """The title of a document with its date, at most as long as a proof in words may be."""
    if not document.issued_on:
        return document.title
    dated = _("z %(day)s") % {"day": day(document.issued_on)}
    return f"{document.title[: 199 - len(dated)]} {dated}"
