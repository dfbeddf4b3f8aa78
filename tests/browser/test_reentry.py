"""Somebody who left comes back, and somebody recorded twice becomes one person again: played in a browser."""

from datetime import date

from playwright.sync_api import expect

from participants.models import Merge, Participation, WithdrawnExit

from ..factories import OutcomeFactory, ParticipationFactory, PersonFactory
from ..participants.paper import PESEL, address


def somebody_who_left(project):
    person = PersonFactory(pesel=PESEL, last_name="Źdźbłowska", first_name="Małgorzata", phone="600 999 999")
    row = ParticipationFactory(
        project=project, person=person, entered_on=date(2024, 2, 5), left_on=date(2024, 5, 31), exit_reason="moved"
    )
    OutcomeFactory(participation=row)
    return row


def type_pesel(page, project):
    page.goto(address("add", project))
    page.get_by_label("PESEL", exact=True).press_sequentially(PESEL)
    expect(page.locator("#pesel-says")).to_contain_text("Źdźbłowska Małgorzata już jest w tym projekcie")


def test_a_person_who_left_comes_back_by_one_button(visit, project, social_worker):
    row = somebody_who_left(project)
    page = visit(social_worker)
    type_pesel(page, project)
    expect(page.locator("#pesel-says")).to_contain_text("Udział zakończył się 31.05.2024.")
    page.get_by_role("button", name="Kontynuuj ten sam udział").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Źdźbłowska Małgorzata")
    expect(page.get_by_text("Udział trwa dalej od 05.02.2024.")).to_be_visible()
    history = page.get_by_role("table", name="Wcześniejsze zakończenia")
    expect(history).to_contain_text("31.05.2024")
    expect(history).to_contain_text(str(social_worker))
    assert Participation.objects.get() == row
    assert (row.outcomes.count(), WithdrawnExit.objects.count()) == (1, 1)

    page.get_by_role("link", name="Zakończ udział").click()
    expect(page.get_by_text("Ta osoba już raz zakończyła udział i wróciła")).to_be_visible()


def test_enter_in_the_form_withdraws_no_exit(visit, project, social_worker):
    somebody_who_left(project)
    page = visit(social_worker)
    type_pesel(page, project)
    page.get_by_label("Nazwisko", exact=True).press("Enter")
    expect(page.get_by_text("Ta osoba już jest w tym projekcie.").first).to_be_visible()
    assert not WithdrawnExit.objects.exists()


def test_without_javascript_the_button_is_there_after_sending_the_form(visit, project, social_worker):
    somebody_who_left(project)
    page = visit(social_worker, javascript=False, width=390)
    page.goto(address("add", project))
    page.get_by_label("PESEL", exact=True).fill(PESEL)
    page.get_by_role("button", name="Zapisz szkic").click()
    page.get_by_role("button", name="Kontynuuj ten sam udział").click()
    expect(page.get_by_text("Wcześniejsze zakończenia").first).to_be_visible()


def test_a_person_recorded_twice_becomes_one_and_two_again(visit, project, coordinator):
    nameless = {"identifier_kind": "other", "pesel": "", "birth_date": date(1987, 3, 14)}
    ParticipationFactory(project=project, person=PersonFactory(pesel=PESEL, last_name="Źdźbłowska", first_name="Ewa"))
    ParticipationFactory(
        project=project, person=PersonFactory(last_name="Zdzblowska", first_name="Ewa", phone="32 2660000", **nameless)
    )
    page = visit(coordinator)
    page.goto(address("list", project))
    page.get_by_role("link", name="Możliwe powtórzenia").click()
    page.get_by_role("radio", name="32 2660000").check()
    page.get_by_role("button", name="To ta sama osoba – połącz").click()
    expect(page.get_by_text("Połączono: Źdźbłowska Ewa.")).to_be_visible()
    row = Participation.objects.get(project=project)
    assert (row.person.pesel, row.person.phone) == (PESEL, "32 2660000")

    page.get_by_role("link", name="Połączone zapisy").click()
    page.get_by_role("button", name="Rozłącz").click()
    expect(page.get_by_text("Są znowu dwa zapisy, takie jak przed połączeniem.")).to_be_visible()
    assert Merge.objects.get().parted_by == coordinator
    assert project.participations.count() == 2
