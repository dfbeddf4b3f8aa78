"""One person's whole way, by the people who walk it with her: from an open round to a closed follow-up and the figure that counts her."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image
from playwright.sync_api import expect

from activities.models import Certificate
from participants.models import Call, Participation
from recruitment.models import Round
from recruitment.vocabulary import Decision

from ..factories import (
    CandidateFactory,
    ChecklistItemFactory,
    FormOfSupportFactory,
    GroupFactory,
    PlannedSupportFactory,
    ProjectIndicatorFactory,
    RoundFactory,
    SessionFactory,
)
from ..indicators.paper_text import text_of
from ..participants.paper import PESEL, SL2014
from .test_pages import sticking_out, violations
from .visits import NARROW

NAME = f"{SL2014['last_name']} {SL2014['first_name']}"
# What the entry form asks and the application left open, and what only the first support can say.
LEFT_OPEN = {"education": "isced_3", "homeless": "no"}
NOT_ASKED = ("no_pesel", "country", "participant_kind", "entered_on")
APPLICATION = {name: value for name, value in SL2014.items() if name not in (*LEFT_OPEN, *NOT_ASKED)}
CLASSES = (date(2024, 2, 14), date(2024, 2, 21))


@pytest.fixture
def course(project):
    """A course of two classes in the first project year, with a group in which nobody is yet."""
    form = FormOfSupportFactory(project=project, name="kurs komputerowy", hours_planned=8)
    group = GroupFactory(form_of_support=form, name="grupa A")
    for day in CLASSES:
        SessionFactory(group=group, held_on=day)
    return group


@pytest.fixture
def counselling(project):
    """Counselling one to one, three hours each."""
    return FormOfSupportFactory(
        project=project, name="doradztwo zawodowe", kind="counselling", mode="individual", hours_planned=3
    )


@pytest.fixture
def promised(project):
    """What the agreement promises: people with a job after leaving."""
    return ProjectIndicatorFactory(project=project, definition="CR04", name="", total=10)


def scan(shade):
    """A scan of its own content: two of the same shade would be one document."""
    picture = BytesIO()
    Image.new("RGB", (60, 40), shade).save(picture, "PNG")
    return {"name": f"skan-{shade}.png", "mimeType": "image/png", "buffer": picture.getvalue()}


def follow(page, name, **kwargs):
    page.get_by_role("link", name=name, **kwargs).first.click()


def press(page, name, **kwargs):
    page.get_by_role("button", name=name, **kwargs).first.click()


def tab(page, name):
    """Opens a room of the project from the tabs on top."""
    page.get_by_role("navigation", name="Projekt").get_by_role("link", name=name).click()


def fill_in(page, answers):
    """Answers the questions of the form ``f`` by the names of its fields."""
    for name, value in answers.items():
        field = page.locator(f"#f [name={name}]")
        kind = field.first.get_attribute("type") or field.first.evaluate("field => field.tagName")
        if kind == "SELECT":
            field.select_option(value)
        elif kind == "radio":
            page.locator(f"#f [name={name}][value={value}]").check()
        elif kind == "checkbox":
            field.check()
        else:
            field.fill(value)


def sheet(page, link):
    """The words of the PDF behind a link, fetched as the browser would."""
    response = page.request.get(page.get_by_role("link", name=link).first.get_attribute("href"))
    assert response.ok
    return text_of(response.body())


# --- the stations of the way


def announces_a_round(page, project):
    page.goto(reverse("indicators:dashboard", args=[project.slug]))
    tab(page, "Rekrutacja")
    follow(page, "Nowy nabór")
    page.get_by_label("Nazwa").fill("wiosna 2024")
    page.get_by_label("Początek przyjmowania zgłoszeń").fill("15.01.2024")
    page.get_by_label("Koniec przyjmowania zgłoszeń").fill("31.01.2024")
    page.get_by_label("Liczba miejsc", exact=True).fill("10")
    press(page, "Zapisz i przejdź do zasad")
    expect(page.get_by_text("Zapisano „wiosna 2024”.")).to_be_visible()
    follow(page, "z listy wymaganych dokumentów")
    press(page, "Zacznij od typowej listy")
    expect(page.get_by_text("Lista jest gotowa.")).to_be_visible()


def takes_the_application(page, project):
    page.goto(reverse("indicators:dashboard", args=[project.slug]))
    tab(page, "Rekrutacja")
    follow(page, "Dodaj kandydata")
    expect(page.get_by_label("Nabór")).to_have_value(str(Round.objects.get().pk))
    fill_in(page, {"applied_on": "22.01.2024", "applied_at": "09:15", **APPLICATION})
    expect(page.get_by_text("urodzona 14.03.1987")).to_be_visible()
    press(page, "Zapisz zgłoszenie")
    expect(page.get_by_text(f"Zapisano zgłoszenie K/2024/001: {NAME}.")).to_be_visible()
    expect(page.get_by_text("Nie wiadomo jeszcze, czy spełnia kryteria formalne")).to_be_visible()


def notes_the_documents(page):
    page.get_by_label("skan: dokument przesłanki").set_input_files(scan("white"))
    press(page, "Wszystkie wymagane wpłynęły 22.01.2024")
    expect(page.get_by_text("Zapisano dokumenty zgłoszenia K/2024/001.")).to_be_visible()
    expect(page.get_by_label("data wpływu: klauzula")).to_have_value("22.01.2024")
    expect(page.get_by_label("data wpływu: orzeczenie")).to_have_value("")
    expect(page.get_by_role("link", name="otwórz skan")).to_be_visible()
    expect(page.get_by_text("Spełnia kryteria formalne. Punkty: 10 z 60.")).to_be_visible()
    criterion = page.get_by_role("row").filter(has_text="wiek: co najmniej 18 lat")
    expect(criterion).to_contain_text("36 lat w dniu 22.01.2024")


def decides(page, project):
    """The commission answers its own question, then decides as proposed."""
    tab(page, "Rekrutacja")
    follow(page, "wiosna 2024")
    follow(page, "Odpowiedzi komisji")
    page.get_by_label(f"{NAME}: niepełnosprawność sprzężona").select_option(label="tak")
    press(page, "Zapisz odpowiedzi")
    page.get_by_role("navigation", name="Nabór").get_by_role("link", name="Decyzje komisji").click()
    person = page.get_by_role("row").filter(has_text=NAME)
    expect(person).to_contain_text("15")
    expect(person.get_by_label("Decyzja: ")).to_have_value("qualified")
    page.get_by_label("Data posiedzenia").fill("01.02.2024")
    page.get_by_label("Skład komisji").fill("Katarzyna Kowal, przewodnicząca\nSylwia Socha, członkini")
    press(page, "Zapisz decyzje komisji")
    expect(page.get_by_text("Zapisano 1 decyzję komisji.")).to_be_visible()
    assert "Katarzyna Kowal, przewodnicząca" in sheet(page, "Protokół z 01.02.2024")


def joins(page):
    page.reload()
    expect(page.get_by_text("Zakwalifikowana 01.02.2024.")).to_be_visible()
    press(page, "Przenieś do projektu")
    expect(page.get_by_text(f"{NAME} jest w projekcie.")).to_be_visible()
    expect(page.get_by_text("Brakuje 3 z 21 pól.")).to_be_visible()
    expect(page.get_by_role("table", name="Dokumenty osoby")).to_contain_text("(K/2024/001)")


def completes_the_entry(page):
    """Nothing is typed twice: the form holds the application; the two open questions are answered, the day waits for support."""
    follow(page, "Wykształcenie")
    expect(page.locator("#id_education")).to_be_focused()
    for name, value in APPLICATION.items():
        assert held(page, name) == value, name
    fill_in(page, LEFT_OPEN)
    expect(page.locator("#missing")).to_contain_text("Brakuje 1 z 21 pól.")
    press(page, "Zapisz szkic")
    expect(page.get_by_text(f"Zapisano: {NAME}.")).to_be_visible()


def held(page, name):
    """What the entry form holds in a field, in the words of a POST."""
    field = page.locator(f"#f [name={name}]")
    kind = field.first.get_attribute("type")
    if kind == "checkbox":
        return "on" if field.is_checked() else ""
    return page.locator(f"#f [name={name}]:checked").input_value() if kind == "radio" else field.input_value()


def plans_the_path(page, *forms):
    follow(page, "Zaplanuj ścieżkę")
    for form in forms:
        page.get_by_role("checkbox", name=form.name).check()
        page.get_by_label(f"Uzgodniono: {form.name}").fill("12.02.2024")
    press(page, "Zapisz ścieżkę")
    expect(page.get_by_text("Ukończono 0 z 2 form wsparcia w ścieżce. Uzgodniona 12.02.2024.")).to_be_visible()


def enrols(page):
    follow(page, "zapisz do grupy")
    follow(page, "grupa A")
    follow(page, "Zapisz osoby")
    page.get_by_role("checkbox", name=NAME).check()
    press(page, "Zapisz zaznaczonych do grupy")
    expect(page.get_by_text("Do grupy zapisano 1 osobę.")).to_be_visible()


def marks_the_classes(page):
    """Both classes by keyboard; the first presence is the start of participation."""
    follow(page, "środa 14.02.2024")
    is_there_by_keyboard(page, "14.02.2024")
    press(page, "Zapisz, dalej 21.02")
    expect(page.get_by_text("to pierwsze wsparcie, więc 14.02.2024 jest datą rozpoczęcia udziału")).to_be_visible()
    is_there_by_keyboard(page, "21.02.2024")
    press(page, "Zapisz obecność")
    expect(page.get_by_text("Zapisano obecność 21.02.2024: oznaczono 1 z 1 osoby.")).to_be_visible()


def is_there_by_keyboard(page, day):
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Obecność: środa {day}")
    page.wait_for_load_state()  # the grid takes keys once its script has run
    page.keyboard.press("1")
    expect(page.locator(".state")).to_have_text("Oznaczono 1 z 1 osoby. Jeszcze niezapisane.")


def opens_her_page(page, project):
    page.goto(reverse("participants:list", args=[project.slug]))
    follow(page, NAME)
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)


def writes_the_card(page):
    follow(page, "karta doradztwa")
    meeting = {"held_on": "28.02.2024", "starts_at": "9", "ends_at": "12", "topic": "plan szukania pracy"}
    for name, value in {**meeting, "leader": "Ewa Doradczyni"}.items():
        page.locator(f"[name=card-0-{name}]").fill(value)
    press(page, "Zapisz kartę")
    expect(page.get_by_text("Zrobiono 3 h z 3 h, zostało 0 h.")).to_be_visible()
    assert "plan szukania pracy" in sheet(page, "Drukuj kartę")


def finishes_the_counselling(page):
    follow(page, "Zakończ wsparcie")
    expect(page.get_by_role("checkbox", name=NAME)).to_be_checked()
    expect(page.get_by_label("Zakończenie wsparcia", exact=True)).to_have_value("28.02.2024")
    press(page, "Zapisz zakończenie")
    expect(page.get_by_text("Ukończono 1 z 2 form wsparcia w ścieżce.")).to_be_visible()


def finishes_the_course(page):
    follow(page, "zakończ wsparcie")
    press(page, "Zapisz zakończenie")
    expect(page.get_by_text("Ścieżka ukończona.")).to_be_visible()


def prints_the_certificate(page):
    """The link on her page appears once it is issued; what was marked stands on the paper."""
    page.get_by_role("table", name="Formy wsparcia: plan i wykonanie").get_by_role(
        "link", name="kurs komputerowy", exact=True
    ).click()
    follow(page, "grupa A")
    follow(page, "Zaświadczenia ukończenia")
    press(page, "Wystaw zaznaczonym")
    expect(page.get_by_text("Wystawiono 1 zaświadczenie.")).to_be_visible()
    paper = sheet(page, f"nr {Certificate.objects.get().number}")
    assert "Małgorzata Źdźbłowska" in paper or NAME in paper
    assert "8 godzin" in paper


def leaves(page):
    follow(page, "Zakończ udział")
    panel = page.get_by_role("complementary")
    page.get_by_label("Data zakończenia udziału").fill("29.02.2024")
    page.get_by_label("zgodnie z zaplanowaną ścieżką", exact=True).check()
    expect(panel).to_contain_text("do 28.03.2024 włącznie")
    expect(panel).to_contain_text("do 29.05.2024 włącznie")
    expect(panel).to_contain_text("Wynika: tak.")
    expect(page.get_by_label("Wyjaśnienie")).to_be_hidden()
    press(page, "Zapisz zakończenie", exact=True)
    expect(page.get_by_text("Zapisano zakończenie udziału 29.02.2024.")).to_be_visible()
    expect(page.get_by_role("heading", name="Monitorowanie trwa")).to_be_visible()


def calls_her(page):
    """The window is over and nothing proves anything: she stands on the radar, and a call is noted there."""
    tab(page, "Terminy")
    row = page.get_by_role("listitem").filter(has_text=NAME)
    expect(row).to_contain_text("minął 28.03.2024 bez dowodu")
    row.get_by_role("link", name="Zanotuj kontakt").click()
    row.get_by_label("Dzień").fill("02.04.2024")
    row.get_by_label("Wynik").select_option(label="dostarczy dokument")
    row.get_by_label("Notatka").fill("pracuje od 11 marca, przyniesie umowę")
    row.get_by_role("button", name="Zanotuj kontakt").click()
    expect(row).to_contain_text("ostatnio 02.04.2024, telefon: dostarczy dokument")
    assert Call.objects.get().result == "promised"


def records_the_job(page):
    page.get_by_role("listitem").filter(has_text=NAME).get_by_role("link", name="Dodaj dowód").click()
    page.get_by_label("Rezultat", exact=True).select_option(label="praca lub własna działalność")
    page.get_by_label("Data", exact=True).fill("11.03.2024")
    page.get_by_label("Co", exact=True).fill("pomoc nauczyciela")
    page.get_by_label("Podstawa pracy").select_option(label="umowa o pracę")
    expect(page.get_by_role("complementary")).to_contain_text("W terminie. Dowody liczą się do 28.03.2024")
    page.get_by_label("Plik dowodu").set_input_files(scan("gray"))
    press(page, "Zapisz rezultat")
    expect(page.get_by_text("Nikt nie czeka na dowód")).to_be_visible()


def sees_it_closed(page, project):
    opens_her_page(page, project)
    expect(page.get_by_role("heading", name="Monitorowanie zakończone")).to_be_visible()
    expect(page.get_by_text("Terminy minęły, dowody są.")).to_be_visible()
    result = page.get_by_role("table", name="Rezultaty i dowody").get_by_role("row").filter(has_text="praca")
    expect(result).to_contain_text("Umowa o pracę lub inny dowód zatrudnienia (PNG)")
    expect(result).to_contain_text("w terminie")


def completes_the_exit(page):
    """The situation after leaving is proposed from the outcome: it need not be known twice."""
    follow(page, "Zmień zakończenie i sytuację")
    expect(page.get_by_label("osoba podjęła pracę")).to_be_checked()
    press(page, "Zapisz zakończenie", exact=True)
    expect(page.get_by_text("Zapisano zakończenie udziału 29.02.2024.")).to_be_visible()
    assert Participation.objects.get().situations == ["job"]


def counts_her(page, project):
    """From the figure on the dashboard to her name."""
    tab(page, "Pulpit")
    expect(page.get_by_text("Wsparciem objęto 1 osobę: 1 kobietę i 0 mężczyzn.")).to_be_visible()
    page.goto(reverse("indicators:why", args=[project.slug, "CR04"]))
    expect(page.locator("#policzone")).to_contain_text("Policzone: 1")
    expect(page.locator("#policzone").get_by_role("link", name=NAME)).to_be_visible()


# --- the ways


def test_one_person_goes_from_candidate_to_closed_follow_up(
    visit, project, course, counselling, promised, social_worker, coordinator
):
    office, desk = visit(coordinator), visit(social_worker)
    announces_a_round(office, project)
    takes_the_application(desk, project)
    notes_the_documents(desk)
    decides(office, project)
    joins(desk)
    completes_the_entry(desk)
    opens_her_page(desk, project)
    plans_the_path(desk, course.form_of_support, counselling)
    enrols(desk)
    marks_the_classes(desk)
    person = Participation.objects.get(person__pesel=PESEL)
    assert (person.entered_on, person.is_complete) == (CLASSES[0], True)
    opens_her_page(desk, project)
    writes_the_card(desk)
    finishes_the_counselling(desk)
    finishes_the_course(desk)
    leaves(desk)
    calls_her(desk)
    records_the_job(desk)
    sees_it_closed(desk, project)
    completes_the_exit(desk)
    prints_the_certificate(desk)
    counts_her(office, project)


@pytest.fixture
def applied(project):
    """Somebody whom the commission qualified, with a document still to come."""
    ChecklistItemFactory(project=project, name="klauzula informacyjna")
    return CandidateFactory(
        round=RoundFactory(project=project),
        last_name=SL2014["last_name"],
        first_name=SL2014["first_name"],
        pesel=PESEL,
        decision=Decision.QUALIFIED,
    )


def test_on_a_phone_somebody_joins_comes_leaves_and_her_matter_is_closed(
    visit, project, course, applied, social_worker
):
    page = visit(social_worker, width=NARROW)
    page.goto(applied.get_absolute_url())
    press(page, "Wszystkie wymagane wpłynęły")
    expect(page.get_by_text("Zapisano dokumenty")).to_be_visible()
    fits(page)
    press(page, "Przenieś do projektu")
    expect(page.get_by_text(f"{NAME} jest w projekcie.")).to_be_visible()
    person = project.participations.get()
    PlannedSupportFactory(participation=person, form_of_support=course.form_of_support, agreed_on=CLASSES[0])
    page.reload()
    fits(page)
    enrols(page)
    follow(page, "środa 14.02.2024")
    page.get_by_role("row").filter(has_text=NAME).get_by_text("jest", exact=True).click()
    press(page, "Zapisz obecność")
    expect(page.get_by_text("jest datą rozpoczęcia udziału")).to_be_visible()
    opens_her_page(page, project)
    finishes_the_course(page)
    fits(page)
    leaves(page)
    page.locator("summary").filter(has_text="Menu").click()
    page.locator("details.menu").get_by_role("link", name="Terminy").click()
    page.get_by_role("listitem").filter(has_text=NAME).get_by_role("checkbox").check()
    page.get_by_label("Zamknij sprawę: powód").fill("wyjazd za granicę")
    press(page, "Zamknij zaznaczone")
    expect(page.get_by_text("Nikt nie czeka na dowód")).to_be_visible()
    opens_her_page(page, project)
    expect(page.get_by_role("heading", name="Monitorowanie zakończone")).to_be_visible()
    expect(page.get_by_text("wyjazd za granicę").first).to_be_visible()
    person.refresh_from_db()
    assert (person.entered_on, person.left_on) == (CLASSES[0], date(2024, 2, 29))


def fits(page):
    """Accessible, and as wide as the window of the phone."""
    assert (violations(page), sticking_out(page)) == ([], [])
