"""Long-term unemployment: the date since which a person has been without work decides, by her age on the day of entry."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from participants.filters import ParticipantFilter
from participants.forms.entry import EntryForm
from participants.long_term import detail_by_date
from participants.vocabulary import LabourDetail, LabourStatus
from projects.models import ProgrammingPeriod

from ..factories import ParticipationFactory, ProjectFactory, UserFactory

LONG, SHORT = LabourDetail.LONG_TERM, LabourDetail.UNEMPLOYED_OTHER
ENTERED = date(2024, 3, 1)

# born, without work since, which "w tym" follows on 1.03.2024
EXAMPLES = [
    (date(1999, 3, 2), date(2023, 9, 1), SHORT),  # 24 years, six months to the day: not longer than six
    (date(1999, 3, 2), date(2023, 8, 31), LONG),  # 24 years, six months and a day
    (date(1999, 3, 1), date(2023, 8, 31), SHORT),  # 25 on this very day: twelve months are asked for
    (date(1999, 3, 1), date(2023, 3, 1), SHORT),  # twelve months to the day
    (date(1999, 3, 1), date(2023, 2, 28), LONG),
    (date(1960, 5, 5), date(2010, 1, 1), LONG),
    (date(2005, 5, 5), date(2024, 3, 1), SHORT),  # since the day of entry
]


def without_work(born, since, **facts):
    return ParticipationFactory(
        smefs=True,
        person__birth_date=born,
        entered_on=ENTERED,
        **{"labour_status": LabourStatus.UNEMPLOYED, "unemployed_since": since, "labour_detail": SHORT} | facts,
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("born", "since", "detail"), EXAMPLES)
def test_the_date_decides_in_the_form_and_in_the_database_alike(born, since, detail):
    assert detail_by_date(LabourStatus.UNEMPLOYED, since, ENTERED, born) == detail
    participation = without_work(born, since)
    participation.refresh_from_db()
    assert participation.is_long_term == (detail == LONG)


@pytest.mark.django_db
@pytest.mark.parametrize(("detail", "is_long_term"), [(LONG, True), (SHORT, False)])
def test_without_a_date_the_answer_decides(detail, is_long_term):
    participation = without_work(date(1990, 1, 1), None, labour_detail=detail)
    participation.refresh_from_db()
    assert participation.is_long_term is is_long_term


@pytest.mark.django_db
def test_a_corrected_birth_date_moves_the_person_over_the_border_of_25_years():
    participation = without_work(date(1999, 3, 2), date(2023, 8, 1), person__without_pesel=True)
    participation.refresh_from_db()
    assert participation.is_long_term
    participation.person.birth_date = date(1999, 3, 1)
    participation.person.save()
    participation.refresh_from_db()
    assert not participation.is_long_term


@pytest.mark.django_db
def test_the_list_narrows_to_those_whom_the_indicator_counts():
    by_date = without_work(date(1990, 1, 1), date(2020, 1, 1), labour_detail=SHORT)
    project = by_date.project
    without_work(date(1990, 1, 1), date(2024, 1, 1), project=project, labour_detail=LONG)
    by_answer = without_work(date(1990, 1, 1), None, project=project, labour_detail=LONG)
    found = ParticipantFilter({"status": "long_term"}).narrow(project.participations.order_by("pk"))
    assert list(found) == [by_date, by_answer]


@given(st.dates(date(1950, 1, 1), date(2008, 1, 1)), st.dates(date(2008, 1, 2), ENTERED))
def test_who_is_long_term_unemployed_from_25_on_is_so_below_25_too(born, since):
    older = detail_by_date(LabourStatus.UNEMPLOYED, since, ENTERED, date(1980, 1, 1))
    younger = detail_by_date(LabourStatus.UNEMPLOYED, since, ENTERED, date(2003, 1, 1))
    assert older != LONG or younger == LONG


@pytest.mark.parametrize("status", [LabourStatus.INACTIVE, LabourStatus.EMPLOYED, ""])
def test_the_date_says_nothing_of_who_is_not_unemployed(status):
    assert detail_by_date(status, date(2020, 1, 1), ENTERED, date(1990, 1, 1)) is None


def typed(**values):
    project = (
        ProjectFactory(period=ProgrammingPeriod.ESF_PLUS_2021) if "project" not in values else values.pop("project")
    )
    data = {"birth_date": "02.03.1999", "no_pesel": "on", "entered_on": "01.03.2024", "labour_status": "unemployed"}
    return EntryForm(data | values, project=project, user=UserFactory())


@pytest.mark.django_db
def test_the_form_fills_in_what_follows_from_the_date():
    form = typed(unemployed_since="31.08.2023", labour_detail="")
    form.is_valid()
    assert form.cleaned_data["labour_detail"] == LONG


@pytest.mark.django_db
def test_the_form_refuses_an_answer_that_the_date_denies():
    form = typed(unemployed_since="01.09.2023", labour_detail="long_term")
    assert "za krótko" in str(form.errors["labour_detail"])


@pytest.mark.django_db
def test_the_form_refuses_a_date_after_the_day_of_entry():
    assert "unemployed_since" in typed(unemployed_since="02.03.2024").errors


@pytest.mark.django_db
def test_the_date_is_kept_for_unemployed_people_only():
    participation = ParticipationFactory.build(labour_status=LabourStatus.INACTIVE, unemployed_since=ENTERED)
    with pytest.raises(ValidationError, match="tylko dla osoby bezrobotnej"):
        participation.validate_constraints()
    form = typed(labour_status="inactive", unemployed_since="01.09.2023", labour_detail="not_in_education")
    form.is_valid()
    assert form.cleaned_data["unemployed_since"] is None
