"""From candidate to participant in one step, and the documents that go along."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from participants.models import Document
from recruitment.actions.joining import FACTS, NotQualified, join, join_all
from recruitment.models import Candidate, ChecklistItem
from recruitment.vocabulary import Decision

from ..factories import (
    CandidateFactory,
    CandidatePremiseFactory,
    ChecklistItemFactory,
    ParticipationFactory,
    PersonFactory,
    RoundFactory,
)
from .application import address


def png():
    """A picture that opens."""
    content = BytesIO()
    Image.new("RGB", (40, 20), "white").save(content, "PNG")
    return content.getvalue()


@pytest.fixture
def round(project):
    return RoundFactory(project=project)


@pytest.fixture
def qualified(round, project):
    candidate = CandidateFactory(round=round, project=project, decision=Decision.QUALIFIED, disability="refused")
    CandidatePremiseFactory(candidate=candidate, kind="poverty", document="decyzja OPS 1/2024")
    return candidate


def test_everything_goes_over_and_the_start_waits_for_the_first_support(qualified, coordinator):
    participation = join(candidate=qualified, by=coordinator)
    person = participation.person
    assert (person.last_name, person.pesel, person.phone) == (qualified.last_name, qualified.pesel, qualified.phone)
    for name in FACTS:
        assert getattr(participation, name) == getattr(qualified, name), name
    assert participation.citizenship == qualified.citizenship
    assert participation.entered_on is None
    assert [(p.kind, p.document) for p in participation.premises.order_by("pk")] == [("poverty", "decyzja OPS 1/2024")]


def test_joining_twice_makes_one_participation(qualified, coordinator):
    assert join(candidate=qualified, by=coordinator) == join(candidate=qualified, by=coordinator)


@pytest.mark.parametrize("decision", [d for d in Decision if d != Decision.QUALIFIED])
def test_only_a_qualified_candidate_joins(round, project, coordinator, decision):
    candidate = CandidateFactory(round=round, project=project, decision=decision)
    with pytest.raises(NotQualified):
        join(candidate=candidate, by=coordinator)
    assert not project.participations.exists()


def test_a_person_known_from_another_project_stays_one_person(qualified, coordinator):
    known = PersonFactory(
        pesel=qualified.pesel,
        sex=qualified.sex,
        birth_date=qualified.birth_date,
        last_name=qualified.last_name,
        first_name=qualified.first_name,
    )
    assert join(candidate=qualified, by=coordinator).person == known


def test_somebody_who_takes_part_already_is_only_linked(qualified, project, coordinator):
    present = ParticipationFactory(
        project=project,
        person=PersonFactory(pesel=qualified.pesel, sex=qualified.sex, birth_date=qualified.birth_date),
    )
    assert join(candidate=qualified, by=coordinator) == present
    assert project.participations.count() == 1


def test_all_qualified_join_and_the_surroundings_keep_their_main_person(round, project, coordinator, qualified):
    close = CandidateFactory(
        round=round, project=project, decision=Decision.QUALIFIED, is_surroundings=True, main_candidate=qualified
    )
    assert join_all(round=round, by=coordinator) == (2, [])
    main = Candidate.objects.get(pk=qualified.pk).participation
    assert Candidate.objects.get(pk=close.pk).participation.main_participation == main


def test_one_press_brings_a_candidate_to_the_participants_page(client_of, social_worker, project, qualified):
    response = client_of(social_worker).post(address("candidate_join", project, qualified.pk), follow=True)
    assert response.redirect_chain[-1][0] == project.participations.get().get_absolute_url()


# --- what was handed in


def test_the_usual_list_is_offered_and_taken(client_of, coordinator, project):
    page = client_of(coordinator).get(address("checklist", project)).content.decode()
    assert "Zacznij od typowej listy" in page
    client_of(coordinator).post(address("checklist_take", project))
    assert project.checklist.filter(name="formularz zgłoszeniowy", is_required=True).exists()


def test_a_document_is_noted_with_its_day_and_scan_and_joins_with_the_person(
    client_of, social_worker, coordinator, project, qualified
):
    item = ChecklistItemFactory(project=project)
    scan = SimpleUploadedFile("skan.png", png(), content_type="image/png")
    data = {f"day_{item.pk}": "05.02.2024", f"note_{item.pk}": "kopia", f"scan_{item.pk}": scan}
    client_of(social_worker).post(address("received", project, qualified.pk), data)
    received = qualified.received.get()
    assert (received.received_on, received.note) == (date(2024, 2, 5), "kopia")
    participation = join(candidate=qualified, by=coordinator)
    assert list(Document.objects.filter(participation=participation)) == [received.document]


def test_a_scan_without_a_day_came_today_and_a_line_emptied_did_not_come(client_of, social_worker, project, qualified):
    item = ChecklistItemFactory(project=project)
    worker = client_of(social_worker)
    worker.post(address("received", project, qualified.pk), {f"note_{item.pk}": "oryginał do wglądu"})
    assert qualified.received.get().received_on == date.today()
    worker.post(address("received", project, qualified.pk), {f"day_{item.pk}": ""})
    assert not qualified.received.exists()


def test_a_file_that_is_no_scan_is_refused_and_nothing_is_noted(client_of, social_worker, project, qualified):
    item = ChecklistItemFactory(project=project)
    page = SimpleUploadedFile("skan.pdf", b"<html>", content_type="application/pdf")
    response = client_of(social_worker).post(address("received", project, qualified.pk), {f"scan_{item.pk}": page})
    assert response.status_code == 200
    assert f"scan_{item.pk}" in response.context["received"].errors
    assert not qualified.received.exists()


def test_a_document_that_somebody_handed_in_stays_on_the_list(client_of, coordinator, project, qualified):
    item = ChecklistItemFactory(project=project)
    qualified.received.create(item=item, received_on=date(2024, 2, 5))
    data = {
        "doc-TOTAL_FORMS": 1,
        "doc-INITIAL_FORMS": 1,
        "doc-0-id": item.pk,
        "doc-0-name": item.name,
        "doc-0-is_required": "on",
        "doc-0-DELETE": "on",
    }
    response = client_of(coordinator).post(address("checklist", project), data)
    assert "nie można usunąć z listy" in response.content.decode()
    assert ChecklistItem.objects.filter(pk=item.pk).exists()


def test_what_came_with_the_application_is_noted_at_one_press_and_other_days_stay(
    client_of, social_worker, project, qualified
):
    own, missing = ChecklistItemFactory(project=project), ChecklistItemFactory(project=project)
    optional = ChecklistItemFactory(project=project, is_required=False)
    data = {"came_along": "1", f"day_{own.pk}": "05.02.2024"}
    client_of(social_worker).post(address("received", project, qualified.pk), data)
    noted = dict(qualified.received.values_list("item", "received_on"))
    assert noted == {own.pk: date(2024, 2, 5), missing.pk: qualified.applied_on}
    page = client_of(social_worker).get(qualified.get_absolute_url()).content.decode()
    assert optional.name.capitalize() in page
    assert "Wszystkie wymagane wpłynęły" not in page
