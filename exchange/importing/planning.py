"""What would become of each row: a new person in the project, a change, nothing, or a refusal with reasons.

A row that was imported before is compared with what the file said then: only cells that say something new are taken over, so
that an old file read again undoes no later correction. An empty cell erases nothing.
"""

import unicodedata
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from participants.completeness import completed_years
from participants.known import MAY_SEE_PEOPLE
from participants.models import Participation
from participants.placeholders import is_placeholder
from participants.vocabulary import EXITS_FOR_EFFECTIVENESS, Answer, ExitReason, LabourStatus, ParticipantKind

from ..layouts.columns import COLUMNS, PLACE
from ..layouts.parsed import Parsed, Problem
from ..layouts.rendering import render, with_path
from ..layouts.smefs import parse
from ..models import Act
from .following import EVIDENCE, outcomes_after, supports_after
from .on_record import FACTS, PERSON, RESIDENCE, Known, OnRecord

# Columns that are read together: when one says something new, all of them do.
TOGETHER = [
    {"identifier", "no_pesel", "sex"},
    {"labour_status", "labour_detail"},
    {"left_on", "by_path", "situations", "business_started_on"},
    {"support_kinds", "support_details", "support_dates"},
    {"participant_kind", "institution"},
]
COLUMN_OF = {
    "identifier_kind": "identifier",
    "pesel": "identifier",
    "other_identifier": "identifier",
    "birth_date": "identifier",
    "exit_reason": "by_path",
}
# What our own record says where the file leaves the column empty, and yet the file is whole.
IMPLIED = {"project", "participant_kind", "no_pesel", "sex", "age", "country"}
CONTACT = ("phone", "email")
STREET = ("street", "house", "flat")
NEW_PERSON = {**dict.fromkeys(PERSON, ""), "birth_date": None, "degurba": None, "country": "Polska"}
NEW_FACTS = {
    **dict.fromkeys(FACTS, ""),
    **dict.fromkeys(
        "delegated_by_id degurba entered_on education_ends_on left_on by_path business_started_on reported_on".split()
    ),
    "situations": [],
    "country": "Polska",
    "participant_kind": ParticipantKind.INDIVIDUAL.value,
}


@dataclass
class Planned:
    """A row with all that it would change. ``person`` and ``facts`` are whole dictionaries of columns as they would be."""

    number: int
    cells: list
    parsed: Parsed
    known: Known | None = None
    act: str = Act.REJECTED.value
    person: dict = field(default_factory=dict)
    facts: dict = field(default_factory=dict)
    supports: object = None
    outcomes: object = None
    rendered: list = field(default_factory=list)

    @property
    def errors(self):
        return self.parsed.problems

    @property
    def warnings(self):
        return self.parsed.warnings

    def refuse(self, key, message, suggestion=None):
        self.errors.append(Problem(PLACE[key] + 1, message, suggestion))

    def warn(self, key, message):
        self.warnings.append(Problem(PLACE[key] + 1, message))


