"""The pages of payment applications: the list, one application, submitting, what came back, a frozen figure as a door."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import AccessLog
from settlements.actions import give_back, submit
from settlements.frozen import shown
from settlements.models import PaymentApplication, SubmittedReport
from tests.factories import (
    EffectivenessThresholdFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    HeadcountEventFactory,
    OutcomeFactory,
    ParticipationFactory,
    PaymentApplicationFactory,
    ProjectIndicatorFactory,
    RegisterEntryFactory,
    SessionFactory,
    UserFactory,
)
from tests.indicators.paper_text import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_paper")]


@pytest.fixture
def client(client_of, coordinator):
    return client_of(coordinator)


@pytest.fixture
def people(project):
    """A project with targets of people and of things, three people and a draft."""
    ProjectIndicatorFactory(project=project, definition="people", name="", women=6, men=4, total=10)
    ProjectIndicatorFactory(project=project, name="liczba środowisk", counts="register", register="community", words=[])
    EffectivenessThresholdFactory(project=project)
    RegisterEntryFactory(project=project, name="osiedle Środula")
    left = ParticipationFactory(project=project, left=True, person__last_name="Żak")
    OutcomeFactory(participation=left)
    ParticipationFactory(project=project, person__sex="M", person__first_name="Jan")
    ParticipationFactory(project=project, draft=True)
    return left


@pytest.fixture
def application(project):
    return PaymentApplicationFactory(project=project, until=project.ends_on, number="WNP-001")


def at(name, project, *args):
    return reverse(f"settlements:{name}", args=[project.slug, *args])


def read(client, url, query=None):
    """The words of a page, no-break spaces as plain ones."""
    return client.get(url, query or {}).text.replace("\xa0", " ")


def posted(client, url, **data):
    return client.post(url, data, follow=True)


def test_an_empty_page_says_how_to_begin(client, project):
    page = client.get(at("list", project))
    assert "Nie ma jeszcze żadnego wniosku." in page.text
    assert "Dodaj wniosek o płatność" in page.text
    assert "Dowolny okres i dowolny dzień" in page.text


def test_applications_stand_in_the_order_of_their_periods_with_what_is_next(client, project, coordinator):
    later = PaymentApplicationFactory(project=project, number="WNP-B", since=project.starts_on + timedelta(days=91))
    first = PaymentApplicationFactory(project=project, number="WNP-A")
    submit(application=first, by=coordinator)
    page = read(client, at("list", project))
    assert page.index("WNP-A") < page.index("WNP-B")
    assert "czeka na odpowiedź instytucji" in page
    assert "sprawdź i złóż" in page
    PaymentApplication.objects.filter(pk=later.pk).update(until=timezone.localdate())
    page = read(client, at("list", project))
    assert "okres trwa" in page
    assert "poczekaj na koniec okresu" in page


def test_an_application_is_added_and_added_once(client, project):
    data = {"number": "WNP-001", "since": "01.01.2023", "until": "31.03.2023", "submission": "0" * 31 + "1"}
    data |= {"since": f"{project.starts_on:%d.%m.%Y}", "until": f"{project.starts_on + timedelta(days=80):%d.%m.%Y}"}
    for _time in range(2):
        page = posted(client, at("add", project), **data)
        assert "Wniosek WNP-001 jest szkicem." in page.text
    assert project.payment_applications.get().created_by.email == "coordinator@example.org"


def test_an_overlap_is_said_in_the_form(client, project, application):
    data = {"number": "WNP-2", "since": f"{project.starts_on:%d.%m.%Y}", "until": f"{project.ends_on:%d.%m.%Y}"}
    page = client.post(at("add", project), data)
    assert "Ten okres zachodzi na okres innego wniosku." in page.text


def test_from_draft_to_frozen_and_back(client, project, people, application):
    page = read(client, at("submit", project, application.pk))
    assert "1 osoba nie ma wymaganych danych" in page
    page = posted(client, at("submit", project, application.pk))
    assert "Złożono wniosek WNP-001, wersja 1." in page.text
    report = SubmittedReport.objects.get()
    assert report.spaced_checksum in page.text
    page = posted(client, at("give_back", project, application.pk), remarks="Proszę wyjaśnić wartość CO01.")
    assert "Instytucja zwróciła wniosek WNP-001 do poprawy" in page.text
    assert "Proszę wyjaśnić wartość CO01." in read(client, at("list", project))
    page = posted(client, at("submit", project, application.pk))
    assert "wersja 2" in page.text
    page = posted(client, at("accept", project, application.pk))
    assert "Wniosek WNP-001 jest teraz zatwierdzony." in page.text
    assert "Proszę wyjaśnić wartość CO01." not in read(client, at("list", project))
    assert [step.state for step in application.steps.order_by("pk")] == [
        "submitted",
        "returned",
        "corrected",
        "accepted",
    ]


def test_remarks_without_words_are_refused(client, project, application, coordinator):
    submit(application=application, by=coordinator)
    page = client.post(at("give_back", project, application.pk), {"remarks": "  "})
    assert page.status_code == 200
    application.refresh_from_db()
    assert application.state == "submitted"


@pytest.mark.parametrize("name", ["edit", "submit"])
def test_what_the_authority_has_is_not_worked_on(name, client, project, application, coordinator):
    submit(application=application, by=coordinator)
    page = client.get(at(name, project, application.pk), follow=True)
    assert page.redirect_chain[-1][0] == application.get_absolute_url()


def test_a_draft_is_removed_and_what_was_submitted_is_not(client, project, application, coordinator):
    submit(application=application, by=coordinator)
    page = posted(client, at("remove", project, application.pk))
    assert "Tego wniosku nie można usunąć." in page.text
    draft = PaymentApplicationFactory(
        project=project, since=project.ends_on + timedelta(days=1), until=date(2090, 1, 1)
    )
    posted(client, at("remove", project, draft.pk))
    assert list(project.payment_applications.all()) == [application]


def test_the_checks_say_what_is_not_counted_and_where_it_is_mended(client, project, application):
    ProjectIndicatorFactory(project=project, definition="CR03", name="", kind="result", total=3)
    ProjectIndicatorFactory(
        project=project, name="liczba środowisk", counts="register", register="community", words=[], total=1
    )
    RegisterEntryFactory(project=project, evidence="")
    late = project.ends_on - timedelta(days=5)
    ParticipationFactory(project=project, left=True, left_on=late)
    gap = PaymentApplicationFactory(
        project=project, number="WNP-X", since=project.ends_on + timedelta(days=10), until=date(2090, 1, 1)
    )
    page = read(client, at("submit", project, application.pk))
    assert "1 osoba czeka na dowód, a termin biegnie" in page
    assert "1 wpis czeka na dowód" in page
    assert "Okres zaczyna się pierwszego dnia projektu." in page
    page = read(client, at("submit", project, gap.pk))
    assert "nie obejmuje żaden wniosek" in page
    assert "Wniosek WNP-001 za poprzedni okres jest nadal: szkic." in page
    assert "Okres trwa do 01.01.2090" in page


def test_a_frozen_figure_opens_to_the_people_who_were_in_it(client, project, people, application, coordinator):
    report = submit(application=application, by=coordinator)
    page = read(client, at("report", project, report.pk))
    assert f"{at('members', project, report.pk, 'people')}?sex=K" in page
    page = read(client, at("members", project, report.pk, "people"))
    assert "W tym sprawozdaniu policzono 2 osoby: 1 kobieta, 1 mężczyzna." in page
    assert "rozpoczęła udział nie później niż" in page
    assert "Żak" in page
    assert AccessLog.objects.filter(act="list", subject=f"złożone sprawozdanie {report.pk}: people").exists()
    assert "Żak" not in read(client, at("members", project, report.pk, "people"), {"sex": "M"})
    assert "Żak" in read(client, at("members", project, report.pk, "people"), {"q": "zak"})
    assert "Nikogo tu nie ma." in read(client, at("members", project, report.pk, "people"), {"q": "nikt"})


def test_a_frozen_figure_of_things_opens_to_their_names(client, project, people, application, coordinator):
    report = submit(application=application, by=coordinator)
    key = next(told["key"] for told in report.data["indicators"] if told["name"] == "liczba środowisk")
    page = read(client, at("members", project, report.pk, key))
    assert "osiedle Środula" in page
    assert "protokół z diagnozy środowiska" in page


def test_things_of_every_kind_are_frozen_by_what_they_are_called(project, coordinator):
    form = FormOfSupportFactory(project=project)
    group = GroupFactory(form_of_support=form, name="grupa poranna", leader="Ewa Trenerska")
    EnrolmentFactory(group=group, participation=ParticipationFactory(project=project))
    session = SessionFactory(group=group, topic="Bilans")
    event = HeadcountEventFactory(project=project)
    for counts, where in (
        ("sessions", {"form_of_support": form}),
        ("leaders", {"form_of_support": form}),
        ("events", {"event_kind": event.kind}),
    ):
        ProjectIndicatorFactory(project=project, name=counts, kind="output", counts=counts, words=[], **where)
    application = PaymentApplicationFactory(project=project, until=project.ends_on)
    report = submit(application=application, by=coordinator)
    keys = {told["name"]: told["key"] for told in report.data["indicators"]}
    frozen = {row.key: row.things for row in report.members.filter(part="value")}
    assert [thing["name"] for thing in frozen[keys["sessions"]]] == [f"grupa poranna, {session.topic}"]
    assert [thing["name"] for thing in frozen[keys["leaders"]]] == ["Ewa Trenerska"]
    assert [(thing["name"], thing["on"]) for thing in frozen[keys["events"]]] == [
        (event.name, event.held_on.isoformat())
    ]


def test_the_parts_of_a_measure_open_too(client, project, people, application, coordinator):
    report = submit(application=application, by=coordinator)
    (measure,) = report.data["effectiveness"]
    page = client.get(at("members", project, report.pk, measure["key"]), {"part": "denominator"})
    assert page.status_code == 200
    assert client.get(at("members", project, report.pk, "nie-ma")).status_code == 404


def test_the_draft_says_that_it_is_one_and_what_was_submitted_has_no_draft(
    client, project, people, application, coordinator
):
    said = text_of(client.get(at("draft_pdf", project, application.pk)).content)
    assert "Szkic wniosku o płatność WNP-001. Nie został złożony" in said
    submit(application=application, by=coordinator)
    assert client.get(at("draft_pdf", project, application.pk)).status_code == 404


def test_a_correction_since_the_last_report_stands_on_the_page(client, project, people, application, coordinator):
    until = project.starts_on + timedelta(days=100)
    application.until = until
    application.save()
    submit(application=application, by=coordinator)
    ParticipationFactory(project=project, entered_on=project.starts_on + timedelta(days=10))
    following = PaymentApplicationFactory(project=project, since=until + timedelta(days=1), until=project.ends_on)
    page = read(client, at("application", project, following.pk))
    assert "Po poprzednim wniosku zmieniły się wcześniejsze dane." in page
    assert f"to=before-{following.pk}" in page
    page = client.get(at("compare", project), {"to": f"before-{following.pk}"}).text
    assert "Zmiany wcześniejszych danych" in page


def test_without_a_submitted_report_a_comparison_leads_to_the_list(client, project):
    assert client.get(at("compare", project)).url == at("list", project)


def test_who_may_not_see_names_sees_numbers_and_finds_nobody_by_name(project, people, application, coordinator):
    report = submit(application=application, by=coordinator)
    project.allowed = frozenset()
    seen = shown(project, report, "people", {"q": "zak"})
    assert (seen.sees_names, seen.searched, seen.rows.count()) == (False, "", 2)


# --- how many statements


def prepared(project, number):
    """So many applications with their reports, two versions each, and as many people."""
    by = UserFactory()
    for _time in range(number):
        ParticipationFactory(project=project)
        last = project.payment_applications.order_by("-until").first()
        since = last.until + timedelta(days=1) if last else project.starts_on
        application = PaymentApplicationFactory(project=project, since=since, until=since + timedelta(days=20))
        submit(application=application, by=by)
        give_back(application=application, by=by, remarks="uwagi")
    return application


@pytest.mark.parametrize("number", [1, 4])
def test_the_list_takes_few_statements(number, client, project, people, django_assert_max_num_queries):
    prepared(project, number)
    with django_assert_max_num_queries(9):
        client.get(at("list", project))


@pytest.mark.parametrize("number", [1, 4])
def test_an_application_takes_few_statements(number, client, project, people, django_assert_max_num_queries):
    application = prepared(project, number)
    with django_assert_max_num_queries(19):
        client.get(at("application", project, application.pk))
    with django_assert_max_num_queries(12):
        client.get(at("report", project, application.latest().pk))
    with django_assert_max_num_queries(14):
        client.get(at("members", project, application.latest().pk, "people"))
