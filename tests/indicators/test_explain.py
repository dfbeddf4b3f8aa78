"""``manage.py explain``: why a person counts or not, word for word, never by name; one sentence when it cannot be said."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ..factories import (
    EffectivenessThresholdFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
    ProgrammeFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
)

pytestmark = pytest.mark.django_db
IN, LEFT = {"entered_on": date(2024, 2, 5)}, {"left_on": date(2024, 6, 28), "exit_reason": "completed"}


@pytest.fixture
def late(project):
    """She left in June and brought her proof in August."""
    participation = ParticipationFactory(project=project, person__last_name="Łukasik", **IN, **LEFT)
    PremiseFactory(participation=participation)
    OutcomeFactory(participation=participation, obtained_on=date(2024, 8, 1))
    return participation


def said(*arguments):
    out = StringIO()
    call_command("explain", *arguments, stdout=out)
    return out.getvalue()


def explained(participation, code, *more):
    arguments = [participation.project.slug, code, "--person", participation.reference, "--format", "json", *more]
    return json.loads(said(*arguments))


def test_every_word_is_told_with_its_fact_and_what_to_do(late):
    data = explained(late, "qualified_or_competent", "--on", "2024-12-31")
    assert {
        key: data[key] for key in ("project", "on", "since", "person", "counted", "in_period", "group", "failing")
    } == {
        "project": late.project.slug,
        "on": "2024-12-31",
        "since": None,
        "person": late.reference,
        "counted": False,
        "in_period": None,
        "group": "insufficient",
        "failing": 1,
    }
    *holding, proof = data["words"]
    assert [word["holds"] for word in holding] == [True] * 4
    assert holding[1] == {
        "name": "entered",
        "sentence": "rozpoczęła udział nie później niż 31.12.2024",
        "holds": True,
        "fact": "05.02.2024",
        "to_do": None,
        "url": None,
    }
    assert proof["fact"] == "Po terminie: dowód z 01.08.2024, termin minął 26.07.2024."
    assert (proof["holds"], proof["to_do"]) == (False, "Sprawdź datę")
    assert proof["url"].endswith(f"/{late.pk}/rezultaty/{late.outcomes.get().pk}/")


def test_the_text_says_the_same_and_no_name(late):
    text = said(late.project.slug, "qualified_or_competent", "--person", str(late.pk), "--on", "2024-12-31")
    assert "Nie liczy się (dowód nie wystarcza). Niespełnione zdania: 1." in text
    assert "Po terminie: dowód z 01.08.2024, termin minął 26.07.2024." in text
    assert "→ Sprawdź datę: /" in text
    assert "Łukasik" not in text


@pytest.mark.parametrize("code", ["CO01", "co01", "people"])
def test_an_official_code_or_a_key_names_the_figure(late, code):
    data = explained(late, code, "--on", "2024-12-31")
    assert data["counted"]
    assert data["indicator"]["key"].lower() == code.lower()


def test_own_indicators_and_measures_are_named_by_their_keys(late):
    own = ProjectIndicatorFactory(project=late.project, words=["complete", "woman"])
    EffectivenessThresholdFactory(project=late.project, measure="employment", group="all")
    assert explained(late, f"own-{own.pk}")["counted"]
    measure = explained(late, "efektywnosc-employment-all", "--on", "2024-12-31")
    assert not measure["counted"]


def test_a_period_tells_whether_she_came_in_it_and_on_which_day(project):
    came = ParticipationFactory(project=project, **IN)
    data = explained(came, "people", "--since", "2024-01-01", "--on", "2024-03-31")
    assert (data["in_period"], data["measured_on"]) == (True, "2024-02-05")
    later = explained(came, "people", "--since", "2024-03-01", "--on", "2024-03-31")
    assert (later["counted"], later["in_period"], later["measured_on"]) == (True, False, None)
    text = said(project.slug, "people", "--person", came.reference, "--since", "2024-01-01", "--on", "2024-03-31")
    assert "Liczy się w okresie. Dzień pomiaru: 05.02.2024." in text


REFUSED = [
    # slug, code, person, more | the sentence
    ("nieznany", "CO01", "U1", [], "Nie ma projektu o adresie „nieznany”."),
    ("caly-program", "CO01", "U1", [], "„caly-program” to program; osoby są w projektach. Podaj adres projektu."),
    (None, "CO99", "U1", [], "W projekcie „{slug}” nie ma wskaźnika „CO99”."),
    (None, "own-999999", "U1", [], "W projekcie „{slug}” nie ma wskaźnika „own-999999”."),
    (None, "communities", "U1", [], "Wskaźnik „communities” nie liczy osób, więc nie ma kogo wyjaśniać."),
    (None, "CO01", "U999999999", [], "W projekcie „{slug}” nie ma uczestnictwa U999999999."),
    (None, "CO01", "Łukasik", [], "Osobę podaje się numerem uczestnictwa, na przykład --person U123."),
    (None, "CO01", "U1", ["--on", "31.12.2024"], "--on: „31.12.2024” to nie jest data w postaci RRRR-MM-DD."),
    (None, "CO01", "U1", ["--on", "2024-01-01", "--since", "2024-02-01"],
     "Okres zaczyna się 2024-02-01, czyli po dniu 2024-01-01."),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "code", "person", "more", "sentence"), REFUSED)
def test_what_cannot_be_said_is_one_sentence_and_status_2(late, slug, code, person, more, sentence):
    ProgrammeFactory(slug="caly-program")
    with pytest.raises(CommandError) as refused:
        said(slug or late.project.slug, code, "--person", person, *more)
    assert str(refused.value) == sentence.format(slug=late.project.slug)
    assert refused.value.returncode == 2


def test_a_person_of_another_project_is_not_told_of(late):
    elsewhere = ProjectFactory()
    with pytest.raises(CommandError, match="nie ma uczestnictwa"):
        said(elsewhere.slug, "people", "--person", late.reference)


def test_without_a_person_the_command_says_how_it_is_called(late):
    with pytest.raises(CommandError) as refused:
        said(late.project.slug, "people")
    assert refused.value.returncode == 2
    assert "Nie rozumiem polecenia" in str(refused.value)
