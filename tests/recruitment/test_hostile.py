"""What recruitment must not give away: people known elsewhere by a number alone, and scans of people who were not taken."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from participants.models import Document
from recruitment.actions.forgetting import forget
from recruitment.actions.joining import OtherName, join, join_all
from recruitment.actions.registering import set_received
from recruitment.models import Candidate
from recruitment.vocabulary import Decision

from ..factories import (
    CandidateFactory,
    ChecklistItemFactory,
    DocumentFactory,
    ParticipationFactory,
    PersonFactory,
    RoundFactory,
    TeamMemberFactory,
)
from .application import address

pytestmark = pytest.mark.django_db
DAY = date(2024, 2, 5)


@pytest.fixture
def round(project):
    return RoundFactory(project=project)


@pytest.fixture
def candidate(round, project):
    return CandidateFactory(round=round, project=project, decision=Decision.QUALIFIED, phone="600100200")


@pytest.fixture
def stranger(candidate):
    """Somebody of a project that nobody of the cast may see, under the number that the candidate typed."""
    person = PersonFactory(
        pesel=candidate.pesel,
        sex=candidate.sex,
        birth_date=candidate.birth_date,
        last_name="Tajna",
        first_name="Zofia",
        phone="500000000",
    )
    return ParticipationFactory(person=person)


def test_a_number_alone_opens_nobody_of_a_hidden_project(candidate, stranger, project, client_of, coordinator):
    response = client_of(coordinator).post(address("candidate_join", project, candidate.pk), follow=True)
    assert "nie zgadzają się" in response.text
    assert "Tajna" not in response.text
    assert not project.participations.exists()
    stranger.person.refresh_from_db()
    assert stranger.person.phone == "500000000"


def test_joining_all_leaves_out_those_of_another_name_and_says_so(round, candidate, stranger, client_of, coordinator):
    other = CandidateFactory(round=round, project=round.project, decision=Decision.QUALIFIED)
    response = client_of(coordinator).post(address("round_join", round.project, round.pk), follow=True)
    assert [p.candidates.get() for p in round.project.participations.order_by("pk")] == [other]
    assert candidate.number in response.text
    assert "Tajna" not in response.text


def test_whoever_sees_both_projects_may_join_under_the_names_on_record(candidate, stranger, coordinator):
    TeamMemberFactory(project=stranger.project, user=coordinator, role="coordinator")
    assert join(candidate=candidate, by=coordinator).person == stranger.person


def test_names_that_agree_but_for_accents_and_case_join(candidate, stranger, coordinator):
    candidate.last_name, candidate.first_name = "TAJNA", "zofia"
    candidate.save()
    assert join(candidate=candidate, by=coordinator).person == stranger.person


def test_the_action_refuses_without_names(candidate, stranger, coordinator, round):
    with pytest.raises(OtherName) as refusal:
        join(candidate=candidate, by=coordinator)
    assert "Tajna" not in str(refusal.value)
    assert candidate.last_name not in str(refusal.value)
    assert join_all(round=round, by=coordinator) == (0, [candidate.number])


# --- scans


def scan_of(project):
    return DocumentFactory(project=project, participation=None)


def received(candidate, item, by, document, day=DAY):
    set_received(candidate=candidate, by=by, rows=[(item, day, "", document)])


@pytest.fixture
def item(project):
    return ChecklistItemFactory(project=project)


def test_a_scan_that_a_newer_one_replaces_is_gone(candidate, item, social_worker, django_capture_on_commit_callbacks):
    first, second = scan_of(candidate.project), scan_of(candidate.project)
    received(candidate, item, social_worker, first)
    with django_capture_on_commit_callbacks(execute=True):
        received(candidate, item, social_worker, second)
    assert list(Document.objects.order_by("pk")) == [second]
    assert not first.file.storage.exists(first.file.name)


def test_the_scan_of_a_document_that_did_not_come_is_gone(candidate, item, social_worker):
    received(candidate, item, social_worker, scan_of(candidate.project))
    received(candidate, item, social_worker, None, day=None)
    assert not Document.objects.exists()


def test_a_replaced_scan_stays_where_it_serves_somebody_else(candidate, item, social_worker):
    shared = scan_of(candidate.project)
    other = CandidateFactory(round=candidate.round, project=candidate.project)
    for one in (candidate, other):
        received(one, item, social_worker, shared)
    received(candidate, item, social_worker, scan_of(candidate.project))
    assert Document.objects.filter(pk=shared.pk).exists()


def test_a_scan_given_again_stays(candidate, item, social_worker):
    scan = scan_of(candidate.project)
    received(candidate, item, social_worker, scan)
    received(candidate, item, social_worker, scan)
    received(candidate, item, social_worker, None)
    assert candidate.received.get().document == scan


def test_nothing_of_a_forgotten_candidate_is_left_whatever_was_replaced(round, item, social_worker):
    past = CandidateFactory(
        round=round, decision="rejected", delete_after=timezone.localdate() - timedelta(days=1), project=round.project
    )
    received(past, item, social_worker, scan_of(round.project))
    received(past, item, social_worker, scan_of(round.project))
    forget(candidates=Candidate.objects.all())
    assert not Document.objects.exists()
