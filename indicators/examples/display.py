"""A table of worked examples in Polish words: a row a person, a column for each kind of fact that the table speaks of."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from participants.models import Outcome, Participation, Person
from participants.vocabulary import RESULT_WINDOW_DAYS, OutcomeKind, PremiseKind
from projects.templatetags.polish import counted

from ..words.facts import NONE, day
from .building import ENTERED, outcomes_of, participation_of, person_of, premises_of
from .reading import years_between
from .rows import Example

# Facts that are one answer on paper stand in one column, named by the first of them.
TOGETHER = {
    "labour_detail": "labour_status",
    "exit_reason": "left_on",
    "occupation": "labour_status",
    "employer": "labour_status",
    "household_children": "jobless_household",
}
OUTCOMES, PREMISE, SUPPORTS = "outcomes", "premise", "supports"


@dataclass(frozen=True)
class Cell:
    """A fact of one example; ``is_said`` where it is told of this person, otherwise it is what all share, and the cell stays empty."""

    text: str
    is_said: bool


@dataclass(frozen=True)
class Row:
    """One example with its facts, each under its head, what its table says, and whether the program counts it so."""

    who: str
    facts: list
    value: int
    counted: bool
    is_failed: bool


def table_of(rows, failed=()):
    """The heads of the columns and the rows of a definition's examples; ``failed`` are the places of those that the last proof counted otherwise."""
    columns = _columns(rows)
    heads = [_head(column) for column in columns]
    return heads, [
        Row(
            str(row.who),
            [(head, _cell(row, column)) for head, column in zip(heads, columns, strict=True)],
            row.value,
            row.counted,
            place in failed,
        )
        for place, row in enumerate(rows)
    ]


def _columns(rows):
    """Every kind of fact that some row speaks of, in the order of a person's way."""
    people = [row for row in rows if isinstance(row, Example)]
    said = {TOGETHER.get(name, name) for row in people for name in row.facts}
    order = [f"person__{field.name}" for field in Person._meta.fields] + [f.name for f in Participation._meta.fields]
    columns = sorted(said, key=order.index)
    for column, is_said in (
        (PREMISE, any(row.premise for row in people)),
        (SUPPORTS, any(row.supports for row in people)),
        (OUTCOMES, any(row.outcomes for row in people)),
    ):
        columns += [column] * is_said
    return columns


def _head(column):
    heads = {OUTCOMES: _("rezultat i dowód"), PREMISE: _("przesłanka"), SUPPORTS: _("wsparcie")}
    if column in heads:
        return heads[column]
    model, _dot, name = column.rpartition("__")
    return str((Person if model else Participation)._meta.get_field(name).verbose_name)


def _cell(row, column):
    return CELLS.get(column, _field)(row, column)


def _field(row, column):
    """A fact by its official label."""
    model, _dot, name = column.rpartition("__")
    facts = person_of(row) if model else participation_of(row)
    text = _label(Person if model else Participation, facts, name)
    return Cell(_("brak") if text == NONE else text, column in row.facts)


def _label(model, facts, name):
    """The label of a value as the model shows it."""
    value = facts.get(name)
    if isinstance(value, bool):
        return _("tak") if value else _("nie")
    if hasattr(value, "isoformat"):
        return day(value)
    choices = dict(model._meta.get_field(name).flatchoices)
    return str(choices.get(value, value)) if value not in ("", None) else NONE


def _born(row, column):
    born, entered = person_of(row)["birth_date"], participation_of(row).get("entered_on")
    years = years_between(born, entered)
    if years is None:
        return Cell(day(born), column in row.facts)
    return Cell(f"{day(born)} ({counted(years, 'rok', 'lata', 'lat')})", column in row.facts)


def _status(row, column):
    facts = participation_of(row)
    status, detail = (_label(Participation, facts, name) for name in ("labour_status", "labour_detail"))
    text = status if detail == NONE else _("%(status)s, w tym: %(detail)s") % {"status": status, "detail": detail}
    return Cell(text, any(TOGETHER.get(name, name) == column for name in row.facts))


def _household(row, column):
    facts = participation_of(row)
    text = _label(Participation, facts, "jobless_household")
    if facts.get("household_children") == "yes":
        text = _("%(answer)s, z dziećmi na utrzymaniu") % {"answer": text}
    return Cell(text, any(TOGETHER.get(name, name) == column for name in row.facts))


def _leaving(row, column):
    facts = participation_of(row)
    if not facts.get("left_on"):
        return Cell(_("udział trwa"), True)
    return Cell(f"{day(facts['left_on'])}, {_label(Participation, facts, 'exit_reason')}", True)


def _premise(row, column):
    kinds = premises_of(row)
    if row.premise is True:
        return Cell(_("udokumentowana"), True)
    return Cell(", ".join(str(PremiseKind(kind).label) for kind in kinds) or _("brak"), True)


def _supports(row, column):
    said = [_("ukończone") if is_finished else _("rozpoczęte") for is_finished in row.supports.values()]
    return Cell(", ".join(said) or _("brak"), True)


def _outcomes(row, column):
    left = participation_of(row).get("left_on")
    return Cell("; ".join(_outcome(said, left) for said in outcomes_of(row)) or _("brak"), True)


def _outcome(said, left):
    """An outcome as it stands on paper: what, when and on which day after leaving, with what proof."""
    parts = [_label(Outcome, said, "kind"), day(said["obtained_on"]) + _after(said["obtained_on"], left)]
    if said["kind"] == OutcomeKind.QUALIFICATION and not said.get("is_validated"):
        parts.append(_("bez walidacji"))
    for name in ("contract_kind", "progress_sign"):
        if said.get(name) and (name != "progress_sign" or said[name] == "volunteering"):
            parts.append(_label(Outcome, said, name))
    return ", ".join([*parts, *([] if said["evidence"] else [_("bez dowodu")])])


def _after(obtained, left):
    days = (obtained - left).days if left else 0
    return _(" (%(days)s. dzień)") % {"days": days} if 0 < days <= RESULT_WINDOW_DAYS + 60 else ""


def _entered(row, column):
    entered = participation_of(row).get("entered_on")
    return Cell(day(entered), "entered_on" in row.facts and entered != ENTERED)


CELLS = {
    "person__birth_date": _born,
    "labour_status": _status,
    "jobless_household": _household,
    "left_on": _leaving,
    "entered_on": _entered,
    OUTCOMES: _outcomes,
    PREMISE: _premise,
    SUPPORTS: _supports,
}
