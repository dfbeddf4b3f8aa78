"""Words of a definition that a template asks for."""

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from activities.vocabulary import EventKind
from participants.vocabulary import InstitutionKind
from projects.templatetags.polish import nbsp

from .. import listing
from ..models import Counts, Moment, Register
from ..wordlist import sentence_of

register = template.Library()


@register.simple_tag
def moment(definition):
    """When the indicator is read: "w dniu przystąpienia"."""
    return Moment(definition.moment).label


@register.filter
def is_listed(definition):
    """Whether the definition stands on a list, official or the project's, and so has examples and versions of its own."""
    return listing.is_listed(definition.key)


@register.filter
def said(word):
    """The word's sentence without a particular day."""
    return nbsp(sentence_of(word))


@register.simple_tag
def things_sentences(definition):
    """What a definition counts that counts no people, in a sentence or two."""
    found = [str(SENTENCES[definition.counts])]
    if definition.register:
        found.append(gettext("Rejestr: %(name)s.") % {"name": Register(definition.register).label})
    if definition.event_kind:
        found.append(gettext("Rodzaj: %(name)s.") % {"name": EventKind(definition.event_kind).label})
    if definition.institution_kinds:
        kinds = ", ".join(str(InstitutionKind(kind).label) for kind in definition.institution_kinds)
        found.append(gettext("Typ instytucji: %(kinds)s.") % {"kinds": kinds})
    if definition.trait:
        found.append(gettext("To cecha projektu: liczy się raz, niezależnie od liczby wpisów."))
    return " ".join(found)


SENTENCES = {
    Counts.PEOPLE: "",
    Counts.REGISTER: _("Wpisy do rejestru, które mają dowód i dzień nie późniejszy niż dzień sprawozdania."),
    Counts.SESSIONS: _("Zajęcia tej formy wsparcia, które odbyły się do dnia sprawozdania."),
    Counts.LEADERS: _("Różne osoby prowadzące grupy, w których ktoś zaczął wsparcie do dnia sprawozdania."),
    Counts.EVENTS: _("Wydarzenia tego rodzaju, które odbyły się do dnia sprawozdania."),
    Counts.VISITORS: _("Goście wydarzeń tego rodzaju, bez nazwisk, do dnia sprawozdania."),
    Counts.INSTITUTIONS: _("Instytucje objęte wsparciem do dnia sprawozdania, każda raz."),
    Counts.AUTHORITY: _("Wartość mierzy instytucja, na próbie osób; tu się ją tylko zapisuje."),
}
