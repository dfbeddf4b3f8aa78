"""The room of documents: adding, reading, linking, deleting, what is missing; and that a file is reached through the door alone."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse
from pypdf import PdfReader

from accounts.models import AccessLog
from participants.dossier import dossier, facts_with_proofs, pieces_of
from participants.evidence import evidence_of
from participants.models import Document, Participation, Premise

from ..factories import (
    DocumentFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
    ProjectFactory,
)
from ..factories.documents import make_pdf, make_picture
from ..indicators.paper_text import text_of
from .paper import address


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def boss(client_of, coordinator):
    return client_of(coordinator)


@pytest.fixture
def person(project):
    return ParticipationFactory(project=project, person__last_name="Łukasik", person__first_name="Żaneta", left=True)


def text(response):
    return " ".join(response.content.decode().split()).replace("\xa0", " ")


def content(response):
    return b"".join(response.streaming_content)


def upload(*contents):
    return [SimpleUploadedFile("../../skan.pdf", content, "text/html") for content in contents]


def add(client, person, *contents, field="files", **given):
    sent = {"kind": "certificate", field: upload(*contents), **given}
    return client.post(address("document_add_for", person.project, person.pk), sent, follow=True)


def errors(response):
    return {name: " ".join(told) for name, told in response.context["form"].errors.items()}


# --- adding


def test_several_files_are_added_at_once(worker, person):
    response = add(worker, person, make_pdf("a"), make_picture("PNG"), issued_on="10.02.2024", title="dyplom")
    assert "Zapisano 2 dokumenty." in text(response)
    assert {(row.content_type, row.title, str(row.issued_on)) for row in person.documents.all()} == {
        ("application/pdf", "dyplom", "2024-02-10"),
        ("image/png", "dyplom", "2024-02-10"),
    }
    assert person.documents.first().uploaded_by.email == "social_worker@example.org"


def test_a_photograph_from_the_camera_is_enough(worker, person):
    add(worker, person, make_picture("JPEG"), field="photo")
    assert person.documents.get().content_type == "image/jpeg"


def test_one_document_proves_several_things(worker, person):
    outcome, premise = OutcomeFactory(participation=person, evidence=""), PremiseFactory(participation=person)
    add(worker, person, make_pdf(), facts=[f"outcome-{outcome.pk}", f"premise-{premise.pk}"], issued_on="01.03.2024")
    document = person.documents.get()
    assert (list(document.outcomes.all()), list(document.premises.all())) == ([outcome], [premise])
    outcome.refresh_from_db()
    assert outcome.evidence == "certyfikat lub dyplom z 01.03.2024"


def test_a_premise_proved_by_a_file_is_passed_on_again(worker, project):
    reported = ParticipationFactory(project=project, reported_on=project.starts_on)
    premise = PremiseFactory(participation=reported, document="")
    add(worker, reported, make_pdf(), facts=[f"premise-{premise.pk}"], title="zaświadczenie OPS")
    assert Premise.objects.get().document == "zaświadczenie OPS"
    again = Participation.objects.get(pk=reported.pk)
    assert (again.has_premise, again.reported_on) == (True, None)


def test_a_fact_of_somebody_else_is_refused(worker, person):
    foreign = OutcomeFactory()
    OutcomeFactory(participation=person)
    assert "facts" in errors(add(worker, person, make_pdf(), facts=[f"outcome-{foreign.pk}"]))
    assert not Document.objects.exists()


def test_the_same_file_again_is_told_and_not_kept(worker, person):
    add(worker, person, make_pdf("a"))
    response = add(worker, person, make_pdf("a"), make_pdf("b"))
    assert "Zapisano 1 dokument." in text(response)
    assert "1 plik już tu był i nie został zapisany drugi raz." in text(response)
    assert person.documents.count() == 2


def test_a_form_sent_twice_adds_once(worker, person):
    number = worker.get(address("document_add_for", person.project, person.pk)).context["form"]["submission"].value()
    for _time in range(2):
        add(worker, person, make_pdf("a"), make_pdf("b"), submission=number)
    assert person.documents.count() == 2


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"kind": ""}, "kind", "Wybierz, co to za dokument."),
        ({"kind": "magic"}, "kind", "Wybierz, co to za dokument."),
        ({"issued_on": "01.01.2099"}, "issued_on", "w przyszłości"),
        ({"title": "x" * 201}, "title", "200"),
    ],
)
def test_what_is_wrong_is_told_beside_the_field_and_the_files_are_asked_for_again(
    worker, person, given, field, sentence
):
    response = add(worker, person, make_pdf(), **given)
    assert sentence in errors(response)[field]
    assert "Pliki trzeba wybrać jeszcze raz." in text(response)
    assert not Document.objects.exists()


def test_one_bad_file_of_several_is_named_and_none_is_kept(worker, person):
    response = add(worker, person, make_pdf(), b"<html>")
    assert "Plik 2: To nie jest PDF ani zdjęcie JPG lub PNG" in errors(response)["files"]
    assert not Document.objects.exists()


def test_a_form_without_a_file_asks_for_one(worker, person):
    assert errors(add(worker, person)) == {"files": "Wybierz plik albo zrób zdjęcie."}


def test_more_files_than_one_looks_through_are_refused(worker, person):
    response = add(worker, person, *[make_pdf(str(n)) for n in range(21)])
    assert "najwyżej 20 plików" in errors(response)["files"]


def test_files_that_are_too_much_together_are_refused(worker, person, settings):
    settings.DOCUMENT_MOST_MB = 1
    heavy = [make_pdf(str(n)) + b"0" * 900_000 for n in range(5)]
    assert "razem więcej niż 4 MB" in errors(add(worker, person, *heavy))["files"]


def test_a_form_larger_than_any_is_refused_before_it_is_read(worker, person, settings):
    settings.UPLOAD_MOST_MB = 0
    assert add(worker, person, make_pdf()).status_code == 400
    assert not Document.objects.exists()


def test_a_document_of_the_project_belongs_to_nobody(worker, project):
    sent = {"kind": "other", "title": "regulamin", "files": upload(make_pdf())}
    response = worker.post(address("document_add", project), sent, follow=True)
    assert project.documents.get().participation is None
    assert "Regulamin" in text(response)


def test_after_adding_one_is_back_where_the_work_came_from(worker, person):
    back = address("documents", person.project) + "?brak=deklaracja"
    place = address("document_add_for", person.project, person.pk)
    response = worker.post(f"{place}?next={back}", {"kind": "declaration", "files": upload(make_pdf())})
    assert response.url == back


# --- reading


def test_a_file_is_read_out_shut_and_the_opening_is_logged(client_of, controller, person):
    document = DocumentFactory(participation=person, title='dyplom "mistrza"\r\nX: y')
    response = client_of(controller).get(address("document_file", person.project, document.pk))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="U{person.pk}-D{document.pk}-declaration.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert content(response).startswith(b"%PDF-")
    line = AccessLog.objects.first()
    assert (line.act, line.subject, line.user) == ("export", f"U{person.pk} D{document.pk} plik", controller)


@pytest.mark.parametrize(("made", "is_shown"), [(make_picture, True), (make_pdf, False)])
def test_a_picture_is_seen_beside_what_it_proves(worker, person, made, is_shown):
    worker.post(address("document_add_for", person.project, person.pk), {"kind": "job", "files": upload(made())})
    document = person.documents.get()
    page = worker.get(address("document", person.project, document.pk)).content.decode()
    assert (f'<img src="{address("document_file", person.project, document.pk)}"' in page) == is_shown


def test_a_stranger_and_a_colleague_from_another_project_find_no_file(client, client_of, stranger, person, admin):
    document = DocumentFactory(participation=person)
    foreign = DocumentFactory(participation__project=ProjectFactory(slug="dalszy"))
    place = address("document_file", person.project, document.pk)
    assert client.get(place).status_code == 302
    assert client_of(stranger).get(place).status_code == 404
    assert client_of(stranger).get(reverse("participants:document_file", args=["obcy", document.pk])).status_code == 404
    assert client_of(admin).get(address("document_file", person.project, foreign.pk)).status_code == 404
    assert not AccessLog.objects.exists()


def test_a_file_that_is_gone_is_not_found(worker, person):
    document = DocumentFactory(participation=person)
    document.file.storage.delete(document.file.name)
    assert worker.get(address("document_file", person.project, document.pk)).status_code == 404


def test_no_address_serves_the_folder_of_files(worker, client, person, settings):
    document = DocumentFactory(participation=person)
    for place in (f"/{document.file.name}", f"/media/{document.file.name}", f"/static/{document.file.name}"):
        assert client.get(place).status_code in (302, 404)
        assert worker.get(place).status_code == 404
    static = [
        settings.STATIC_ROOT,
        *(entry[1] if isinstance(entry, tuple) else entry for entry in settings.STATICFILES_DIRS),
    ]
    assert not [folder for folder in static if str(settings.MEDIA_ROOT).startswith(str(folder))]
    assert not [p for p in get_resolver().reverse_dict if callable(p) and p.__module__ == "django.views.static"]


# --- linking, deleting


def test_a_document_is_renamed_and_linked_and_its_file_stays(worker, person):
    document, outcome = DocumentFactory(participation=person), OutcomeFactory(participation=person)
    sent = {"kind": "job", "title": "umowa o pracę", "issued_on": "", "facts": [f"outcome-{outcome.pk}"]}
    worker.post(address("document", person.project, document.pk), sent)
    again = Document.objects.get()
    assert (again.kind, again.title, list(again.outcomes.all()), again.file.name) == (
        "job",
        "umowa o pracę",
        [outcome],
        document.file.name,
    )


def test_each_thing_shows_its_proofs_on_the_page_of_the_person(worker, person):
    proof = DocumentFactory(participation=person, title="dyplom opiekunki")
    proof.outcomes.add(OutcomeFactory(participation=person))
    proof.premises.add(PremiseFactory(participation=person))
    page = worker.get(person.get_absolute_url())
    link = f'<a class="d-block" href="{address("document_file", person.project, proof.pk)}">Dyplom opiekunki (PDF)</a>'
    assert page.content.decode().count(link) == 2


def test_what_proves_nothing_may_be_deleted_by_who_records(worker, person, django_capture_on_commit_callbacks):
    document = DocumentFactory(participation=person)
    place = address("document_delete", person.project, document.pk)
    assert "niczego nie dowodzi" in text(worker.get(place))
    with django_capture_on_commit_callbacks(execute=True):
        worker.post(place)
    assert not Document.objects.exists()
    assert not document.file.storage.exists(document.file.name)
    assert AccessLog.objects.filter(subject=f"U{person.pk} D{document.pk} usunięto plik").exists()


def test_a_proof_is_deleted_only_by_who_answers_and_after_being_told(worker, boss, person):
    document = DocumentFactory(participation=person)
    document.outcomes.add(OutcomeFactory(participation=person))
    place = address("document_delete", person.project, document.pk)
    assert "może usunąć koordynator albo administrator" in text(worker.get(place))
    assert worker.post(place).status_code == 403
    assert "rezultat – kompetencje, kompetencje cyfrowe" in text(boss.get(place))
    boss.post(place)
    assert not Document.objects.exists()


# --- what is there, what is missing


def test_the_room_says_first_who_has_every_proof(worker, person):
    DocumentFactory(participation=person, kind="packet")
    DocumentFactory(participation=person, kind="status")
    ParticipationFactory(project=person.project)
    page = text(worker.get(address("documents", person.project)))
    assert "2 dokumenty. Komplet dowodów ma 1 z 2 osób." in page
    assert "Podpisana deklaracja uczestnictwa" in page


GAPS = [  # facts, documents of these kinds, what is missing
    ({}, [], {"deklaracja", "klauzula", "status"}),
    ({}, ["declaration"], {"klauzula", "status"}),
    ({}, ["packet"], {"status"}),
    ({}, ["declaration", "clause", "status"], set()),
    ({"labour_status": "employed"}, ["packet"], set()),
    ({"labour_status": "inactive"}, ["packet"], {"status"}),
    ({"disability": "yes"}, ["packet", "status"], {"niepelnosprawnosc"}),
    ({"disability": "yes"}, ["packet", "status", "disability"], set()),
    ({"disability": "refused"}, ["packet", "status"], set()),
    ({"draft": True, "entered_on": None}, [], set()),
]


@pytest.mark.parametrize(("facts", "kinds", "missing"), GAPS)
def test_what_a_controller_would_miss(project, facts, kinds, missing):
    row = ParticipationFactory(project=project, **facts)
    for kind in kinds:
        DocumentFactory(participation=row, kind=kind)
    found = evidence_of(project.participations.all())
    assert {gap.key for gap, _n in found.gaps} == missing
    assert found.complete == (0 if missing else 1)


def test_a_premise_and_an_outcome_without_a_file_are_missing(person):
    DocumentFactory(participation=person, kind="packet")
    status = DocumentFactory(participation=person, kind="status")
    outcome, premise = OutcomeFactory(participation=person), PremiseFactory(participation=person)
    asked = person.project.participations.all()
    assert {gap.key: n for gap, n in evidence_of(asked).gaps} == {"przeslanki": 1, "rezultaty": 1}
    status.outcomes.add(outcome)
    status.premises.add(premise)
    assert evidence_of(asked).gaps == []


def test_those_who_lack_a_proof_are_named_with_a_way_to_add_it(worker, person):
    place = address("documents", person.project)
    page = text(worker.get(place, {"brak": "deklaracja"}))
    assert "Łukasik Żaneta" in page
    assert f"{address('document_add_for', person.project, person.pk)}?kind=declaration&amp;next=" in page
    DocumentFactory(participation=person)
    assert "Nikomu już tego nie brakuje." in text(worker.get(place, {"brak": "deklaracja"}))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "lukasik"}, {"deklaracja"}),
        ({"q": "regul"}, {"regulamin"}),
        ({"q": "nikt taki"}, set()),
        ({"kind": "other"}, {"regulamin"}),
        ({"kind": "magic"}, {"deklaracja", "regulamin"}),
        ({"brak": "magic"}, {"deklaracja", "regulamin"}),
        ({"q": "a\x00b"}, {"deklaracja", "regulamin"}),
        ({"page": "9" * 50}, {"deklaracja", "regulamin"}),
    ],
)
def test_documents_are_found(worker, person, asked, found):
    DocumentFactory(participation=person, title="deklaracja")
    DocumentFactory(participation=None, project=person.project, kind="other", title="regulamin")
    page = worker.get(address("documents", person.project), asked).context["page"]
    assert {row.title for row in page} == found


def test_an_empty_room_says_what_to_do(worker, boss, client_of, controller, project):
    assert "Dodaj skan przy osobie" in text(worker.get(address("documents", project)))
    assert "Dodaj skan" not in text(client_of(controller).get(address("documents", project)))


def test_a_long_list_asks_few_questions(worker, person, django_assert_max_num_queries):
    for _n in range(25):
        proof = DocumentFactory(participation=ParticipationFactory(project=person.project))
        proof.premises.add(PremiseFactory(participation=proof.participation))
    with django_assert_max_num_queries(12):
        worker.get(address("documents", person.project))
    with django_assert_max_num_queries(12):
        worker.get(address("documents", person.project), {"brak": "status"})


# --- all of one person


def test_all_documents_of_a_person_are_one_file_with_bookmarks(worker, person):
    DocumentFactory(participation=person, kind="declaration", content=make_pdf("a", pages=2))
    picture = make_picture("JPEG", (60, 40))
    DocumentFactory(
        participation=person, kind="status", title="zaświadczenie", content=picture, content_type="image/jpeg"
    )
    png = make_picture("PNG", (40, 60), "RGBA", (10, 20, 30, 99))
    DocumentFactory(participation=person, kind="job", title="umowa", content=png, content_type="image/png")
    response = worker.get(address("document_dossier", person.project, person.pk))
    read = PdfReader(BytesIO(content(response)))
    assert response["Content-Disposition"] == f'inline; filename="U{person.pk}-dokumenty.pdf"'
    assert (len(read.pages), read.trailer["/Root"]["/Lang"]) == (5, "pl")
    assert read.metadata.title == f"Dokumenty uczestnictwa U{person.pk}"
    assert read.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    marks = {entry.title.partition(" ")[2]: read.get_destination_page_number(entry) for entry in read.outline[2:]}
    assert marks == {"deklaracja uczestnictwa": 1, "zaświadczenie": 3, "umowa": 4}
    assert [round(float(page.mediabox.width)) for page in read.pages[3:]] == [842, 595]
    assert read.pages[3].images[0].image.size == (60, 40)
    assert read.pages[4].images[0].image.size == (40, 60)


def test_the_sheet_says_what_is_proved_by_what_and_what_nobody_scanned(person):
    agreed = DocumentFactory(participation=person)
    proof = DocumentFactory(participation=person, kind="certificate", title="dyplom opiekunki")
    proof.outcomes.add(OutcomeFactory(participation=person))
    pairs = facts_with_proofs(person, pieces_of(person))
    assert [documents for _fact, documents in pairs] == [[agreed], [], [proof]]
    with dossier(person) as file:
        sheet = text_of(file.read())
    assert "Żaneta Łukasik" in sheet
    assert f"D{proof.pk} – dyplom opiekunki" in sheet
    assert "brak pliku" in sheet
    assert "Zaświadczenie o statusie na rynku pracy" in sheet
    assert proof.sha256[:32] in sheet


def test_a_file_that_cannot_be_read_leaves_the_rest(person, caplog):
    lost, kept = DocumentFactory(participation=person), DocumentFactory(participation=person)
    lost.file.storage.delete(lost.file.name)
    with dossier(person) as file:
        read = file.read()
    assert len(PdfReader(BytesIO(read)).pages) == 2
    assert "osobno" in text_of(read)
    assert "Łukasik" not in caplog.text
    assert kept.title not in caplog.text


def test_what_would_make_the_file_too_large_stays_apart(person, settings):
    settings.DOSSIER_MOST_MB = 0
    DocumentFactory(participation=person)
    with dossier(person) as file:
        assert len(PdfReader(file).pages) == 1


def test_a_sheet_of_several_pages_numbers_what_follows_it(person):
    for number in range(60):
        DocumentFactory(participation=person, title=f"karta doradztwa {number}", kind="attendance")
    with dossier(person) as file:
        read = PdfReader(file)
        pieces = pieces_of(person)
        sheet = len(read.pages) - sum(piece.pages for piece in pieces)
        told = read.pages[0].extract_text()
    assert sheet > 1
    assert f" {sheet + 1} " in " ".join(told.split())