class Planner:
    """Plans rows of one project, a chunk at a time. ``hold`` locks what is on record until the transaction ends."""

    def __init__(self, project, rules, by, hold=False):
        self.project, self.rules, self.by, self.hold = project, rules, by, hold

    def plan(self, rows):
        """Plans of these (number, cells)."""
        plans = [Planned(number, cells, parse(cells, self.rules)) for number, cells in rows]
        on_record = OnRecord(self.project, [plan.parsed.key for plan in plans], self.hold)
        for plan in plans:
            plan.known = on_record.find(plan.parsed.key)
        strangers = self._with_other_names(plans)
        for plan in plans:
            self._complete(plan, strangers)
        return plans

    def _complete(self, plan, strangers):
        self._missing(plan)
        if plan.known and not plan.known.is_here and is_placeholder(plan.known.person["pesel"]):
            plan.refuse(
                "identifier",
                _("To numer przykładowy, zapisany już przy kimś innym. Wpisz PESEL tej osoby z dokumentu."),
            )
        elif plan.known and plan.known.person["id"] in strangers:
            self._other_name(plan)
        if plan.errors:
            return
        news = self._news(plan)
        self._facts(plan, news)
        self._person(plan, news)
        self._born(plan)
        plan.supports = supports_after(plan, "support_kinds" in news)
        plan.outcomes = outcomes_after(plan, "situations" in news)
        self._whole_way(plan)
        if plan.errors:
            return
        plan.rendered = self._rendered(plan)
        plan.act = self._act(plan).value

    # --- what the file says that is new

    @staticmethod
    def _news(plan):
        """The keys of the columns that say something we have not taken over yet."""
        row = plan.known and plan.known.row
        if row is None:
            return {column.key for column in COLUMNS}
        news = {column.key for column, cell, was in zip(COLUMNS, plan.cells, row.cells, strict=True) if cell != was}
        for group in TOGETHER:
            if news & group:
                news |= group
        return news

    @staticmethod
    def _missing(plan):
        """An empty required column is an error, unless we know the answer."""
        record = {**plan.known.person, **(plan.known.facts or {})} if plan.known else {}
        names = {"identifier": "other_identifier"}
        for key in plan.parsed.missing:
            if not record.get(names.get(key, key)) and not any(e.column == PLACE[key] + 1 for e in plan.errors):
                told = {"name": COLUMNS[PLACE[key]].name}
                plan.refuse(
                    key, _("Brak wartości. Bez pola „%(name)s” osoba nie istnieje dla instytucji. Uzupełnij je.") % told
                )

    # --- the participation

    def _facts(self, plan, news):
        record = plan.known.facts if plan.known and plan.known.is_here else None
        given = {name: value for name, value in plan.parsed.facts.items() if COLUMN_OF.get(name, name) in news}
        facts = _moved(record or {"id": None, **NEW_FACTS}, given)
        if plan.parsed.by_path is not None and "by_path" in news:
            _leave(facts, record, plan.parsed.by_path)
        if facts["labour_status"] != LabourStatus.EMPLOYED:
            facts |= {"occupation": "", "employer": ""}
        if facts["disability"] != Answer.YES:
            facts["disability_degree"] = ""
        if facts["participant_kind"] != ParticipantKind.EMPLOYEE:
            facts |= {"institution": "", "delegated_by_id": None}
        if record and any(facts[name] != record[name] for name in FACTS):
            facts["reported_on"] = None
        plan.facts = facts

    # --- the person

    def _person(self, plan, news):
        known, facts = plan.known, plan.facts
        given = {name: value for name, value in plan.parsed.person.items() if COLUMN_OF.get(name, name) in news}
        given.pop("technical_id", None)
        person = dict(known.person) if known else {"id": None, **NEW_PERSON}
        elsewhere = known.newest_elsewhere if known else None
        if elsewhere and elsewhere > (facts["entered_on"] or date.min):
            given = {name: value for name, value in given.items() if name not in CONTACT or not person[name]}
        elif not known or not known.is_here or _lives_where_she_entered(known):
            given |= _address(facts)
            given["citizenship"] = facts["citizenship"] or person["citizenship"]
        plan.person = _moved(person, given)

    @staticmethod
    def _born(plan):
        """Without a PESEL the file gives only the age; the day of birth must be known otherwise, and agree."""
        born, age = plan.person["birth_date"], plan.parsed.age
        if born is None:
            plan.warn(
                "age",
                _(
                    "Plik podaje tylko wiek. Uzupełnij w programie datę urodzenia; bez niej osoba nie wchodzi do wskaźników."
                ),
            )
        elif age is not None and completed_years(born, plan.facts["entered_on"]) != age:
            told = {"age": completed_years(born, plan.facts["entered_on"]), "born": born}
            plan.refuse(
                "age",
                _(
                    "W programie ta osoba ma datę urodzenia %(born)s, czyli %(age)s lat w dniu rozpoczęcia. Popraw wiek albo datę urodzenia."
                )
                % told,
            )

    def _with_other_names(self, plans):
        """Keys of the people on record whose names are not those of the file, accents and letter case aside."""
        asked = [plan for plan in plans if plan.known and not plan.errors]
        different = [plan for plan in asked if not _same_names(plan)]
        return {plan.known.person["id"] for plan in different}

    def _other_name(self, plan):
        """Two different names under one PESEL: probably a mistyped number. One of them may have changed."""
        person, given = plan.known.person, plan.parsed.person
        both = all(
            person[name] and _plain(person[name]) != _plain(given.get(name, "")) for name in ("first_name", "last_name")
        )
        if both or not (plan.known.is_here or self._may_see(person["id"])):
            plan.refuse(
                "identifier",
                _(
                    "Nazwisko i imię nie zgadzają się z osobą zapisaną pod tym numerem PESEL. Porównaj jedno i drugie z dokumentem; jeśli są dobre, poproś administratora systemu."
                ),
            )
        else:
            plan.warn("last_name", _("Nazwisko albo imię w programie jest inne; zmieni się na to z pliku."))

    def _may_see(self, person):
        """Whether whoever imports sees this person in some project. The command line is the operator's."""
        if self.by is None or self.by.is_superuser:
            return True
        return Participation.objects.filter(
            person=person, project__team__user=self.by, project__team__role__in=MAY_SEE_PEOPLE
        ).exists()

    # --- what must hold of the whole

    @staticmethod
    def _whole_way(plan):
        """Days taken from the file agree with days recorded here."""
        facts, entered, left = plan.facts, plan.facts["entered_on"], plan.facts["left_on"]
        if entered and left and left < entered:
            told = {"left": left, "entered": entered}
            plan.refuse(
                "left_on",
                _(
                    "Zakończenie %(left)s jest wcześniejsze niż rozpoczęcie %(entered)s, zapisane w programie. Popraw jedną z dat."
                )
                % told,
            )
        if facts["business_started_on"] and entered and facts["business_started_on"] < entered:
            plan.refuse(
                "business_started_on",
                _("Działalność założono przed rozpoczęciem udziału zapisanym w programie. Popraw jedną z dat."),
            )
        days = [support["day"] for support in plan.supports.kept if support["day"]]
        ends = [support["ended_on"] for support in plan.supports.kept if support["ended_on"]]
        if entered and days and min(days) < entered:
            told = {"day": min(days), "entered": entered}
            plan.refuse(
                "entered_on",
                _(
                    "W programie ta osoba ma wsparcie od %(day)s, wcześniej niż rozpoczęcie udziału %(entered)s. Popraw jedną z dat."
                )
                % told,
            )
        if left and (days or ends) and max([*days, *ends]) > left:
            told = {"day": max([*days, *ends]), "left": left}
            plan.refuse(
                "left_on",
                _(
                    "W programie ta osoba ma wsparcie jeszcze %(day)s, po zakończeniu udziału %(left)s. Popraw jedną z dat."
                )
                % told,
            )

    # --- what it comes to

    def _rendered(self, plan):
        """How we write the row after the import. A cell that the file leaves empty and our record filled before counts as ours."""
        rendered = self._written(plan.person, plan.facts, plan.supports.shown())
        if plan.known and plan.known.is_here:
            before = self._written(plan.known.person, plan.known.facts, shown(plan.known.supports))
            for place, column in enumerate(COLUMNS):
                if not plan.cells[place].strip() and before[place] == rendered[place] and column.key not in IMPLIED:
                    rendered[place] = ""
        return rendered

    def _written(self, person, facts, supports):
        told = with_path(facts, self.project, facts.get("path_planned", 0), facts.get("path_done", 0))
        return render(person, told, supports, self.project.agreement_number)

    @staticmethod
    def _act(plan):
        known = plan.known
        if not known or not known.is_here:
            return Act.CREATED
        same_facts = all(plan.facts[name] == known.facts[name] for name in FACTS)
        same_person = all(plan.person[name] == known.person[name] for name in PERSON)
        same_row = known.row is not None and known.row.cells == plan.cells
        if same_facts and same_person and same_row and plan.supports.is_same and plan.outcomes.is_same:
            return Act.UNCHANGED
        return Act.UPDATED


