"""An own indicator put together from words: headings, search, the sentence read back, contradictions, who counts at once."""

from datetime import date
from itertools import combinations

import pytest
from django.urls import reverse

from indicators import wordlist, words
from indicators.contradictions import contradictory
from indicators.definitions import Stage, at
from indicators.words import spell

from ..factories import FormOfSupportFactory, ParticipationFactory, ProjectIndicatorFactory

OWN = {"name": "", "kind": "output", "unit": "osoby", "counts": "people", "preview": "1"}


@pytest.fixture
def client(coordinator, client_of):
    return client_of(coordinator)


def plain(text):
    return str(text).replace("\xa0", " ").replace("&nbsp;", " ")


def preview(client, project, **sent):
    """The page that answers "Pokaż, kogo liczy"."""
    return client.post(reverse("indicators:target_own", args=[project.slug]), OWN | sent)


def reading(page):
    return plain(page.text.split('id="reading"')[1].split("</div>")[0])


# --- the list of words


def test_every_word_that_can_be_combined_stands_under_one_heading():
    shown = [choice.value for heading in wordlist.headings(_nothing()) for choice in heading.choices]
    expected = {word.name for word in words.PLAIN.values() if word.stage in wordlist.FIELD_OF_STAGE} - set(
        wordlist.ALWAYS
    )
    assert len(shown) == len(set(shown))
    assert set(shown) == expected


def test_a_name_is_the_name_of_one_word():
    names = [
        word.name
        for module in (words.way, words.status, words.situation, words.supports, words.proofs)
        for word in words._words(module)
    ]
    assert sorted(names) == sorted(words.PLAIN)


def _nothing():
    return {name: set() for name in wordlist.FIELD_OF_STAGE.values()}


@pytest.mark.parametrize(
    ("word", "heading"),
    [
        ("woman", "Płeć"),
        ("unemployed", "Status na rynku pracy"),
        ("long_term_unemployed", "Status na rynku pracy"),
        ("isced_3_4", "Wykształcenie"),
        ("rural", "Miejsce zamieszkania"),
        ("disability", "Niepełnosprawność"),
        ("at_risk", "Zagrożenie wykluczeniem"),
        ("disadvantaged", "Trudna sytuacja: kilka faktów naraz"),
        ("left", "Zakończenie udziału"),
        ("qualified", "Co osiągnęła po zakończeniu"),
    ],
)
def test_a_word_stands_where_one_looks_for_it(word, heading):
    assert str(wordlist.heading_of(words.PLAIN[word])) == heading


@pytest.mark.parametrize(
    ("searched", "found"),
    [("dlugotrwale bezrobotna", "long_term_unemployed"), ("DEGURBA 3", "rural"), ("kwalifikację", "qualified")],
)
def test_a_search_opens_the_heading_of_what_it_finds_without_accents(searched, found):
    headings = wordlist.headings(_nothing(), searched)
    opened = [choice.value for heading in headings if heading.is_open for choice in heading.choices if choice.is_found]
    assert found in opened
    assert len(opened) < 5


def test_a_search_keeps_what_is_ticked(project, client):
    page = preview(client, project, status=["woman"], find="degurba 3")
    headings = {heading.label: heading for heading in page.context["form"].headings}
    assert headings["Płeć"].ticked == 1
    assert headings["Płeć"].is_open
    assert headings["Miejsce zamieszkania"].is_open
    assert not headings["Wykształcenie"].is_open
    assert 'value="woman" id="id_status_woman" checked' in page.text


# --- the sentence


def test_the_sentence_reads_back_what_was_ticked(project, client):
    support = FormOfSupportFactory(project=project, name="Warsztaty")
    page = preview(
        client,
        project,
        status=["woman", "rural"],
        proof=["qualified"],
        age_from="18",
        age_to="29",
        started=support.key,
    )
    text = " ".join(reading(page).replace("<b>", "").replace("</b>", "").split())
    assert (
        "Liczy się osoba, która: jest kobietą i mieszka na obszarze wiejskim (DEGURBA 3)"
        " i w dniu przystąpienia miała od 18 do 29 lat"
        " i rozpoczęła formę wsparcia „Warsztaty” nie później niż w dniu sprawozdania"
        " i zakończyła udział nie później niż w dniu sprawozdania – także przed czasem"
        " i której kwalifikację potwierdzono najpóźniej 28. dnia po zakończeniu."
    ) in text


def test_without_words_everybody_counts_and_the_page_says_so(project, client):
    page = client.get(reverse("indicators:target_own", args=[project.slug]))
    assert "Liczy się każda osoba z kompletem danych, która rozpoczęła udział." in reading(page)


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ("", "nie liczy się nikt."),
        ("K", "liczy się 1 osoba: 1 kobieta."),
        ("KKKM", "liczą się 4 osoby: 3 kobiety, 1 mężczyzna."),
        ("KKMMM", "liczy się 5 osób: 2 kobiety, 3 mężczyźni."),
        ("M" * 12, "liczy się 12 osób: 12 mężczyzn."),
    ],
)
def test_who_counts_today_is_said_at_once(people, sentence, project, client):
    for sex in people:
        ParticipationFactory(project=project, person__sex=sex, entered_on=date(2024, 2, 5), degurba="3")
    ParticipationFactory(project=project, entered_on=date(2024, 2, 5))
    assert sentence in reading(preview(client, project, status=["rural"]))


