"""Words of a definition that a template asks for."""

from django import template
from django.utils.translation import gettext_lazy as _

from projects.templatetags.polish import nbsp

from .. import listing
from ..models import Counts, Moment
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
def things_sentence(definition):
    """What a definition counts that counts no people, in one sentence."""
    return SENTENCES[definition.counts]


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
