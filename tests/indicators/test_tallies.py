"""What is counted besides people: traits of a project, institutions by kind, and all of it in one statement."""

from datetime import date

import pytest

from indicators.catalogue import BY_KEY
from indicators.models import Register
from indicators.queries import compute
from indicators.things import things_counted
from participants.institutions import completeness_of, institutions_of

from ..factories import (
    AuthorityValueFactory,
    InstitutionFactory,
    InstitutionSupportFactory,
    ParticipationFactory,
    ProjectFactory,
    RegisterEntryFactory,
)

ON = date(2024, 12, 31)


def counted(project, key, on=ON, since=None):
    return compute([project], [BY_KEY[key]], on, since)[project.pk][key]


def supported(project, kind, started_on=date(2024, 3, 1), **facts):
    institution = InstitutionFactory(project=project, kind=kind, **facts)
    if started_on:
        InstitutionSupportFactory(institution=institution, started_on=started_on)
    return institution


# kind of institution → the indicators that count it
KINDS = [
    ("sme", {"CO23", "EECO19"}),
    ("social_economy", {"CO23", "EECO19", "social_economy_entities"}),
    ("government", {"EECO18"}),
    ("local_government", {"EECO18"}),
    ("large", set()),
    ("school", set()),
    ("other", set()),
]


@pytest.mark.parametrize(("kind", "indicators"), KINDS)
def test_an_institution_counts_by_its_kind(project, kind, indicators):
    supported(project, kind)
    keys = ("CO23", "EECO18", "EECO19", "social_economy_entities")
    assert {key for key in keys if counted(project, key).value.total} == indicators
    assert all(counted(project, key).value.women is None for key in keys)


@pytest.mark.parametrize(
    ("what", "facts", "started_on", "number"),
    [
        ("complete and supported", {}, date(2024, 3, 1), 1),
        ("supported on the day of the report", {}, ON, 1),
        ("supported the day after", {}, date(2025, 1, 1), 0),
        ("without support", {}, None, 0),
        ("without NIP", {"nip": ""}, date(2024, 3, 1), 0),
        ("has no NIP at all", {"nip": "", "has_no_nip": True}, date(2024, 3, 1), 1),
        ("without contact", {"phone": "", "email": ""}, date(2024, 3, 1), 0),
        ("without the day of entry", {"entered_on": None}, date(2024, 3, 1), 0),
        ("without place", {"place": ""}, date(2024, 3, 1), 0),
    ],
)
def test_an_institution_counts_from_its_first_support_once_its_data_are_complete(
    project, what, facts, started_on, number
):
    supported(project, "sme", started_on, **facts)
    found = counted(project, "CO23")
    assert found.value.total == number, what
    shown = things_counted(project, BY_KEY["CO23"], ON)
    assert len(shown["things"]) == number, what


def test_two_supports_are_one_institution_from_the_earlier_day(project):
    institution = supported(project, "sme", date(2024, 6, 1))
    InstitutionSupportFactory(institution=institution, started_on=date(2024, 2, 1), kind="training")
    assert counted(project, "CO23", date(2024, 2, 1)).value.total == 1
    assert counted(project, "CO23").value.total == 1
    assert counted(project, "CO23", ON, date(2024, 5, 1)).period.total == 0


@pytest.mark.parametrize(
    "missing", ["name", "kind", "voivodeship", "postcode", "degurba", "delegates_employees", "nip"]
)
def test_complete_means_the_same_to_the_page_and_to_the_number(project, missing):
    """A name cannot be empty on the page; the database counts by the same list."""
    institution = supported(project, **({"kind": "sme"} | {missing: None if missing == "degurba" else ""}))
    is_complete = completeness_of(institutions_of(project).get(pk=institution.pk)).is_complete
    assert not is_complete
    assert counted(project, "CO23").value.total == 0


@pytest.mark.parametrize("key", ["CO20", "CO21", "CO22", "PL0CO01", "accommodation"])
def test_a_trait_counts_once_a_project_however_many_entries_prove_it(project, key):
    register = BY_KEY[key].register
    assert counted(project, key).value.total == 0
    RegisterEntryFactory(project=project, register=register, evidence="", happened_on=date(2024, 2, 1))
    assert (counted(project, key).value.total, counted(project, key).waiting) == (0, 1)
    for month in (3, 4):
        RegisterEntryFactory(project=project, register=register, happened_on=date(2024, month, 1))
    assert counted(project, key).value.total == 1
    assert counted(project, key, date(2024, 3, 31), date(2024, 3, 1)).period.total == 1
    assert counted(project, key, date(2024, 4, 30), date(2024, 4, 1)).period.total == 0


def test_projects_with_a_trait_are_counted_over_many_projects(project):
    other = ProjectFactory()
    for one in (project, other):
        RegisterEntryFactory.create_batch(2, project=one, register=Register.FOR_WOMEN, happened_on=date(2024, 3, 1))
    found = compute([project, other, ProjectFactory()], [BY_KEY["CO21"]], ON)
    assert sum(figures["CO21"].value.total for figures in found.values()) == 2


def test_things_institutions_and_the_authority_are_one_statement(project, django_assert_num_queries):
    supported(project, "sme")
    RegisterEntryFactory(project=project, register=Register.BY_SOCIAL_PARTNERS, happened_on=date(2024, 3, 1))
    RegisterEntryFactory(project=project, register=Register.LASTING_JOB, happened_on=date(2024, 3, 1))
    AuthorityValueFactory(project=project)
    ParticipationFactory(project=project, entered_on=date(2024, 2, 5))
    keys = ("CO20", "CO23", "CR06", "social_jobs_lasting", "communities")
    with django_assert_num_queries(1):
        found = compute([project], [BY_KEY[key] for key in keys], ON)[project.pk]
    assert [found[key].value.total for key in keys] == [1, 1, 3, 1, 0]
    with django_assert_num_queries(2):
        compute([project], [BY_KEY[key] for key in ("people", *keys)], ON, date(2024, 10, 1))
