"""Why a word fails for one person, and the way to mend it. What is said follows from the word's stage and columns, not from its name."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from projects.templatetags.polish import counted, plural

from ..definitions import Stage
from ..words import facts
from .cells import Cell
from .proofs import nearest_proof, why_not

NO = {"nie", "no", "False"}


def gap(reading, word, participation):
    """The cell of a word that fails."""
    return {
        Stage.DATA: _of_data,
        Stage.ENTRY: _of_entry,
        Stage.STATUS: _of_status,
        Stage.EXIT: _of_exit,
        Stage.PROOF: _of_proof,
    }[word.stage](reading, word, participation)


def columns_of(condition):
    """The columns of the participation that a condition asks for, in its order."""
    found = []
    for child in condition.children:
        found += columns_of(child) if isinstance(child, Q) else [child[0].partition("__")[0]]
    return list(dict.fromkeys(found))


def _of_data(reading, word, participation):
    fields = [requirement.field for requirement in participation.missing()]
    return _edit(reading, word, participation, _("Brak:"), _("Uzupełnij"), fields)


def _of_entry(reading, word, participation):
    if reading.only_waits(word, participation):
        return Cell(False, reading.fact(word, participation), _("Jeszcze nie:"), css="wait")
    return _of_status(reading, word, participation)


def _of_status(reading, word, participation):
    """A fact at entry: nothing is on record, or something else than what the word asks for, or it comes after the day."""
    fact = reading.fact(word, participation)
    if reading.only_waits(word, participation):
        return Cell(False, fact, _("Jeszcze nie:"), css="wait")
    if columns_of(word.condition)[0].startswith(("supports_", "vocational_support", "social_support")):
        return _of_support(reading, participation, fact)
    if word.fact is facts.premises:
        return _of_premises(reading, word, participation)
    if fact in ("", facts.NONE):
        return _edit(reading, word, participation, _("Brak"), _("Uzupełnij"), fact="")
    if fact in NO:
        return _edit(reading, word, participation, _("Nie"), _("Sprawdź"), fact="")
    return _edit(reading, word, participation, _("Nie spełnia:"), _("Sprawdź"))


def _of_support(reading, participation, fact):
    url = reverse("activities:path_edit", args=[reading.project.slug, participation.pk])
    reason, fact = (_("Brak"), "") if fact in ("", facts.NONE) else (_("Nie spełnia:"), fact)
    return Cell(False, fact, reason, _("Otwórz ścieżkę"), url, "bad", permission=Permission.ACTIVITIES_EDIT)


def _of_premises(reading, word, participation):
    undocumented = [premise.short for premise in participation.premises.all() if not premise.document]
    if undocumented:
        return _edit(reading, word, participation, _("Bez dokumentu:"), _("Uzupełnij"), fact="; ".join(undocumented))
    return _edit(reading, word, participation, _("Brak udokumentowanej przesłanki"), _("Uzupełnij"), fact="")


def _edit(reading, word, participation, reason, action, fields=None, fact=None):
    """A gap that the entry form mends, opened at the first field that the word asks for; what follows from elsewhere opens the person."""
    fields = columns_of(word.condition) if fields is None else fields
    field = FOLLOWS_FROM.get(fields[0], fields[0]) if fields else ""
    is_asked = not fields or _is_on_the_form(participation, field)
    return Cell(
        False,
        reading.fact(word, participation) if fact is None else fact,
        reason,
        action if is_asked else _("Sprawdź"),
        reading.url("edit" if is_asked else "detail", participation),
        "bad",
        anchor=f"#id_{field}" if field and is_asked else "",
        permission=Permission.PARTICIPANTS_EDIT if is_asked else Permission.PARTICIPANTS_VIEW,
    )


# what the database derives, and the field of the entry form that it follows from
FOLLOWS_FROM = {
    "age_at_entry": "birth_date",
    "is_long_term": "unemployed_since",
    "has_premise": "premises",
    "premise_kinds": "premises",
}


def _is_on_the_form(participation, field):
    """Whether the entry form asks for it: a column that people fill in, of the participation or of the person, or the premises."""
    if field == "premises" or field in OF_THE_PERSON:
        return True
    return participation._meta.get_field(field).editable if field in _columns(participation) else False


OF_THE_PERSON = {"sex", "birth_date", "citizenship", "last_name", "pesel", "phone", "email"}


def _columns(participation):
    return {field.name for field in participation._meta.concrete_fields}


def _of_exit(reading, word, participation):
    left_on = participation.left_on
    url = reading.url("leave", participation)
    if left_on is None:
        return Cell(False, _("udział trwa"), "", _("Zakończ udział"), url, "wait")
    if left_on > reading.on or reading.only_waits(word, participation):
        return Cell(False, reading.fact(word, participation), _("Jeszcze nie:"), css="wait")
    fact = participation.get_exit_reason_display() if "exit_reason" in columns_of(word.condition) else None
    return Cell(False, fact or reading.fact(word, participation), _("Nie spełnia:"), _("Sprawdź"), url, "bad")


def _of_proof(reading, word, participation):
    """Too early to ask, a proof that does not suffice, time to bring one, or too late."""
    if participation.left_on is None or participation.left_on > reading.on:
        return Cell(False, _("po zakończeniu udziału"), css="na")
    until = participation.left_on + timedelta(days=reading.definition.window_days)
    found = nearest_proof(word, participation, reading.on, until)
    if found:
        reason, fact, action = why_not(word, found, participation, until)
        return Cell(False, fact, reason, action, reading.url("outcome_edit", participation, found.pk), "bad")
    if not word.proofs:
        return _of_fact_after_leaving(reading, word, participation)
    url = reading.url("outcome_add", participation)
    days = (until - reading.on).days
    if days >= 0:
        fact = _("do %(day)s.") % {"day": facts.day(until)}
        return Cell(False, fact, f"{days_left(days)},", _("Dodaj dowód"), url, "wait")
    fact = _("termin minął %(day)s.") % {"day": facts.day(until)}
    return Cell(False, fact, _("Bez dowodu:"), _("Dodaj dowód"), url, "bad")


def _of_fact_after_leaving(reading, word, participation):
    """A word about the time after leaving that no kind of outcome proves, such as a window that must have passed."""
    fact = reading.fact(word, participation)
    if reading.only_waits(word, participation):
        return Cell(False, fact, _("Jeszcze nie:"), css="wait")
    return Cell(False, fact, _("Nie spełnia:"), _("Sprawdź"), reading.url("detail", participation), "bad")


def days_left(days):
    """ "Zostały 3 dni"."""
    return _("%(left)s %(days)s") % {
        "left": plural(days, "Został", "Zostały", "Zostało"),
        "days": counted(days, "dzień", "dni", "dni"),
    }
