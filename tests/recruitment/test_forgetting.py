"""Data of people who were not taken: deleted after their day, with everything of theirs, leaving only a number and a result."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from participants.models import Document
from recruitment.actions.forgetting import forget
from recruitment.models import Candidate, DecisionLog, ForgottenCandidate
from recruitment.numbers import next_number
from recruitment.situation import Situation

from ..factories import (
    CandidateFactory,
    CandidatePremiseFactory,
    CommissionAnswerFactory,
    DecisionLogFactory,
    DocumentFactory,
    ReceivedDocumentFactory,
    RoundFactory,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def rejected(round, days_left, **facts):
    return CandidateFactory(round=round, decision="rejected", delete_after=TODAY + timedelta(days=days_left), **facts)


@pytest.fixture
def round(project):
    return RoundFactory(project=project)


def test_only_those_whose_day_has_passed_are_deleted(round):
    past = rejected(round, -1, number="K/2024/001")
    last_day, later = rejected(round, 0), rejected(round, 30)
    waiting = CandidateFactory(round=round)
    assert forget(candidates=Candidate.objects.all()) == 1
    assert set(Candidate.objects.values_list("pk", flat=True)) == {last_day.pk, later.pk, waiting.pk}
    left = ForgottenCandidate.objects.get()
    assert (left.round, left.number, left.decision, left.forgotten_on) == (round, past.number, "rejected", TODAY)


def test_everything_of_hers_goes_along(round, django_capture_on_commit_callbacks):
    past = rejected(round, -1)
    CandidatePremiseFactory(candidate=past)
    CommissionAnswerFactory(candidate=past)
    DecisionLogFactory(candidate=past)
    scan = DocumentFactory(project=round.project, participation=None)
    ReceivedDocumentFactory(candidate=past, document=scan)
    with django_capture_on_commit_callbacks(execute=True):
        forget(candidates=Candidate.objects.all())
    assert not DecisionLog.objects.exists()
    assert not Document.objects.exists()
    assert not scan.file.storage.exists(scan.file.name)


def test_a_scan_that_proves_something_of_somebody_else_stays(round):
    past, other = rejected(round, -1), CandidateFactory(round=round)
    shared = DocumentFactory(project=round.project, participation=None)
    of_participant = DocumentFactory(project=round.project)
    ReceivedDocumentFactory(candidate=past, document=shared)
    ReceivedDocumentFactory(candidate=past, document=of_participant)
    ReceivedDocumentFactory(candidate=other, document=shared)
    forget(candidates=Candidate.objects.all())
    assert set(Document.objects.values_list("pk", flat=True)) == {shared.pk, of_participant.pk}


def test_a_forgotten_number_is_not_given_again_and_the_application_still_counts(round, project):
    rejected(round, -1, number="K/2024/041")
    CandidateFactory(round=round, number="K/2024/007")
    forget(candidates=Candidate.objects.all())
    assert next_number(project, 2024) == "K/2024/042"
    assert next_number(project, 2025) == "K/2025/001"
    assert Situation(project).forgotten == {round.pk: 1}


# --- by command, and in the browser


def run(*args):
    out = StringIO()
    call_command("forget_candidates", *args, stdout=out)
    return out.getvalue().strip()


def test_the_command_counts_and_deletes_only_when_told_to(round):
    rejected(round, -1)
    rejected(RoundFactory(), -1)
    assert run() == "Po terminie: 2. Nic nie usunięto; usuwa --delete."
    assert run("--delete", "--project", round.project.slug) == "Usunięto dane kandydatów: 1."
    assert Candidate.objects.count() == 1
    with pytest.raises(CommandError, match="Nie ma projektu"):
        run("--project", "nie-ma")


def test_the_page_says_whose_day_has_passed_and_deletes_on_one_press(round, client_of, coordinator):
    rejected(round, -1, last_name="Dawna")
    rejected(round, 30, last_name="Niedawna")
    foreign = rejected(RoundFactory(), -1)
    client = client_of(coordinator)
    page = client.get(f"/projekty/{round.project.slug}/rekrutacja/przechowywanie/")
    assert "Termin minął dla 1 osoby." in page.text.replace("\xa0", " ")
    assert "Dawna Maria" in page.text
    answer = client.post(f"/projekty/{round.project.slug}/rekrutacja/przechowywanie/", follow=True)
    assert "Usunięto dane 1 osoby." in answer.text.replace("\xa0", " ")
    assert "Dawna Maria" not in answer.text.replace("Niedawna Maria", "")
    assert Candidate.objects.filter(pk=foreign.pk).exists()
