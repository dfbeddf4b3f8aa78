"""Worked examples as rows of the real database, so that triggers, generated columns and the engine decide and nobody else.

Every row has a negative number, so that a transaction that is rolled back uses up no number that people would see, and no real
row can be met.
"""

from collections import defaultdict
from datetime import date, timedelta
from itertools import count

from activities.models import Enrolment, FormOfSupport, Group, HeadcountEvent, InstitutionSupport, Session
from activities.vocabulary import ServiceCharacter, SupportKind
from participants.models import Institution, Outcome, Participation, Person, Premise
from participants.vocabulary import (
    Answer,
    Degurba,
    Education,
    Identifier,
    LabourDetail,
    LabourStatus,
    OutcomeKind,
    PremiseKind,
    Scope,
    Sex,
)
from projects.models import IndicatorList, Programme, ProgrammingPeriod, Project

from ..models import AuthorityValue, RegisterEntry

ENTERED = date(2024, 2, 5)
PROJECT = {"starts_on": date(2024, 1, 1), "ends_on": date(2026, 12, 31)}
PERIODS = {
    Scope.SL2014: ProgrammingPeriod.ESF_2014,
    Scope.SMEFS: ProgrammingPeriod.ESF_PLUS_2021,
    Scope.BASIC: ProgrammingPeriod.NATIONAL,
}
ADDRESS = {
    "voivodeship": "śląskie",
    "county": "Sosnowiec",
    "commune": "Sosnowiec",
    "place": "Sosnowiec",
    "postcode": "41-200",
    "street": "Modrzejowska",
    "house": "12",
    "degurba": Degurba.URBAN,
}
PERSON = ADDRESS | {
    "last_name": "Przykładowa",
    "first_name": "Anna",
    "sex": Sex.FEMALE,
    "birth_date": date(1989, 5, 5),
    "identifier_kind": Identifier.OTHER,
    "phone": "600 100 200",
    "email": "przyklad@example.org",
}
STATUS = {
    Scope.SMEFS: {"education": Education.ISCED_3_4, "labour_status": LabourStatus.UNEMPLOYED},
    Scope.SL2014: {"education": Education.ISCED_3, "labour_status": LabourStatus.UNEMPLOYED_REGISTERED},
}
ANSWERS = {
    Scope.SMEFS: ("minority", "foreign_origin", "third_country", "homeless", "disability"),
    Scope.SL2014: ("minority", "homeless", "disability", "other_disadvantage"),
}
DETAILS = {LabourStatus.INACTIVE: LabourDetail.INACTIVE_OTHER, LabourStatus.EMPLOYED: LabourDetail.NGO}
PROOF = {"title": "przykład", "evidence": "dokument nr 1"}
SIGNS = {OutcomeKind.SOCIAL_PROGRESS: {"progress_sign": "motivation"}}
FORM = {"name": "Przykład", "kind": SupportKind.TRAINING, "character": ServiceCharacter.SOCIAL, "hours_planned": 40}
SUPPORT_DAYS = 30
PARENTS_FIRST = (
    *(Programme, Project, Person, Participation, Premise, Outcome, FormOfSupport, Group, Enrolment, Session),
    *(HeadcountEvent, RegisterEntry, Institution, InstitutionSupport, AuthorityValue),
)


def person_of(example):
    """The fields of the person in an example."""
    said = {name.removeprefix("person__"): value for name, value in example.facts.items() if _is_of_person(name)}
    return PERSON | said


def participation_of(example):
    """The fields of the participation in an example: what it says, the rest as the head of the tables promises."""
    scope = Scope.SL2014 if example.scope == Scope.BASIC else example.scope
    said = {name: value for name, value in example.facts.items() if not _is_of_person(name)}
    facts = ADDRESS | STATUS[scope] | dict.fromkeys(ANSWERS[scope], Answer.NO) | {"entered_on": ENTERED}
    facts |= said
    if "labour_detail" not in said:
        facts["labour_detail"] = DETAILS.get(
            facts["labour_status"], LabourDetail.LONG_TERM if facts["labour_status"] else ""
        )
    if facts["labour_status"] == LabourStatus.EMPLOYED:
        facts = {"occupation": "other", "employer": "Spółdzielnia Razem"} | facts
    return facts | {"scope": example.scope}


