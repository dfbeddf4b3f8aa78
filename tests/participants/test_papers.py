"""Texts of papers: what stands in braces, the few signs, the supplied wording of each period, and what is printed of them."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import translation

from accounts.models import AccessLog
from participants import papers
from participants.papers import PLACEHOLDERS, UnknownPlaceholder, check, fill, values_of, values_of_participation
from participants.papers.filling import DOTS
from participants.papers.markup import blocks
from projects.models import Paper, Partner, ProgrammingPeriod, ProjectText

from ..factories import OfficeFactory, ParticipationFactory, PartnerFactory, ProjectFactory, ProjectTextFactory
from ..indicators.paper_text import reader, text_of
from .paper import address

pytestmark = pytest.mark.django_db
TEXT = {"title": "Deklaracja", "body": "Ja, {imię i nazwisko}, przystępuję."}


@pytest.fixture
def boss(client_of, coordinator):
    return client_of(coordinator)


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def person(project):
    PartnerFactory(project=project, role=Partner.Role.LEAD, name="Gmina Sosnowiec")
    return ParticipationFactory(project=project, person__last_name="Łukasik", person__first_name="Żaneta")


def text(response):
    return " ".join(response.content.decode().split()).replace("\xa0", " ")


def words(piece):
    return "".join(run.text for run in piece)


# --- names in braces


def test_a_name_in_braces_becomes_its_value_and_dots_where_there_is_none():
    assert fill("{imię i nazwisko}, PESEL {PESEL}.", {"imię i nazwisko": "Jan Nowak"}) == f"Jan Nowak, PESEL {DOTS}."


@pytest.mark.parametrize("wrong", ["{imie}", "{ PESEL }", "{}", "{PESEL", "PESEL}", "{{PESEL}}", "{pesel}"])
def test_what_nobody_knows_is_named(wrong):
    with pytest.raises(UnknownPlaceholder):
        check(f"Ja, {wrong}, przystępuję.")


def test_a_name_that_slipped_in_stays_to_be_noticed(worker, person):
    ProjectTextFactory(project=person.project, body="Ja, {imie}, {PESEL} { przystępuję.")
    printed = text_of(worker.get(address("document_print", person.project, person.pk, "declaration")).content)
    assert f"Ja, {{imie}}, {person.person.pesel} {{ przystępuję." in printed


def test_a_value_is_text_and_nothing_else():
    sly = {"imię i nazwisko": "{PESEL}\n# Nagłówek\n- punkt <b>", "PESEL": "68021498745"}
    assert fill("{imię i nazwisko}", sly) == "{PESEL}\n# Nagłówek\n- punkt <b>"
    (block,) = blocks("{imię i nazwisko}", sly)
    assert (block.kind, len(block.items)) == ("paragraph", 1)


def test_every_name_of_the_list_has_a_value_or_a_place(person):
    values = values_of_participation(person)
    unknown = {"opiekun", "kontakt", "do wpisania"}  # of letters, and for a hand
    assert set(PLACEHOLDERS) - set(values) == unknown


def test_nobody_in_particular_leaves_places_for_a_person_and_not_for_the_project(project):
    values = values_of(project)
    assert values["projekt"] == "Aktywni razem"
    assert not values.get("imię i nazwisko")
    assert values["Pani/Pan"] == "Pani/Pan"


def test_the_values_need_no_participation(project):
    class Candidate:
        first_name, last_name, sex, pesel, other_identifier = "Anna", "Nowa", "K", "", "ZS 1"
        birth_date, phone, email = date(1990, 2, 3), "600 100 200", ""
        street, house, flat, postcode, place = "Rynek", "1", "", "41-200", "Sosnowiec"

    values = values_of(project, Candidate())
    assert values["imię i nazwisko"] == "Anna Nowa"
    assert (values["PESEL"], values["data urodzenia"]) == ("ZS 1", "03.02.1990")
    assert values["adres"] == "Rynek 1, 41-200 Sosnowiec"
    assert values["zwrot"] == "Szanowna Pani"


def test_the_last_day_for_a_proof_stands_in_a_letter(project):
    gone = ParticipationFactory(project=project, left_on=date(2024, 9, 30), exit_reason="completed")
    assert values_of_participation(gone)["termin"] == "28.10.2024"


# --- signs

SIGNS = [
    ("# Tytuł", [("heading", ["Tytuł"])]),
    ("jeden\ndwa\n\ntrzy", [("paragraph", ["jeden dwa"]), ("paragraph", ["trzy"])]),
    ("1. jeden\n2. dwa\n   dalej", [("numbered", ["jeden", "dwa dalej"])]),
    ("3) trzy", [("numbered", ["trzy"])]),
    ("1. jeden\n\n2. dwa", [("numbered", ["jeden", "dwa"])]),
    ("- jeden\n– dwa", [("bullets", ["jeden", "dwa"])]),
    ("[ ] tak\n[] nie", [("boxes", ["tak", "nie"])]),
    ("___ data ___ podpis", [("signatures", ["data", "podpis"])]),
    ("jeden\n- dwa", [("paragraph", ["jeden"]), ("bullets", ["dwa"])]),
    ("# Tytuł\nzdanie", [("heading", ["Tytuł"]), ("paragraph", ["zdanie"])]),
    ("#bez odstępu", [("paragraph", ["#bez odstępu"])]),
    ("<b>a</b> & *b*", [("paragraph", ["<b>a</b> & *b*"])]),
    ("", []),
]


@pytest.mark.parametrize(("written", "read"), SIGNS)
def test_a_text_is_taken_apart_by_its_signs(written, read):
    assert [(block.kind, [words(item) for item in block.items]) for block in blocks(written, {})] == read


def test_a_list_begins_with_its_own_number():
    assert blocks("4. cztery", {})[0].start == 4


# --- the supplied texts


@pytest.mark.parametrize("period", ProgrammingPeriod)
@pytest.mark.parametrize("paper", Paper)
def test_every_supplied_text_is_right_for_every_period(paper, period):
    project = ProjectFactory(period=period)
    supplied = papers.supplied_text(project, paper)
    check(supplied.title + supplied.body)
    assert len(supplied.body) > 300
    assert len(supplied.title) <= 200
    assert "!" not in supplied.body


@pytest.mark.parametrize(
    ("period", "says", "says_not"),
    [
        (
            ProgrammingPeriod.ESF_2014,
            ["powierzył", "podmiot przetwarzający", "2014–2020"],
            ["Odrębnymi administratorami"],
        ),
        (
            ProgrammingPeriod.ESF_PLUS_2021,
            ["Odrębnymi administratorami", "28 kwietnia 2022"],
            ["podmiot przetwarzający"],
        ),
        (ProgrammingPeriod.NATIONAL, ["Administratorem danych jest {beneficjent}"], ["Unii Europejskiej oraz"]),
    ],
)
def test_the_clause_tells_who_is_responsible_in_each_period(period, says, says_not):
    body = papers.supplied_text(ProjectFactory(period=period), Paper.CLAUSE).body
    assert not [phrase for phrase in says if phrase not in body]
    assert not [phrase for phrase in says_not if phrase in body]


def test_the_consent_to_the_use_of_an_image_is_apart_and_free():
    body = papers.supplied_text(ProjectFactory(), Paper.IMAGE_CONSENT).body
    assert "dobrowolna i oddzielna" in body
    assert "[ ] nie wyrażam zgody" in body


# --- the project's own text


def test_a_project_has_its_own_text_once(project):
    ProjectTextFactory(project=project)
    twin = ProjectText(project=project, paper=Paper.DECLARATION, **TEXT)
    with pytest.raises(Exception, match="Projekt ma już tekst tego dokumentu"):
        twin.validate_constraints()
    with pytest.raises(IntegrityError, match="project_text_once"):
        twin.save()


def test_a_text_is_changed_and_restored(boss, project):
    place = address("document_text", project, "declaration")
    assert boss.get(place).context["form"]["body"].value().startswith("Ja, niżej podpisana")
    boss.post(place, TEXT)
    boss.post(place, TEXT | {"title": "Deklaracja udziału"})
    assert papers.text_of(project, Paper.DECLARATION).title == "Deklaracja udziału"
    assert "własny projektu, zmieniony" in text(boss.get(address("document_texts", project)))
    boss.post(address("document_text_restore", project, "declaration"))
    assert papers.text_of(project, Paper.DECLARATION) == papers.supplied_text(project, Paper.DECLARATION)


def test_an_unknown_name_is_refused_and_named(boss, project):
    response = boss.post(address("document_text", project, "declaration"), TEXT | {"body": "Ja, {imie}."})
    assert "Program nie zna nazwy {imie}." in response.context["form"].errors["body"][0]
    assert "{imie}" in text(response)
    assert not project.texts.exists()


def test_a_preview_shows_the_text_and_saves_nothing(boss, project):
    sent = TEXT | {"body": "Projekt {projekt}. <script>alert(1)</script>", "preview": "1"}
    page = text(boss.post(address("document_text", project, "declaration"), sent))
    assert "Projekt Aktywni razem. &lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert not project.texts.exists()


def test_a_preview_of_a_wrong_text_says_what_is_wrong(boss, project):
    sent = TEXT | {"body": "{nic takiego}", "preview": "1"}
    response = boss.post(address("document_text", project, "declaration"), sent)
    assert response.context["preview"] is None
    assert "body" in response.context["form"].errors


def test_only_who_may_change_the_project_writes_its_texts(worker, project):
    page = worker.get(address("document_texts", project))
    assert address("document_text", project, "declaration") not in page.content.decode()
    assert worker.get(address("document_text", project, "declaration")).status_code == 403


@pytest.mark.parametrize("name", ["document_text", "document_blank"])
@pytest.mark.parametrize("paper", ["magia", "letter2", "DECLARATION"])
def test_a_paper_that_does_not_exist_is_not_found(boss, project, name, paper):
    assert boss.get(address(name, project, paper)).status_code == 404


def test_letters_are_no_papers_to_print_here(boss, project):
    assert boss.get(address("document_blank", project, "letter")).status_code == 404


# --- on paper


def test_a_filled_paper_names_the_person_and_the_opening_is_logged(worker, person, social_worker):
    response = worker.get(address("document_print", person.project, person.pk, "declaration"))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="U{person.pk}-declaration.pdf"'
    assert response["Cache-Control"] == "private, no-store"
    printed = text_of(response.content)
    assert f"Żaneta Łukasik, PESEL {person.person.pesel}" in printed
    assert "Gmina Sosnowiec" in printed
    line = AccessLog.objects.first()
    assert (line.act, line.subject, line.user) == ("export", f"U{person.pk} druk declaration", social_worker)


def test_an_empty_paper_has_places_to_fill_in(worker, person):
    response = worker.get(address("document_blank", person.project, "declaration"))
    printed = text_of(response.content)
    assert "Łukasik" not in printed
    assert "………………" in printed
    assert "Aktywni razem" in printed
    assert not AccessLog.objects.exists()


def test_the_packet_holds_all_that_is_signed_each_on_its_own_page(worker, person):
    response = worker.get(address("document_print", person.project, person.pk, "pakiet"))
    titles = [
        entry.title.replace("\xa0", " ") for entry in reader(response.content).outline if not isinstance(entry, list)
    ]
    assert titles == [
        "Deklaracja uczestnictwa w projekcie",
        "Informacja o przetwarzaniu danych osobowych",
        "Zgoda na wykorzystanie wizerunku",
        "Umowa uczestnictwa w projekcie",
    ]
    assert len(reader(response.content).pages) >= 4


def test_a_paper_is_tagged_titled_and_polish_whatever_the_language_of_the_screen(person):
    with translation.override("en"):
        content = papers.render_paper(person.project, Paper.IMAGE_CONSENT, values_of_participation(person))
    root = reader(content).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "pl"
    assert reader(content).metadata.title == "Zgoda na wykorzystanie wizerunku"
    assert "Unia Europejska" in text_of(content)


def test_the_projects_own_text_is_what_is_printed(worker, person):
    OfficeFactory(project=person.project)
    ProjectTextFactory(
        project=person.project, body="# Sekcja\n\n1. Ja, {imię i nazwisko} <script>\n\n[ ] tak\n\n___ podpis"
    )
    printed = text_of(worker.get(address("document_print", person.project, person.pk, "declaration")).content)
    assert "Ja, Żaneta Łukasik <script>" in printed


def test_an_odd_name_breaks_no_paper(worker, project):
    odd = ParticipationFactory(
        project=project, person__last_name="{PESEL} <b>", person__first_name="# A\n- " + "ż" * 60, person__phone=""
    )
    response = worker.get(address("document_print", project, odd.pk, "pakiet"))
    assert response.status_code == 200
    assert "{PESEL} <b>" in text_of(response.content)
