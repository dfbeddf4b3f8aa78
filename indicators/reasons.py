"""Why a person is counted, why another is not yet, and what to do: the same words, read one by one."""

from dataclasses import dataclass

from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    Value,
    When,
    Window,
)
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from participants.models import Outcome
from participants.vocabulary import OutcomeKind
from projects.templatetags.polish import counted, plural

from .definitions import Stage, at
from .queries import STILL_INSIDE, WINDOW_OPEN
from .words.facts import day as shown_day

COUNTED, WAITING, INSUFFICIENT, PASSED, INSIDE, OTHER, LATER, DRAFT = range(8)
GROUPS = {
    COUNTED: (_("Policzone"), _("policzone")),
    WAITING: (_("Termin biegnie"), _("czekają na dowód, termin biegnie")),
    INSUFFICIENT: (_("Dowód nie wystarcza"), _("mają dowód, który nie wystarcza")),
    PASSED: (_("Termin minął"), _("bez dowodu, termin minął")),
    INSIDE: (_("Jeszcze w projekcie"), _("jeszcze w projekcie")),
    OTHER: (_("Nie spełniają warunku"), _("nie spełniają warunku")),
    LATER: (_("Jeszcze nie przystąpiły"), _("jeszcze nie przystąpiły")),
    DRAFT: (_("Szkice"), _("szkice bez wymaganych danych")),
}


def with_reasons(participations, definition, on):
    """Each participation with the truth of every word (``w0``, ``w1`` …) and its group, nearest to being counted first."""
    truths = {f"w{number}": truth(at(word.condition, on)) for number, word in enumerate(definition.words)}
    return participations.annotate(**truths, group=group_of(definition, on))


