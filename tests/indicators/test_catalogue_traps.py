"""The traps of the rules that one row of a table cannot show: whole groups, leap years, who is listed and counted nowhere."""

from datetime import date

import pytest

from indicators import catalogue, reasons
from indicators.catalogue import BY_KEY
from indicators.queries import compute
from indicators.reports import ProgressReport
from projects.models import IndicatorList

from ..factories import OutcomeFactory, ParticipationFactory, PremiseFactory

pytestmark = pytest.mark.django_db
ON = date(2025, 12, 31)
AGES = {"EECO06", "EECO07", "EECO08"}


def groups(participation, keys):
    """The keys of the indicators that count the person."""
    counted = compute([participation.project], [BY_KEY[key] for key in sorted(keys)], ON)[participation.project_id]
    return {key for key in keys if counted[key].value.total}


@pytest.mark.parametrize(
    ("age", "group"),
    [
        (17, {"EECO06"}),
        (18, {"EECO07"}),
        (29, {"EECO07"}),
        (30, set()),
        (54, set()),
        (55, {"EECO08"}),
    ],
)
def test_every_age_is_in_its_group_of_2021_or_in_none(age, group):
    """On the birthday and on the eve of the next one: 30 to 54 are in no group."""
    for born in (date(2024 - age, 2, 5), date(2023 - age, 2, 6)):
        person = ParticipationFactory(smefs=True, person__birth_date=born, entered_on=date(2024, 2, 5))
        assert person.age_at_entry == age
        assert groups(person, AGES) == group


@pytest.mark.parametrize(
    ("entered", "counted"),
    [(date(2025, 2, 28), True), (date(2025, 3, 1), False)],
)
def test_who_was_born_on_29_february_is_25_on_1_march_of_a_common_year(entered, counted):
    person = ParticipationFactory(person__birth_date=date(2000, 2, 29), entered_on=entered)
    assert groups(person, {"CO06"}) == ({"CO06"} if counted else set())


@pytest.mark.parametrize(
    ("education", "in_2014", "in_2021"),
    [
        ("isced_0", set(), {"EECO09"}),
        ("isced_1", {"CO09"}, {"EECO09"}),
        ("isced_2", {"CO09"}, {"EECO09"}),
        ("isced_3", {"CO10"}, {"EECO10"}),
        ("isced_4", {"CO10"}, {"EECO10"}),
        ("isced_5_8", {"CO11"}, {"EECO11"}),
    ],
)
def test_isced_0_is_outside_co09_and_inside_eeco09(education, in_2014, in_2021):
    person = ParticipationFactory(education=education, entered_on=date(2024, 2, 5))
    assert groups(person, {"CO09", "CO10", "CO11"}) == in_2014
    assert groups(person, {"EECO09", "EECO10", "EECO11"}) == in_2021


def test_an_incomplete_person_counts_nowhere_and_is_listed():
    draft = ParticipationFactory(education="", entered_on=date(2024, 2, 5), disability="yes")
    PremiseFactory(participation=draft)
    people = {key for key, line in BY_KEY.items() if line.counts_people}
    assert groups(draft, people) == set()
    for key in ("people", "CO16", "at_risk"):
        assert reasons.sizes(draft.project.participations.all(), BY_KEY[key], ON) == {reasons.DRAFT: {"K": 1}}


def test_a_premise_without_its_document_makes_nobody_a_person_at_risk():
    person = ParticipationFactory(entered_on=date(2024, 2, 5))
    premise = PremiseFactory(participation=person, document="")
    assert groups(person, {"at_risk"}) == set()
    premise.document = "zaświadczenie OPS z 05.02.2024"
    premise.save()
    assert groups(person, {"at_risk"}) == {"at_risk"}


def test_every_way_of_leaving_counts_for_results():
    for reason in ("completed", "took_job", "dropped_out", "removed", "health", "moved", "other"):
        person = ParticipationFactory(entered_on=date(2024, 2, 5), left_on=date(2024, 6, 28), exit_reason=reason)
        OutcomeFactory(participation=person, kind="qualification", is_validated=True, obtained_on=date(2024, 7, 1))
        assert groups(person, {"CR03"}) == {"CR03"}, reason


@pytest.mark.parametrize(
    ("status", "detail", "results"),
    [
        ("inactive", "not_in_education", {"CR01", "CR02", "CR03", "CR04"}),
        ("inactive", "in_education", {"CR01", "CR03", "CR04"}),
        ("unemployed_registered", "long_term", {"CR02", "CR03", "CR04"}),
        ("unemployed_unregistered", "unemployed_other", {"CR02", "CR03", "CR04"}),
        ("employed", "ngo", {"CR02", "CR03"}),
    ],
)
def test_the_status_at_entry_decides_which_results_can_count(status, detail, results):
    """She did all four; whether each counts depends on what she was."""
    person = ParticipationFactory(
        labour_status=status,
        labour_detail=detail,
        entered_on=date(2024, 2, 5),
        left_on=date(2024, 6, 28),
        exit_reason="completed",
    )
    for kind in ("job_search", "education", "qualification", "employment"):
        OutcomeFactory(
            participation=person, kind=kind, is_validated=kind == "qualification", obtained_on=date(2024, 7, 1)
        )
    assert groups(person, {"CR01", "CR02", "CR03", "CR04"}) == results


def test_all_participants_of_2014_are_the_unemployed_the_inactive_and_the_employed():
    project = ParticipationFactory(entered_on=date(2024, 2, 5)).project
    for status, detail in (("inactive", "inactive_other"), ("employed", "self_employed"), ("inactive", "in_education")):
        ParticipationFactory(project=project, labour_status=status, labour_detail=detail, entered_on=date(2024, 2, 5))
    definitions = [catalogue.PEOPLE, *catalogue.common(IndicatorList.ESF_2014)]
    counted = compute([project], definitions, ON)[project.pk]
    parts = [counted[code].value.total for code in ("CO01", "CO03", "CO05")]
    assert counted["people"].value.total == sum(parts) == 4


def test_a_programme_of_the_earlier_wording_reports_households_and_counts_them_in_cr05():
    person = ParticipationFactory(
        jobless_household="yes", entered_on=date(2024, 2, 5), left_on=date(2024, 6, 28), exit_reason="completed"
    )
    OutcomeFactory(participation=person, kind="qualification", is_validated=True, obtained_on=date(2024, 7, 1))

    def counted_codes():
        return {row.definition.code for row in ProgressReport.build(person.project, ON).common if row.value.total}

    assert counted_codes() & {"CO12", "CO13", "CO14", "CR05"} == set()
    person.project.programme.indicator_list = IndicatorList.ESF_2014_BEFORE_2018
    assert counted_codes() & {"CO12", "CO13", "CO14", "CR05"} == {"CO12", "CR05"}
