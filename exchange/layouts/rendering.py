"""What we have on record, written in the words and columns of SM EFS."""

from types import SimpleNamespace

from participants.by_path import implied
from participants.completeness import completed_years
from participants.vocabulary import Identifier

from . import words
from .columns import COLUMNS, PLACE
from .supports import SEPARATOR


def render(person, facts, supports, number=""):
    """The 43 cells. ``person`` and ``facts`` are dictionaries of columns, ``supports`` (kind, detail, day) in order; the flag of the path is told (``with_path``).

    ``number`` is the project's. What only the authority knows is empty: its technical id, who added and changed the row, remarks.
    """
    cells = [""] * len(COLUMNS)
    for key, value in _values(person, facts, number):
        cells[PLACE[key]] = value
    cells[PLACE["support_kinds"]] = SEPARATOR.join(words.SUPPORT_KIND.label(kind) for kind, _, _ in supports)
    cells[PLACE["support_details"]] = _joined(words.SUPPORT_DETAIL.label(detail) for _, detail, _ in supports)
    cells[PLACE["support_dates"]] = _joined(_day(day) for _, _, day in supports)
    return cells


def _joined(texts):
    """Positions joined, or nothing when all of them are empty."""
    texts = list(texts)
    return SEPARATOR.join(texts) if any(texts) else ""


def _day(day):
    return day.isoformat() if day else ""


def _values(person, facts, number):
    age = completed_years(person["birth_date"], facts["entered_on"])
    status, education = facts["labour_status"], facts["education"]
    no_pesel = person["identifier_kind"] != Identifier.PESEL
    yield "project", number
    yield "citizenship", words.CITIZENSHIP.label(facts["citizenship"])
    yield "participant_kind", words.KIND.label(facts["participant_kind"])
    for name in ("institution", "country", "voivodeship", "county", "commune", "place", "postcode", "support_range"):
        yield name, facts[name]
    for name in ("first_name", "last_name", "phone", "email"):
        yield name, person[name]
    yield "identifier", person["other_identifier"] if no_pesel else person["pesel"]
    yield "no_pesel", words.YES_NO.label(no_pesel)
    yield "sex", words.SEX.label(person["sex"])
    yield "age", "" if age is None else str(age)
    yield "education", words.EDUCATION.label(words.RANGE_OF_LEVEL.get(education, education))
    yield "degurba", str(facts["degurba"] or "")
    for name in ("entered_on", "left_on", "education_ends_on", "business_started_on"):
        yield name, _day(facts[name])
    yield "labour_status", words.STATUS.label(status)
    yield "labour_detail", words.DETAIL_LABELS.get(facts["labour_detail"], "")
    yield "situations", SEPARATOR.join(words.SITUATION.label(code) for code in facts["situations"])
    yield "by_path", _by_path(facts)
    for name in ("foreign_origin", "third_country", "minority", "homeless", "disability"):
        yield name, words.answer_label(facts[name])


def _by_path(facts):
    return words.YES_NO.label(facts["by_path"]) if facts["left_on"] else ""


def with_path(facts, project, planned, done):
    """The same facts with the flag of the path told: as said on leaving, else as it follows (``participants.by_path``)."""
    if facts["left_on"] is None or facts["by_path"] is not None:
        return facts
    way = SimpleNamespace(project=project, path_planned=planned, path_done=done)
    return {**facts, "by_path": implied(way, facts["exit_reason"]).by_path}
