"""The documents of one person, for the person's page."""

from django import template
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..papers import PACKET
from ..proofs import fact_of

register = template.Library()

# What is printed for a person, in the words of its button.
PRINTED = [
    ("declaration", _("deklaracja")),
    ("clause", _("klauzula")),
    ("image_consent", _("zgoda")),
    ("contract", _("umowa")),
    (PACKET, _("pakiet")),
]


@register.inclusion_tag("participants/_documents.html")
def person_documents(participation, project):
    """The person's documents with what each proves, adding one, all as one file, and the papers to print."""
    documents = participation.documents.order_by("-uploaded_at", "-pk").prefetch_related("premises", "outcomes")
    return {"participation": participation, "project": project, "documents": documents, "papers": PRINTED}


@register.filter
def proved_facts(document):
    """What a document proves, in words; reads what was prefetched."""
    return [fact_of(row).label for row in [*document.premises.all(), *document.outcomes.all()]]


@register.simple_tag
def most_mb():
    """How large a file may be, in megabytes."""
    return settings.DOCUMENT_MOST_MB


@register.filter
def halved(checksum):
    """A checksum in two halves, so that a column can break it."""
    middle = len(checksum) // 2
    return f"{checksum[:middle]} {checksum[middle:]}"