def outcomes_of(example):
    """The fields of each outcome in an example: proved, and obtained on the day of leaving unless it says otherwise."""
    facts = participation_of(example)
    day = facts.get("left_on") or facts["entered_on"]
    return [PROOF | {"obtained_on": day} | SIGNS.get(outcome["kind"], {}) | outcome for outcome in example.outcomes]


def premises_of(example):
    """The kinds of the documented premises in an example; poverty where it only says that there is one."""
    said = example.premise
    if isinstance(said, str):
        return [said]
    return [PremiseKind.POVERTY] if said is True else list(said or ())


def _is_of_person(name):
    return name.startswith("person__")


class Builder:
    """Collects the rows of many examples and writes each kind at once, parents first."""

    def __init__(self):
        self.rows = defaultdict(list)
        self.numbers = defaultdict(lambda: count(-1, -1))
        self.programmes = {}

    def add(self, model, **fields):
        """One more row of a model, with a number of its own."""
        row = model(pk=next(self.numbers[model]), **fields)
        self.rows[model].append(row)
        return row

    def project(self, scope=Scope.SL2014, **facts):
        """A new project of 2024–2026 whose people fill in the form of this scope."""
        programme = self.programmes.get(scope) or self._programme(scope)
        number = len(self.rows[Project]) + 1
        fields = PROJECT | {"slug": f"przyklad-{number}-", "title": f"Przykład {number}", "programme": programme}
        return self.add(Project, **(fields | facts))

    def _programme(self, scope):
        period = PERIODS[scope]
        lists = {Scope.SL2014: IndicatorList.ESF_2014, Scope.SMEFS: IndicatorList.ESF_PLUS_2021}
        self.programmes[scope] = self.add(
            Programme,
            slug=f"przyklad-{scope}-",
            name="Przykład",
            fund="EFS",
            period=period,
            indicator_list=lists.get(scope, IndicatorList.OWN),
        )
        return self.programmes[scope]

    def participation(self, project, example):
        """The person of the example in the project, with her outcomes, premise and supports."""
        number = len(self.rows[Person]) + 1
        person = self.add(Person, **({"other_identifier": f"przykład {number}"} | person_of(example)))
        row = self.add(Participation, project=project, person=person, **participation_of(example))
        for outcome in outcomes_of(example):
            self.add(Outcome, participation=row, **outcome)
        for kind in premises_of(example):
            self.add(Premise, participation=row, kind=kind, document="zaświadczenie OPS")
        for key, is_finished in example.supports.items():
            self.enrol(row, key, is_finished)
        return row

    def enrol(self, participation, key, is_finished=False):
        """The participation in a group of its own of the form of support with this key."""
        group = self.add(
            Group, form_of_support_id=self.form(participation.project, key), name=f"przykład {len(self.rows[Group])}"
        )
        days = {"started_on": participation.entered_on}
        if is_finished:
            days["ended_on"] = participation.entered_on + timedelta(days=SUPPORT_DAYS)
        return self.add(Enrolment, group=group, participation=participation, is_finished=is_finished, **days)

    def form(self, project, key):
        """The number of a form of support: ``f12`` is a real one, ``k_…`` and ``t_…`` are new ones of that kind or theme."""
        what, said = key[0], key[2:]
        if what == "f":
            return int(key[1:])
        facts = FORM | {{"k": "kind", "t": "theme"}[what]: said}
        return self.add(FormOfSupport, project=project, **facts).pk

    def write(self):
        """Writes all rows, parents first; the database completes them."""
        for model in PARENTS_FIRST:
            model.objects.bulk_create(self.rows[model])
