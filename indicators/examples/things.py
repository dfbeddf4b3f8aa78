"""Worked examples of what is no person: entries of a register, sessions, leaders, events and their visitors.

Each rule counts alike in every indicator, so the examples are made for the indicator and not written by hand.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from activities.models import Group, HeadcountEvent, InstitutionSupport, Session
from activities.vocabulary import SessionStatus, SupportKind
from participants.models import Institution
from participants.vocabulary import Answer, InstitutionKind, Scope

from ..models import AuthorityValue, Counts, RegisterEntry
from .building import ADDRESS, ENTERED
from .rows import Example

BEFORE, AFTER = date(2024, 6, 28), date(2025, 1, 2)
VISITORS, MEASURED = 25, 7
INSTITUTION = ADDRESS | {
    "name": "Przykład",
    "has_no_nip": True,
    "phone": "32 000 00 00",
    "entered_on": ENTERED,
    "delegates_employees": Answer.YES,
}


@dataclass(frozen=True)
class Thing:
    """Things in words and as rows, and how many of them the indicator of this key counts on ``rows.ON`` in their project.

    ``add`` writes the rows (builder, project, definition); ``value`` is what the indicator must then be.
    """

    key: str
    who: str
    add: Callable
    value: int | None = 1
    scope: str = Scope.SL2014

    @property
    def counted(self):
        return bool(self.value)

    def put(self, builder, project, definition):
        """Adds the things to the rows that a builder is going to write; answers with the definition bound to them."""
        return self.add(builder, project, definition) or definition


def entry(**fields):
    def add(builder, project, definition):
        facts = {"name": "Przykład", "happened_on": BEFORE, "evidence": "dokument nr 1"} | fields
        builder.add(RegisterEntry, project=project, register=definition.register, **facts)

    return add


def event(**fields):
    def add(builder, project, definition):
        facts = {"name": "Przykład", "held_on": BEFORE, "visitors": VISITORS} | fields
        builder.add(HeadcountEvent, project=project, kind=definition.event_kind, **facts)

    return add


def session(**fields):
    def add(builder, project, definition):
        group = builder.add(Group, form_of_support_id=builder.form(project, "k_training"), name="przykład")
        builder.add(Session, group=group, **({"held_on": BEFORE, "hours": Decimal(2)} | fields))
        return replace(definition, form_of_support=group.form_of_support_id)

    return add


def entries(number):
    """So many entries of one register, all proved."""

    def add(builder, project, definition):
        for which in range(number):
            entry(name=f"Przykład {which}")(builder, project, definition)

    return add


def institution(started_on=BEFORE, supports=(SupportKind.TRAINING,), **fields):
    """An institution of a kind that is counted, unless it says otherwise, with supports of these kinds from one day."""

    def add(builder, project, definition):
        kinds = definition.institution_kinds or (InstitutionKind.OTHER,)
        row = builder.add(Institution, project=project, **(INSTITUTION | {"kind": kinds[0]} | fields))
        for kind in supports:
            builder.add(InstitutionSupport, institution=row, kind=kind, started_on=started_on)

    return add


def measured(**fields):
    def add(builder, project, definition):
        facts = {"measured_on": BEFORE, "total": MEASURED, "source": "pismo nr 1"} | fields
        builder.add(AuthorityValue, project=project, key=definition.key, **facts)

    return add


def groups(number, somebody_began):
    """So many groups of one form of support, all led by the same person."""

    def add(builder, project, definition):
        form = builder.form(project, "k_training")
        person = builder.participation(project, Example("", "", {}))
        for _number in range(number):
            enrolment = builder.enrol(person, f"f{form}")
            enrolment.group.leader = "Prowadząca"
            if not somebody_began:
                enrolment.started_on = None
        return replace(definition, form_of_support=form)

    return add


def measured_twice(builder, project, definition):
    """An older measurement and the one that stands."""
    measured(measured_on=ENTERED, total=MEASURED + 1)(builder, project, definition)
    measured()(builder, project, definition)


def nothing(builder, project, definition):
    """No row at all."""


TWICE = (SupportKind.TRAINING, SupportKind.OTHER)
OTHER_KIND = (_("instytucja innego rodzaju"), institution(kind=InstitutionKind.SCHOOL), 0)
TRAIT = (_("dwa wpisy z dowodem: projekt liczy się raz"), entries(2), 1)
RULES = {
    Counts.REGISTER: (
        (_("wpis z dowodem"), entry(), 1),
        (_("wpis bez dowodu czeka i się nie liczy"), entry(evidence=""), 0),
        (_("wpis z dnia po dniu pomiaru"), entry(happened_on=AFTER), 0),
    ),
    Counts.INSTITUTIONS: (
        (_("instytucja z kompletem danych i ze wsparciem"), institution(), 1),
        (_("instytucja z dwoma wsparciami: liczona raz"), institution(supports=TWICE), 1),
        (_("instytucja, której wsparcie zaczyna się po dniu pomiaru"), institution(started_on=AFTER), 0),
        (_("instytucja jeszcze bez wsparcia"), institution(supports=()), 0),
        (_("instytucja bez wszystkich danych"), institution(place=""), 0),
    ),
    Counts.AUTHORITY: (
        (_("instytucja zmierzyła 7"), measured(), MEASURED),
        (_("nowszy pomiar zastępuje starszy"), measured_twice, MEASURED),
        (_("nikt jeszcze nie mierzył: wartość nie jest znana, a nie zerowa"), nothing, None),
        (_("pomiar po dniu sprawozdania"), measured(measured_on=AFTER), None),
    ),
    Counts.SESSIONS: (
        (_("zajęcia, które się odbyły"), session(), 1),
        (_("zajęcia odwołane"), session(status=SessionStatus.CANCELLED, cancel_reason="choroba"), 0),
        (_("zajęcia po dniu pomiaru"), session(held_on=AFTER), 0),
    ),
    Counts.LEADERS: (
        (_("grupa, w której ktoś już zaczął"), groups(1, True), 1),
        (_("ta sama osoba prowadzi dwie grupy: liczona raz"), groups(2, True), 1),
        (_("grupa, w której nikt jeszcze nie zaczął"), groups(1, False), 0),
    ),
    Counts.EVENTS: (
        (_("wydarzenie, które się odbyło"), event(), 1),
        (_("wydarzenie po dniu pomiaru"), event(held_on=AFTER), 0),
    ),
    Counts.VISITORS: (
        (_("wydarzenie z liczbą gości: liczą się goście"), event(), VISITORS),
        (_("wydarzenie, którego gości nie policzono"), event(visitors=None), 0),
        (_("wydarzenie po dniu pomiaru"), event(held_on=AFTER), 0),
    ),
}


def examples_of(definition):
    """The examples of a definition that counts no people."""
    rules = [*RULES.get(definition.counts, ())]
    if definition.trait:
        rules.append(TRAIT)
    if definition.institution_kinds and InstitutionKind.SCHOOL not in definition.institution_kinds:
        rules.append(OTHER_KIND)
    return [Thing(definition.key, str(who), add, value) for who, add, value in rules]