def test_a_preview_saves_nothing_and_asks_for_no_name(project, client):
    page = preview(client, project, status=["woman"])
    assert page.status_code == 200
    assert "Nie zapisano" not in page.text
    assert not project.indicators.exists()


def test_a_preview_of_an_existing_indicator_leaves_it_alone(project, client):
    row = ProjectIndicatorFactory(project=project, name="Własny", words=["complete", "entered", "woman"])
    page = client.post(reverse("indicators:target_edit", args=[project.slug, row.pk]), OWN | {"status": ["man"]})
    assert "jest mężczyzną" in reading(page)
    row.refresh_from_db()
    assert row.words == ["complete", "entered", "woman"]


@pytest.mark.parametrize(
    ("counts", "thing", "sentence"),
    [
        ("register", {"register": "community"}, "wpisy do rejestru „środowisko objęte programem aktywności lokalnej”"),
        ("sessions", {"form_of_support": True}, "odbyte zajęcia formy wsparcia „Warsztaty”"),
        ("leaders", {"form_of_support": True}, "różne osoby prowadzące zajęcia formy wsparcia „Warsztaty”"),
        ("events", {"event_kind": "festival"}, "wydarzenia rodzaju „festyn”"),
        ("visitors", {"event_kind": "festival"}, "goście wydarzeń rodzaju „festyn”, bez nazwisk"),
    ],
)
def test_what_is_no_person_is_read_back_too(counts, thing, sentence, project, client):
    support = FormOfSupportFactory(project=project, name="Warsztaty")
    chosen = {name: support.pk if answer is True else answer for name, answer in thing.items()}
    text = reading(preview(client, project, counts=counts, **chosen))
    assert f"Liczą się: {sentence}" in text
    assert "wartość to 0." in text


@pytest.mark.parametrize("sent", [{"counts": "register"}, {"counts": ""}])
def test_an_unfinished_preview_asks_to_finish_it(sent, project, client):
    assert "Popraw błędy w formularzu albo wybierz, co ma być liczone." in reading(preview(client, project, **sent))


# --- contradictions


@pytest.mark.parametrize(
    ("one", "other", "contradicts"),
    [
        ("woman", "man", True),
        ("unemployed", "was_employed", True),
        ("unemployed", "inactive", True),
        ("long_term_unemployed", "inactive", True),
        ("long_term_unemployed", "short_term_unemployed", True),
        ("not_in_education", "unemployed", True),
        ("jobless", "was_employed", True),
        ("isced_1_2", "isced_3_4", True),
        ("rural", "urban", True),
        ("surroundings", "not_surroundings", True),
        ("aged:-17", "aged:18-29", True),
        ("aged:18-29", "aged:29-", False),
        ("unemployed", "long_term_unemployed", False),
        ("jobless", "unemployed", False),
        ("jobless_out_of_education", "inactive", False),
        ("jobless_out_of_education", "was_employed", True),
        ("isced_0_2", "isced_1_2", False),
        ("woman", "unemployed", False),
        ("left", "finished", False),
        ("qualified", "employed", False),
        ("was_not_learning", "was_employed", False),
        ("started:f1", "completed:f2", False),
    ],
)
def test_words_that_cannot_be_true_of_one_person_are_found(one, other, contradicts):
    assert bool(contradictory([spell(one), spell(other)])) == contradicts


@pytest.mark.django_db
def test_what_is_true_of_somebody_contradicts_nothing(project):
    people = [
        ParticipationFactory(project=project),
        ParticipationFactory(project=project, person__sex="M", degurba="3", disability="yes"),
        ParticipationFactory(project=project, left=True, labour_status="inactive", labour_detail="not_in_education"),
    ]
    asked = [word for word in words.PLAIN.values() if word.stage in (Stage.STATUS, Stage.EXIT)]
    for person in people:
        true = [word for word in asked if _is_true(project, word, person)]
        assert len(list(combinations(true, 2))) > 5
        assert contradictory(true) == []


def _is_true(project, word, person):
    return project.participations.filter(at(word.condition, date(2026, 12, 31)), pk=person.pk).exists()


def test_contradictory_words_are_named_in_the_preview_and_refused_when_saved(project, client):
    sentence = "Zdania „jest kobietą” i „jest mężczyzną” wykluczają się: nikt nie może się liczyć."
    assert sentence in reading(preview(client, project, status=["woman", "man"]))
    page = client.post(
        reverse("indicators:target_own", args=[project.slug]),
        {"name": "Nikt", "kind": "output", "unit": "osoby", "counts": "people", "status": ["woman", "man"]},
    )
    assert page.status_code == 200
    assert sentence in plain(page.text)
    assert not project.indicators.exists()
