"""People from the surroundings of a participant: finding the main person, and what either of them counts for.

Source: domain notes, section 3.4: counted as participants, and as people at risk only with a premise of their own.
"""

from django.utils.translation import gettext as _

from .models import Person

SHOWN = 8  # how many people a search for the main person offers


def people_matching(project, text, *, but=None):
    """The first participations whose person matches the text, in Polish order, without the participation ``but``."""
    if not text.strip():
        return []
    people = Person.objects.matching(text).order_by().values("pk")
    found = project.participations.filter(person__in=people).exclude(pk=but).select_related("person")
    return list(found.in_polish_order()[:SHOWN])


def standing(participation):
    """What a person from the surroundings counts for, in a sentence; "" for everybody else."""
    if not participation.is_surroundings:
        return ""
    if not participation.is_complete:
        return _("Dopóki brakuje wymaganych danych, nie liczy się do żadnego wskaźnika.")
    if participation.has_premise:
        return _("Liczy się jako uczestnik, a dzięki udokumentowanej przesłance także jako osoba zagrożona ubóstwem.")
    return _("Liczy się jako uczestnik. Jako osoba zagrożona ubóstwem nie, bo nie ma udokumentowanej przesłanki.")
