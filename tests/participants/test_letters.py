"""Asking for a document in writing: filled texts, the printed letter, and the note that something was sent."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from accounts.models import AccessLog
from participants.letters import mailto, message_to
from projects.models import Paper, ProjectText

from ..factories import OfficeFactory, ParticipationFactory
from .paper import address, text


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def gone(project):
    return ParticipationFactory(
        project=project, person__last_name="Łukasik", left_on=date(2024, 9, 30), exit_reason="completed"
    )


def test_the_texts_are_filled_with_what_is_on_record(worker, project, gone):
    OfficeFactory(project=project, address="Wawel 1, Sosnowiec", phones="32 100 20 30")
    page = text(worker.get(address("write", project, gone.pk)))
    for told in (
        "Szanowna Pani,",
        "zakończył się 30.09.2024",
        "do 28.10.2024 włącznie",
        "32 100 20 30",
        "Sylwia Socha",
    ):
        assert told in page
    assert "{" not in page.partition("<main")[2].partition("</main>")[0]


def test_the_letter_is_signed_by_the_caretaker(gone, social_worker, coordinator):
    assert "Sylwia Socha" in message_to(gone, Paper.LETTER, social_worker).body
    gone.caretaker = coordinator
    assert "Katarzyna Kowal" in message_to(gone, Paper.LETTER, social_worker).body


def test_the_project_may_have_texts_of_its_own(project, gone, social_worker):
    ProjectText.objects.create(project=project, paper=Paper.EMAIL, title="Do {termin}", body="{zwrot}, prosimy.")
    message = message_to(gone, Paper.EMAIL, social_worker)
    assert (message.title, message.body) == ("Do 28.10.2024", "Szanowna Pani, prosimy.")


def test_a_name_that_nobody_knows_is_told_instead_of_sent(worker, project, gone):
    ProjectText.objects.create(project=project, paper=Paper.LETTER, title="List", body="{numer buta}")
    assert "W tekście stoi {numer buta}." in text(worker.get(address("write", project, gone.pk)))
    assert worker.get(address("letter", project, gone.pk)).url == address("write", project, gone.pk)


def test_the_link_opens_the_users_own_mail_program_with_the_whole_text(gone, social_worker):
    message = message_to(gone, Paper.EMAIL, social_worker)
    link = urlsplit(mailto("anna+1@example.org", message))
    asked = parse_qs(link.query)
    assert (link.scheme, link.path) == ("mailto", "anna+1@example.org")
    assert (asked["subject"], asked["body"]) == ([message.title], [message.body.replace("\n", "\r\n")])


def test_the_letter_is_printed_and_the_print_is_in_the_log(worker, project, gone):
    response = worker.get(address("letter", project, gone.pk))
    assert response.content.startswith(b"%PDF-")
    assert response["Content-Disposition"] == f'attachment; filename="list-{gone.reference}.pdf"'
    assert AccessLog.objects.filter(act="export", subject=f"{gone.reference} list").exists()


@pytest.mark.parametrize(("sent", "channel"), [("email", "email"), ("letter", "letter")])
def test_one_click_notes_what_was_sent_once_a_day(worker, project, gone, sent, channel):
    for _time in range(2):
        response = worker.post(address("write", project, gone.pk), {"sent": sent})
    assert response.url == gone.get_absolute_url()
    call = gone.calls.get()
    assert (call.channel, call.result) == (channel, "sent")


def test_there_is_nothing_to_ask_of_somebody_who_is_still_there(worker, project):
    present = ParticipationFactory(project=project)
    assert worker.get(address("write", project, present.pk)).status_code == 404
