"""A file of 500 people with three bad rows brought in, corrected and taken back; the authority's own file beside ours."""

from datetime import date
from io import BytesIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from bench.smefs import file_of, row
from exchange.importing import carry_out, check, load
from exchange.layouts.columns import PLACE
from participants.models import Person
from projects.models import ProgrammingPeriod

from ..factories import ProjectFactory, TeamMemberFactory

NUMBER = "FEDS.07.05-IP.02-0172/24"


@pytest.fixture
def smefs(db, coordinator):
    """A project of 2021–2027 with the coordinator in its team."""
    project = ProjectFactory(
        slug="nowa-szansa",
        title="Nowa szansa",
        period=ProgrammingPeriod.ESF_PLUS_2021,
        starts_on=date(2024, 1, 1),
        ends_on=date(2025, 12, 31),
        agreement_number=NUMBER,
    )
    TeamMemberFactory(project=project, user=coordinator, role="coordinator")
    return project


def changed(n, **cells):
    """The n-th right row with some cells changed."""
    made = row(n, NUMBER)
    for key, value in cells.items():
        made[PLACE[key]] = value
    return made


def without_zeros(rows):
    """The first row whose PESEL begins with a zero, and that PESEL as a spreadsheet leaves it."""
    place = PLACE["identifier"]
    n = next(n for n, cells in enumerate(rows) if cells[place].startswith("0"))
    return n, rows[n][place], rows[n][place].lstrip("0")


def chosen(name, content):
    return {"name": name, "mimeType": "text/csv", "buffer": content}


def bring(page, project, label, name, content):
    """Chooses a file in the section with this button and presses it."""
    page.goto(reverse("exchange:home", args=[project.slug]))
    form = page.locator("form").filter(has=page.get_by_role("button", name=label))
    form.locator("input[type=file]").set_input_files(chosen(name, content))
    form.get_by_role("button", name=label).click()


def work():
    """What the worker beside the server does: everything in the queue."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0, reload=False)


def test_a_file_of_500_with_three_bad_rows_is_corrected_written_and_taken_back(visit, smefs, coordinator):
    rows = [row(n, NUMBER) for n in range(16_500, 17_000)]
    n, whole, cut = without_zeros(rows)
    rows[n][PLACE["identifier"]] = cut
    others = [place for place in range(500) if place != n][:2]
    rows[others[0]][PLACE["postcode"]] = "41200"
    rows[others[1]][PLACE["degurba"]] = "9"
    page = visit(coordinator)
    bring(page, smefs, "Wczytaj i sprawdź", "uczestnicy.csv", file_of(rows))
    expect(page.get_by_role("status").filter(has_text="Sprawdzam")).to_be_visible()
    work()
    expect(page.get_by_text("3 wiersze mają błędy. Nic nie zapisano")).to_be_visible()
    assert not smefs.participations.exists()
    expect(page.get_by_text("bo arkusz zgubił początkowe zera")).to_be_visible()

    page.get_by_role("button", name="Przyjmij wszystkie propozycje").click()
    expect(page.get_by_text("1 wiersz ma błędy")).to_be_visible()
    page.get_by_role("textbox", name="DEGURBA").fill("1")
    page.get_by_role("button", name="Popraw i sprawdź").click()
    expect(page.get_by_text("Plik jest dobry. Zapis doda osób: 500, zmieni: 0.")).to_be_visible()

    page.get_by_role("button", name="Zapisz wszystko").click()
    work()
    expect(page.get_by_text("Zapisano: nowych osób 500, zmian 0.")).to_be_visible()
    assert smefs.participations.complete().count() == 500
    assert Person.objects.filter(pesel=whole).count() == 1

    page.get_by_role("button", name="Cofnij ten import").click()
    expect(page.get_by_text("Cofnięto import.")).to_be_visible()
    assert not smefs.participations.exists()


def test_a_bad_row_can_be_left_out_on_a_phone(visit, smefs, coordinator):
    page = visit(coordinator, width=390)
    bring(page, smefs, "Wczytaj i sprawdź", "dwie.csv", file_of([row(0, NUMBER), changed(1, postcode="?")]))
    work()
    expect(page.get_by_text("1 wiersz ma błędy")).to_be_visible()
    page.get_by_role("button", name="Pomiń ten wiersz").click()
    page.get_by_role("button", name="Zapisz wszystko").click()
    work()
    expect(page.get_by_text("Zapisano: nowych osób 1, zmian 0.")).to_be_visible()
    assert smefs.participations.count() == 1


def test_an_import_goes_without_javascript_and_with_the_browser_closed(visit, smefs, coordinator):
    page = visit(coordinator, javascript=False)
    bring(page, smefs, "Wczytaj i sprawdź", "dwie.csv", file_of([row(0, NUMBER), row(1, NUMBER)]))
    address = page.url
    page.close()
    work()
    later = visit(coordinator, javascript=False)
    later.goto(address)
    later.get_by_role("button", name="Zapisz wszystko").click()
    work()
    later.goto(address)
    expect(later.get_by_text("Zapisano: nowych osób 2, zmian 0.")).to_be_visible()


def test_a_file_that_cannot_be_read_is_said_beside_its_field(visit, smefs, coordinator):
    page = visit(coordinator)
    bring(page, smefs, "Wczytaj i sprawdź", "dane.csv", b"%PDF-1.7")
    expect(page.get_by_text("To plik PDF.").first).to_be_visible()


def test_a_reconciliation_shows_two_differences_and_loses_one_that_is_mended(visit, smefs, coordinator):
    ours = load(project=smefs, by=coordinator, file=as_file([row(n, NUMBER) for n in range(20)]), name="nasze.csv")
    check(ours)
    carry_out(ours)
    theirs = [row(n, NUMBER) for n in range(20)]
    theirs[3][PLACE["place"]] = "Będzin"
    theirs[7][PLACE["disability"]] = "Tak" if theirs[7][PLACE["disability"]] == "Nie" else "Nie"
    page = visit(coordinator)
    bring(page, smefs, "Porównaj", "eksport-sm-efs.csv", file_of(theirs))
    expect(page.get_by_text("2 osoby wymagają sprawdzenia")).to_be_visible()
    expect(page.get_by_role("cell", name="Będzin")).to_be_visible()
    figure = page.get_by_role("row").filter(has_text="EECO12")
    expect(figure).to_contain_text("1")

    changed_place(smefs, theirs[3][PLACE["identifier"]])
    page.get_by_role("button", name="Porównaj jeszcze raz").click()
    expect(page.get_by_text("1 osoba wymaga sprawdzenia")).to_be_visible()


def as_file(rows):
    return BytesIO(file_of(rows))


def changed_place(project, pesel):
    project.participations.filter(person__pesel=pesel).update(place="Będzin")