def truth(condition):
    """True or false, never unknown."""
    return Case(
        When(condition, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )


def group_of(definition, on):
    """Which group a participation belongs to on the day: exactly one, so that the groups add up to all recorded people."""
    steps = [
        (definition.condition(on), COUNTED),
        (Q(is_complete=False), DRAFT),
        (Q(entered_on__isnull=True) | Q(entered_on__gt=on), LATER),
        (~Q(truth(at(definition.rule_until(Stage.EXIT), on))), OTHER),
    ]
    if definition.is_result:
        steps.append((at(STILL_INSIDE, on), INSIDE))
    if definition.proofs:
        proofs = Outcome.objects.filter(
            participation=OuterRef("pk"),
            kind__in=definition.proofs,
            obtained_on__lte=on,
        )
        steps += [(Q(Exists(proofs)), INSUFFICIENT), (at(WINDOW_OPEN, on), WAITING)]
    return Case(
        *[When(condition, then=Value(group)) for condition, group in steps if condition],
        default=Value(PASSED if definition.proofs else OTHER),
        output_field=IntegerField(),
    )


def sizes(participations, definition, on):
    """How many people of each sex each group holds: {group: {sex: number}}, in the order of nearness."""
    rows = participations.order_by().annotate(group=group_of(definition, on)).values_list("group", "sex")
    found = {}
    for group, sex, number in rows.annotate(Count("pk")).order_by("group"):
        found.setdefault(group, {})[sex] = number
    return found


def page_of(participations, definition, on, counted_from, others_from, length):
    """One page of the counted and one of the others, in a single query: rows numbered within each half."""
    is_counted = truth(Q(group=COUNTED))
    numbered = (
        with_reasons(participations, definition, on)
        .annotate(is_counted=is_counted, due=Case(When(group=WAITING, then=F("left_on"))))
        .annotate(
            row=Window(
                RowNumber(),
                partition_by=["is_counted"],
                order_by=[
                    "group",
                    "due",
                    "person__last_name",
                    "person__first_name",
                    "pk",
                ],
            )
        )
    )
    wanted = Q(is_counted=True, row__range=(counted_from + 1, counted_from + length)) | Q(
        is_counted=False, row__range=(others_from + 1, others_from + length)
    )
    rows = numbered.filter(wanted).select_related("person").order_by("group", "row")
    needed = ["outcomes"] * bool(definition.proofs) + ["premises"] * any(
        word.name == "at_risk" for word in definition.words
    )
    return rows.prefetch_related(*needed)


@dataclass(frozen=True)
class Cell:
    """What stands under one word for one person: the fact; where the word fails, the reason in bold and what to do."""

    holds: bool
    fact: str = ""
    reason: str = ""
    action: str = ""
    url: str = ""
    css: str = "ok"


def cells(participation, definition, project, on):
    """The cells of one person, a word each."""
    return [
        Cell(True, str(word.fact(participation)))
        if getattr(participation, f"w{number}")
        else _gap(word, participation, project, on)
        for number, word in enumerate(definition.words)
    ]


def _gap(word, participation, project, on):
    """Why the word fails, and the way to mend it."""
    return {
        Stage.DATA: _gap_of_data,
        Stage.ENTRY: _gap_of_entry,
        Stage.STATUS: _gap_of_status,
        Stage.EXIT: _gap_of_exit,
        Stage.PROOF: _gap_of_proof,
    }[word.stage](word, participation, project, on)


def _link(name, participation, project):
    return reverse(f"participants:{name}", args=[project.slug, participation.pk])


def _gap_of_data(word, participation, project, on):
    return Cell(
        False,
        word.fact(participation),
        gettext("Brak:"),
        gettext("Uzupełnij"),
        _link("edit", participation, project),
        "bad",
    )


def _gap_of_entry(word, participation, project, on):
    if participation.entered_on:
        return Cell(False, shown_day(participation.entered_on), css="wait")
    return Cell(
        False,
        "",
        gettext("Brak daty"),
        gettext("Uzupełnij"),
        _link("edit", participation, project),
        "bad",
    )


def _gap_of_status(word, participation, project, on):
    fact = word.fact(participation)
    if word.name == "at_risk":
        return Cell(
            False,
            "",
            gettext("Brak udokumentowanej przesłanki."),
            gettext("Uzupełnij"),
            _link("edit", participation, project),
            "bad",
        )
    return Cell(False, fact, css="bad")


def _gap_of_exit(word, participation, project, on):
    if participation.left_on and participation.left_on <= on:
        return Cell(False, participation.get_exit_reason_display(), css="bad")
    return Cell(False, gettext("udział trwa"), css="wait")


def _gap_of_proof(word, participation, project, on):
    if not participation.left_on or participation.left_on > on:
        return Cell(False, "–", css="na")
    until = participation.results_until
    found = [
        outcome for outcome in participation.outcomes.all() if outcome.kind in word.proofs and outcome.obtained_on <= on
    ]
    if found:
        return _gap_of_outcome(found[-1], participation, project, until)
    days = (until - on).days
    if days >= 0:
        left = gettext("%(left)s %(days)s") % {
            "left": plural(days, "Został", "Zostały", "Zostało"),
            "days": counted(days, "dzień", "dni", "dni"),
        }
        fact = gettext("do %(day)s.") % {"day": shown_day(until)}
        return Cell(
            False,
            fact,
            f"{left},",
            gettext("Dodaj dowód"),
            _link("outcome_add", participation, project),
            "wait",
        )
    fact = gettext("termin minął %(day)s.") % {"day": shown_day(until)}
    return Cell(
        False,
        fact,
        gettext("Bez dowodu:"),
        gettext("Dodaj dowód"),
        _link("outcome_add", participation, project),
        "bad",
    )


def _gap_of_outcome(outcome, participation, project, until):
    """A proof is there and does not suffice: late, not validated, before entry, or without its document."""
    url = reverse("participants:outcome_edit", args=[project.slug, participation.pk, outcome.pk])
    if outcome.obtained_on > until:
        fact = gettext("dowód z %(proof)s, termin minął %(until)s.") % {
            "proof": shown_day(outcome.obtained_on),
            "until": shown_day(until),
        }
        return Cell(False, fact, gettext("Po terminie:"), gettext("Sprawdź datę"), url, "bad")
    if outcome.kind == OutcomeKind.QUALIFICATION and not outcome.is_validated:
        fact = gettext("zaświadczenie o udziale to nie kwalifikacja.")
        return Cell(False, fact, gettext("Brak walidacji:"), gettext("Wymień dowód"), url, "bad")
    if not outcome.evidence:
        fact = gettext("rezultat z %(day)s nie ma dokumentu.") % {"day": shown_day(outcome.obtained_on)}
        return Cell(False, fact, gettext("Brak dowodu:"), gettext("Wpisz dowód"), url, "bad")
    fact = gettext("rezultat z %(day)s nie liczy się do tego wskaźnika.") % {"day": shown_day(outcome.obtained_on)}
    return Cell(False, fact, gettext("Nie wystarcza:"), gettext("Sprawdź"), url, "bad")
