"""The way of the demo's people, from the application to the last follow-up: every part is there, and every page opens on it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F, Q
from django.test import override_settings
from django.utils import timezone, translation

from accounts.models import User
from activities.conflicts import clashes_among
from activities.models import (
    Allowance,
    Attendance,
    Certificate,
    Enrolment,
    HeadcountEvent,
    InstitutionSupport,
    Internship,
    InternshipMonth,
    PlannedSupport,
    Series,
    Session,
)
from activities.rates import warned
from exchange.models import Comparison, Finding, ImportRun
from indicators.as_json import report_data
from indicators.models import ProjectIndicator, RegisterEntry, TargetCorrection
from indicators.reports import ProgressReport
from participants.deadlines import follow_up_day, followed
from participants.models import Call, Document, Institution, Outcome, Participation, Resemblance, WithdrawnExit
from projects.models import Project
from recruitment.models import Candidate, Criterion, DecisionLog, Quota, ReceivedDocument, Sitting
from settlements.choosing import Choice
from settlements.models import PaymentApplication, SubmittedReport

from .addresses import GAPS_OF, address, object_in_gap
from .conftest import signed_in
from .test_demo import fresh_tables, run_demo

pytestmark = (
    pytest.mark.django_db
)  # also for the classes: without a marked test pytest-django prepares no database of tests

WITH_PEOPLE = ["aktywne-centrum", "aktywny-spolecznie", "abc-gospodarki-spolecznej", "partnerstwo", "krok-do-siebie"]
WITH_PAGES = ["krok-do-siebie", "partnerstwo", "aktywne-centrum"]
OF_A_SESSION = "group__form_of_support__project__slug"
COORDINATOR = "koordynatorka@wlaczenie.example"


@pytest.fixture(scope="class")
def loaded(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), fresh_tables(), transaction.atomic():
        run_demo()
        yield
        transaction.set_rollback(True)


def candidates(slug, **facts):
    return Candidate.objects.filter(project__slug=slug, **facts)


def left_in(slug):
    return Participation.objects.filter(project__slug=slug, is_complete=True, left_on__isnull=False)


@pytest.mark.usefixtures("loaded")
class TestTheWay:
    @pytest.mark.parametrize("slug", WITH_PEOPLE)
    def test_each_project_has_candidates_whose_decisions_are_told(self, slug):
        joined = candidates(slug, decision="qualified", participation__isnull=False)
        assert joined.count() >= 20
        assert not joined.exclude(who_is_the_same()).exists()
        assert DecisionLog.objects.filter(candidate__in=joined, sitting__isnull=False).count() == joined.count()
        assert not joined.filter(applied_on__gte=F("participation__entered_on")).exists()
        assert candidates(slug, decision="reserve").exists()
        gone = candidates(slug, decision__in=["rejected", "withdrawn"])
        assert set(gone.values_list("decision", flat=True)) == {"rejected", "withdrawn"}
        assert not gone.filter(Q(decision_reason="") | Q(delete_after__isnull=True)).exists()

    @pytest.mark.parametrize("slug", WITH_PEOPLE)
    def test_the_commission_sat_before_the_first_of_its_people_entered(self, slug):
        for sitting in Sitting.objects.filter(round__project__slug=slug).order_by("pk"):
            people = sitting.round.candidates.filter(participation__isnull=False)
            first = people.earliest("participation__entered_on").participation.entered_on
            assert sitting.round.opens_on <= sitting.round.closes_on < sitting.held_on < first
            assert sitting.record["formal"]
            assert sitting.record["quotas"]

    @pytest.mark.parametrize("slug", WITH_PEOPLE)
    def test_everybody_who_joined_had_brought_the_required_documents(self, slug):
        for candidate in candidates(slug, participation__isnull=False).order_by("pk"):
            brought = ReceivedDocument.objects.filter(candidate=candidate, item__is_required=True)
            assert brought.count() == 4

    @pytest.mark.parametrize("slug", WITH_PEOPLE)
    def test_each_project_has_paths_and_most_left_by_them(self, slug):
        people = left_in(slug).filter(path_planned__gt=0).select_related("project")
        by_path = [one.ended_by_path for one in people.order_by("pk")]
        assert 0.6 < by_path.count(True) / len(by_path) < 1
        assert PlannedSupport.objects.filter(participation__project__slug=slug, hours_planned__gt=0).exists()

    @pytest.mark.parametrize("slug", WITH_PEOPLE)
    def test_each_project_has_sessions_in_series_with_marks_and_cards_by_the_hour(self, slug):
        sessions = Session.objects.filter(**{OF_A_SESSION: slug})
        assert Series.objects.filter(**{OF_A_SESSION: slug}).exists()
        assert Attendance.objects.filter(session__in=sessions.filter(series__isnull=False)).exists()
        assert sessions.filter(moved_from__isnull=False).exists()
        cards = sessions.filter(enrolment__isnull=False)
        assert cards.exists()
        assert not cards.filter(Q(starts_at=None) | Q(ends_at=None) | Q(topic="")).exists()

    @pytest.mark.parametrize("slug", WITH_PEOPLE)
    def test_each_project_has_outcomes_with_files_and_some_without(self, slug):
        outcomes = Outcome.objects.filter(participation__project__slug=slug)
        assert outcomes.filter(documents__isnull=False).exists()
        assert outcomes.filter(documents=None).exists()
        for document in Document.objects.filter(project__slug=slug).order_by("pk")[:5]:
            with document.file.open() as file:
                assert file.read(4) in (b"%PDF", b"\x89PNG")

    @pytest.mark.parametrize("slug", WITH_PEOPLE)
    def test_each_project_has_calls_caretakers_and_a_closed_matter(self, slug):
        people = left_in(slug)
        assert Call.objects.filter(participation__in=people).count() > 5
        assert people.filter(caretaker__isnull=False).exists()
        assert people.filter(matter_closed_on__isnull=False).exists()

    def test_every_part_is_somewhere(self):
        for model in (
            Internship,
            InternshipMonth,
            Allowance,
            Certificate,
            Institution,
            InstitutionSupport,
            WithdrawnExit,
        ):
            assert model.objects.exists(), model
        assert Session.objects.filter(status="cancelled").exists()
        assert Session.objects.filter(is_extra=True).exists()
        assert Participation.objects.filter(by_path_note__gt="").exists()
        assert Participation.objects.filter(main_participation__isnull=False).exists()
        assert Candidate.objects.filter(main_candidate__isnull=False).exists()
        delegated = Participation.objects.filter(delegated_by__isnull=False)
        assert delegated.exists()
        assert not delegated.filter(is_complete=False).exists()

    def test_two_projects_have_an_open_round_and_some_who_wait_lack_documents(self):
        waiting = Candidate.objects.filter(decision="waiting").order_by("pk")
        assert {one.project.slug for one in waiting} == {"aktywizacja-efs-plus", "krok-do-siebie"}
        assert all(one.round.is_open for one in waiting)
        brought = {one.received.filter(item__is_required=True).count() for one in waiting}
        assert min(brought) < max(brought) == 4

    def test_allowances_agree_with_their_rates(self):
        for one in Allowance.objects.order_by("pk"):
            assert one.amount == (one.quantity * one.rate).quantize(one.amount)

    def test_the_place_to_try_things_has_candidates_and_a_plan_but_nobody_in_it(self):
        project = Project.objects.get(slug="aktywizacja-efs-plus")
        assert not project.participations.exists()
        assert project.candidates.count() == 6
        assert Session.objects.filter(**{OF_A_SESSION: project.slug}).count() == 10


@pytest.mark.usefixtures("loaded")
class TestTheProjectInFullRun:
    """Its days are counted from today, so that it always has something to do."""

    @pytest.fixture
    def project(self):
        return Project.objects.get(slug="krok-do-siebie")

    def test_its_forty_people_came_from_the_file_of_the_authority(self, project):
        run = ImportRun.objects.get(project=project)
        assert (run.state, run.counts()) == (
            "done",
            {"rows": 40, "created": 40, "updated": 0, "unchanged": 0, "rejected": 0},
        )
        assert project.participations.filter(is_complete=True).count() == 40

    def test_the_reconciliation_has_two_people_who_differ(self, project):
        rows = Comparison.objects.get(project=project).rows
        assert rows.filter(finding=Finding.SAME).count() == 38
        differing = rows.filter(finding=Finding.DIFFERS)
        found = sorted(tuple(one["name"] for one in row.differences) for row in differing.order_by("pk"))
        assert found == [
            ("Kod pocztowy",),
            ("Status osoby na rynku pracy w chwili przystąpienia do projektu", "w tym"),
        ]

    def test_some_windows_are_open_and_some_are_overdue(self, project):
        on = follow_up_day(project)
        assert on == timezone.localdate()
        waits = followed(project.participations, on, "results").filter(awaits_result=True, is_closed=False)
        assert waits.filter(left_on__gte=on - timedelta(days=28)).exists()
        assert waits.filter(left_on__lt=on - timedelta(days=28)).exists()

    def test_two_groups_want_one_room_this_week(self, project):
        monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
        week = Session.objects.filter(
            **{OF_A_SESSION: project.slug}, held_on__range=(monday, monday + timedelta(days=6))
        )
        found = clashes_among(list(week.select_related("group__form_of_support").order_by("pk")))
        assert any("place" in clash.kinds for clashes in found.values() for clash in clashes)

    def test_somebody_misses_so_much_that_the_early_warning_speaks(self, project):
        assert list(warned(project))
        skills = Session.objects.filter(**{OF_A_SESSION: project.slug}, series__isnull=False)
        assert skills.filter(held_on__gt=timezone.localdate()).exists()

    def test_somebody_is_recorded_twice(self, project):
        pair = Resemblance.objects.get(one__participations__is_complete=False, one__participations__project=project)
        assert (pair.one.pesel, pair.other.pesel != "") == ("", True)


@pytest.mark.usefixtures("loaded")
class TestPaymentApplications:
    """What the demo told the authority is what its data say of those days."""

    def test_one_is_accepted_the_last_is_ready_one_came_back_and_one_runs(self):
        states = PaymentApplication.objects.order_by("project", "since").values_list("project__slug", "state")
        assert sorted(states) == [
            ("aktywne-centrum", "accepted"),
            ("aktywne-centrum", "draft"),
            ("krok-do-siebie", "draft"),
            ("krok-do-siebie", "returned"),
        ]

    def test_the_frozen_figures_are_those_of_the_engine_on_those_days(self):
        reports = list(SubmittedReport.objects.select_related("application__project").order_by("pk"))
        assert len(reports) == 2
        for report in reports:
            with translation.override("pl"):
                told = report_data(ProgressReport.build(report.application.project, report.on, report.since))
            for name in ("indicators", "effectiveness"):
                frozen = [
                    {key: each[key] for key in now} for each, now in zip(report.data[name], told[name], strict=True)
                ]
                assert frozen == told[name]

    def test_nothing_was_changed_since(self):
        for report in SubmittedReport.objects.select_related("application__project").order_by("pk"):
            choice = Choice.read(report.application.project, {"from": str(report.pk)})
            assert not choice.comparison(report.application.project).differing


@pytest.mark.usefixtures("loaded")
class TestPages:
    @pytest.mark.parametrize("slug", WITH_PAGES)
    def test_every_page_of_the_project_opens_for_the_coordinator(self, slug):
        client = signed_in(User.objects.get(email=COORDINATOR))
        world = world_of(Project.objects.get(slug=slug))
        answers = {name: status_of(client, address_in(world, name)) for name in pages_of(world)}
        assert {name for name, status in answers.items() if status not in OPENS} == FOR_OTHERS | NOT_HERE.get(
            slug, set()
        )
        assert sum(status == OK for status in answers.values()) > 60

    def test_no_address_is_left_out(self):
        worlds = [world_of(project) for project in Project.objects.filter(slug__in=WITH_PAGES).order_by("pk")]
        seen = {name for world in worlds for name in pages_of(world)}
        left_out = {name for name in GAPS_OF if name.partition(":")[0] in ROOMS} - seen
        assert {name for name in left_out if not is_paper(name)} == NOT_IN_THE_DEMO


ROOMS = {"participants", "recruitment", "activities", "indicators", "settlements", "exchange"}
OK, GOES_ON, ONLY_POST = 200, 302, 405
OPENS = (OK, GOES_ON, ONLY_POST)
NOT_IN_THE_DEMO = {"participants:part"}  # nobody was joined with anybody
FOR_OTHERS = {"participants:report"}  # whoever settles the project passes people on
NOT_HERE = {
    "krok-do-siebie": {"participants:institution_add", "participants:institutions"},  # of 2014–2020
    "partnerstwo": {"activities:internship_add"},  # gave no internships
}


def is_paper(name):
    """Files take their time to be made; other tests make them."""
    return any(word in name for word in ("pdf", "print", "paper", "protocol", "letter", "download", "export"))


def pages_of(world):
    """The names of the addresses of a project that have something to show here."""
    for name, gaps in GAPS_OF.items():
        if name.partition(":")[0] in ROOMS and not is_paper(name):
            objects = [object_in_gap(name, gap) for gap in gaps]
            if all(known is None or getattr(world, known) is not None for known in objects):
                yield name


def status_of(client, page):
    """What a page answers; a file that it sends is read to its end, and so closed."""
    response = client.get(page)
    if response.streaming:
        list(response.streaming_content)
    return response.status_code


def address_in(world, name):
    """The address of a page; a call is that of the person who was called."""
    return address(name, world, **({"pk": world.contact.participation_id} if "call_pk" in GAPS_OF[name] else {}))


def world_of(project):
    """One object of each kind that an address can point at, or None where the project has none."""

    def first(rows):
        return rows.order_by("pk").first()

    here = {"participation__project": project}
    session = first(Session.objects.filter(group__form_of_support__project=project, enrolment=None))
    talks = Session.objects.filter(group__form_of_support__project=project, enrolment__isnull=False)
    talk = first(talks.filter(enrolment__participation__outcomes__isnull=False))
    person = talk.enrolment.participation
    return SimpleNamespace(
        project=project,
        participation=person,
        person=person.person,
        outcome=first(Outcome.objects.filter(participation=person)),
        contact=first(Call.objects.filter(**here)),
        document=first(Document.objects.filter(project=project)),
        merge=None,
        institution=first(project.institutions),
        form=session.group.form_of_support,
        group=session.group,
        session=session,
        event=first(HeadcountEvent.objects.filter(project=project)),
        card_form=talk.group.form_of_support,
        certified=first(Enrolment.objects.filter(certificate__project=project)),
        internship=first(Internship.objects.filter(enrolment__participation__project=project)),
        allowance=first(Allowance.objects.filter(**here)),
        rate=first(project.allowance_rates),
        institution_support=first(InstitutionSupport.objects.filter(institution__project=project)),
        register_entry=first(RegisterEntry.objects.filter(project=project)),
        authority_value=first(project.authority_values),
        indicator=first(ProjectIndicator.objects.filter(project=project)),
        correction=first(TargetCorrection.objects.filter(indicator__project=project)),
        round=first(project.rounds),
        criterion=first(Criterion.objects.filter(round__project=project)),
        quota=first(Quota.objects.filter(project=project)),
        candidate=first(project.candidates.filter(decision="waiting")) or first(project.candidates),
        sitting=first(Sitting.objects.filter(round__project=project)),
        application=first(project.payment_applications),
        sent_application=first(project.payment_applications.exclude(state="draft")),
        submitted_report=first(SubmittedReport.objects.filter(application__project=project)),
        import_run=first(ImportRun.objects.filter(project=project)),
        comparison=first(Comparison.objects.filter(project=project)),
        words=words_of(project),
    )


def words_of(project):
    other = project.participations.order_by("pk").last()
    return {
        "slug": project.slug,
        "project_slug": project.slug,
        "programme_slug": project.programme.slug,
        "other": str(other.person_id),
        "layout": "smefs",
        "key": "people",
        "kind": "region",
        "list_name": "lista-rankingowa",
        "rule": "age",
        "paper": "declaration",
        "format": "csv",
        "ext": "csv",
    }


class TestAtAPublicAddress:
    @pytest.mark.parametrize("flags", [(), ("--if-empty",)])
    def test_an_empty_database_is_left_empty_with_a_sentence(self, flags):
        with override_settings(IS_PUBLIC=True), pytest.raises(CommandError, match=r"^Pod adresem publicznym.*\.$"):
            call_command("demo", *flags)
        assert not User.objects.exists()
        assert not Project.objects.exists()

    def test_whoever_asks_for_it_gets_it(self, monkeypatch):
        loaded = []
        monkeypatch.setattr(
            "exchange.management.commands.demo.load_missing", lambda authority: loaded.append(authority) or ["x"]
        )
        with override_settings(IS_PUBLIC=True):
            assert "Wczytano x" in run_demo("--public-logins")
        assert len(loaded) == 1


def who_is_the_same():
    """The application says of who it is what the person's record says."""
    return Q(last_name=F("participation__person__last_name"), pesel=F("participation__person__pesel"))