def shown(supports):
    """Of supports on record those that the authority's file names: begun, or known from the file."""
    return [(s["kind"], s["detail"], s["day"]) for s in supports if s["day"] or s["is_from_file"]]


def _leave(facts, record, flag):
    """The flag of the path as the file says it; a reason of leaving that is on record stays, and the flag overrules it."""
    if record and record["exit_reason"]:
        facts["exit_reason"] = record["exit_reason"]
    facts["by_path"] = flag
    agrees = facts["exit_reason"] in EXITS_FOR_EFFECTIVENESS if flag else facts["exit_reason"] != ExitReason.COMPLETED
    if not agrees and not facts["by_path_note"]:
        facts["by_path_note"] = EVIDENCE


def _address(facts):
    """The address of entry as the person's present one, where it is given; a street only where there is one."""
    address = {name: facts[name] for name in RESIDENCE if name not in STREET or facts[name]}
    return address if any(value for name, value in address.items() if name != "country") else {}


def _moved(record, given):
    """What is on record with what is given. The file knows no streets: one in another place is not kept."""
    moved = {**record, **given}
    if (record["place"] or record["commune"]) and (moved["commune"], moved["place"]) != (
        record["commune"],
        record["place"],
    ):
        moved |= {name: given.get(name, "") for name in STREET}
    return moved


def _lives_where_she_entered(known):
    return all(known.person[name] == known.facts[name] for name in RESIDENCE)


def _plain(name):
    """A name without letter case and accents."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("ł", "l"))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def _same_names(plan):
    person, given = plan.known.person, plan.parsed.person
    return all(
        not person[name] or _plain(person[name]) == _plain(given.get(name, "")) for name in ("first_name", "last_name")
    )
