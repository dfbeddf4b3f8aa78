"""The file that goes back: byte for byte what came where nothing changed, ours where something did."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from activities.models import InstitutionSupport
from bench.smefs import file_of, row
from exchange.exporting import left_out, lines, records
from exchange.layouts import sl2014, words
from exchange.layouts.columns import HEADER, PLACE
from participants.actions import close_participation
from participants.models import Participation
from participants.vocabulary import ExitReason, Situation
from projects.models import ProgrammingPeriod

from ..factories import (
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    InstitutionFactory,
    ParticipationFactory,
    PartnerFactory,
    ProjectFactory,
    TeamMemberFactory,
    UserFactory,
)
from .house import NUMBER, brought, cells, without_pesel


def exported(project, layout=None):
    """The bytes of the file."""
    return "".join(lines(project, layout)).encode()


def table(project, layout=None):
    """Its rows as lists of cells, the heading first."""
    text = exported(project, layout).decode().removeprefix("\ufeff")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


@pytest.mark.django_db
def test_a_file_comes_out_as_it_went_in(smefs):
    rows = [
        *(cells(n) for n in range(30)),
        without_pesel(31),
        cells(32, sex="", age="", country="", participant_kind=""),
    ]
    brought(smefs, *rows)
    assert exported(smefs) == file_of(rows)


@pytest.mark.django_db
def test_a_changed_fact_comes_out_in_our_words_and_the_rest_as_it_came(smefs):
    brought(smefs, cells(0, education="WYŻSZE (ISCED 5-8)", minority="ODMOWA PODANIA DANYCH"))
    participation = smefs.participations.get()
    participation.place, participation.minority = "Będzin", "yes"
    participation.save()
    was, now = cells(0), table(smefs)[1]
    changed = {place for place in range(43) if was[place] != now[place]}
    assert changed == {PLACE["place"], PLACE["minority"], PLACE["education"]}
    assert (now[PLACE["place"]], now[PLACE["minority"]], now[PLACE["education"]]) == (
        "Będzin",
        "Tak",
        "WYŻSZE (ISCED 5-8)",
    )


@pytest.mark.django_db
def test_cells_of_supports_change_together(smefs):
    brought(smefs, cells(0, support_kinds="DORADZTWO/KONSULTACJE"))
    form = FormOfSupportFactory(project=smefs, kind="studies", detail="")
    EnrolmentFactory(
        group=GroupFactory(form_of_support=form), participation=smefs.participations.get(), started_on=date(2024, 3, 3)
    )
    now = table(smefs)[1]
    assert now[PLACE["support_kinds"]] == "doradztwo/konsultacje|studia"
    assert now[PLACE["support_details"]] == "doradztwo zawodowe|"
    assert now[PLACE["support_dates"]] == "2024-02-01|2024-03-03"


@pytest.mark.django_db
def test_what_the_file_leaves_empty_and_we_know_comes_out(smefs):
    brought(smefs, cells(7))
    participation = smefs.participations.get()
    close_participation(
        participation=participation,
        by=UserFactory(),
        left_on=date(2025, 1, 31),
        exit_reason=ExitReason.COMPLETED,
        situations=[Situation.SEEKING, Situation.SOCIAL],
    )
    brought(smefs, cells(7, phone="700000000"))
    now = table(smefs)[1]
    assert now[PLACE["left_on"]] == "2025-01-31"
    assert now[PLACE["by_path"]] == "Tak"
    assert now[PLACE["situations"]] == "osoba poszukująca pracy|sytuacja społeczna uległa poprawie"


@pytest.mark.django_db
def test_people_recorded_here_come_out_in_the_words_of_the_file(smefs, settings):
    settings.SMEFS_REFUSAL = "Odmowa podania danych"
    participation = ParticipationFactory(project=smefs, disability="refused")
    now = table(smefs)[1]
    assert now[: PLACE["age"]] == [
        NUMBER,
        "Obywatelstwo polskie",
        "indywidualny",
        "",
        "Anna",
        participation.person.last_name,
        participation.person.pesel,
        "Nie",
        "",
        "kobieta",
    ]
    assert now[PLACE["education"]] == "ponadgimnazjalne (ISCED 3) lub policealne (ISCED 4)"
    assert now[PLACE["disability"]] == "Odmowa podania danych"


@pytest.mark.django_db
def test_drafts_are_left_out_and_counted_unless_the_authority_knows_them(smefs):
    ParticipationFactory(project=smefs, draft=True)
    brought(smefs, without_pesel(3))
    assert (len(table(smefs)) - 1, left_out(smefs)) == (1, 1)
    assert [cells[PLACE["identifier"]] for _pk, cells in records(smefs)] == ["ZS0000003"]


@pytest.mark.django_db
def test_who_only_takes_files_away_reads_of_nothing_else(smefs, client_of, controller):
    TeamMemberFactory(project=smefs, user=controller, role="controller")
    page = client_of(controller).get(reverse("exchange:home", args=[smefs.slug])).content.decode()
    assert "Wczytaj" not in page
    assert reverse("participants:incomplete", args=[smefs.slug]) in page


def test_the_export_asks_a_few_statements_for_each_chunk(smefs, django_assert_max_num_queries):
    brought(smefs, *(cells(n) for n in range(40)))
    with django_assert_max_num_queries(6):
        assert len(list(lines(smefs))) == 42


@pytest.mark.django_db
def test_sl2014_has_its_columns_in_order_with_people_and_institutions():
    project = ProjectFactory(agreement_number="RPSL.09.01.05-24-0001/20", period=ProgrammingPeriod.ESF_2014)
    PartnerFactory(project=project, name="MOPS Sosnowiec", role="lead")
    school = InstitutionFactory(project=project, name="Szkoła nr 3")
    InstitutionSupport.objects.create(
        institution=school, kind="counselling", detail="career", started_on=date(2024, 3, 1)
    )
    woman = ParticipationFactory(project=project, left=True, situations=["qualification"])
    form = FormOfSupportFactory(project=project, kind="training", detail="")
    for day in (date(2024, 3, 1), date(2024, 4, 1)):
        EnrolmentFactory(group=GroupFactory(form_of_support=form), participation=woman, started_on=day)
    heading, of_school, of_woman = table(project)
    assert heading[:6] == sl2014.PROJECT
    assert heading[6:30] == sl2014.INSTITUTION
    assert len(sl2014.INSTITUTION) == 24
    assert len(heading) == len(of_school) == len(of_woman) == 6 + 24 + 38 + 5
    assert heading[-5:-1] == [
        sl2014.STATUS_QUESTIONS[n] for n in ("minority", "homeless", "disability", "other_disadvantage")
    ]
    assert of_school[1] == "MOPS Sosnowiec"
    told = dict(zip(heading[6:30], of_school[6:30], strict=True))
    assert (told["Nazwa instytucji"], told["Rodzaj przyznanego wsparcia"], told["W tym"]) == (
        "Szkoła nr 3",
        "doradztwo/konsultacje",
        "doradztwo zawodowe",
    )
    assert not any(of_school[30:])
    told = dict(zip(heading[30:], of_woman[30:], strict=True))
    assert told["Sytuacja (1) osoby w momencie zakończenia udziału w projekcie"] == "osoba uzyskała kwalifikacje"
    assert told["Sytuacja (2) osoby w momencie zakończenia udziału w projekcie"] == "nie dotyczy"
    assert told["Rodzaj przyznanego wsparcia"] == "szkolenie/kurs|szkolenie/kurs"
    assert told["Data rozpoczęcia udziału we wsparciu"] == "2024-03-01|2024-04-01"
    assert told["Wykształcenie"] == "ponadgimnazjalne (ISCED 3)"


@pytest.mark.django_db
def test_sl2014_of_an_old_project_has_the_household_columns():
    project = ProjectFactory(starts_on=date(2017, 1, 1), period=ProgrammingPeriod.ESF_2014)
    heading = table(project)[0]
    assert (
        heading.index(sl2014.STATUS_QUESTIONS["jobless_household"])
        == heading.index(sl2014.STATUS_QUESTIONS["homeless"]) + 1
    )
    assert (
        heading.index(sl2014.STATUS_QUESTIONS["disability"]) == heading.index(sl2014.STATUS_QUESTIONS["homeless"]) + 4
    )


# --- any right file

letters = st.text(alphabet="aąbcćdeęłnńoósśuwyzźżAŁŻ -'\";", min_size=1, max_size=12).filter(str.strip)
answers = st.sampled_from(["Tak", "NIE", "nie", "Odmowa podania danych", "odmowa podania informacji"])
yes_no = st.sampled_from(["Tak", "tak", "Nie", "NIE"])
free = st.text(alphabet="abc;\"|ążŁ ='\n,\\{}", max_size=20)


def spelled(dictionary):
    """Official words in some letter case."""
    return st.sampled_from([change(label) for label in dictionary.shown for change in (str, str.upper, str.title)])


changes = st.fixed_dictionaries(
    {
        "first_name": letters,
        "last_name": letters,
        "sex": st.sampled_from(["", "ok"]),
        "age": st.sampled_from(["", "ok"]),
        "education": spelled(words.EDUCATION),
        "citizenship": spelled(words.CITIZENSHIP),
        "county": letters,
        "place": letters,
        "degurba": st.sampled_from(["1", " 2", "DEGURBA 3", "Obszary wiejskie"]),
        "foreign_origin": yes_no,
        "third_country": yes_no,
        "homeless": yes_no,
        "minority": answers,
        "disability": answers,
        "support_range": free.filter(lambda text: not text.strip().startswith("=")),
        "technical_id": free,
        "added_by": free,
        "remarks": free,
    }
)


class AnyFile(TestCase):
    """Whatever right rows come in, the same bytes go out; and the same file again changes nothing."""

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(changes, min_size=1, max_size=4))
    def test_what_comes_in_goes_out(self, told):
        project = ProjectFactory(period=ProgrammingPeriod.ESF_PLUS_2021, agreement_number=NUMBER)
        rows = []
        for number, change in enumerate(told):
            made = row(number, NUMBER)
            for key, value in change.items():
                if value != "ok":
                    made[PLACE[key]] = value
            rows.append(made)
        brought(project, *rows)
        assert exported(project) == file_of(rows)
        before = list(Participation.objects.order_by("pk").values_list("pk", "updated_at"))
        assert brought(project, *rows).unchanged == len(rows)
        assert list(Participation.objects.order_by("pk").values_list("pk", "updated_at")) == before
        assert table(project)[0] == HEADER
