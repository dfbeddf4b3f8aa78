"""The demo data: what the public documents state, counted from the rows by plain Python, and how the command behaves."""

import time
from collections import Counter
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from stdnum.pl import pesel as pesel_number

from accounts.models import User
from activities.models import Attendance, Enrolment, HeadcountEvent, Session
from activities.vocabulary import EventKind
from indicators.demo import accounts
from indicators.models import RegisterEntry
from participants.models import Participation, Person
from participants.vocabulary import Sex
from projects.models import Call, FundingLine, PlannedEvent, Programme, Project
from recruitment.models import Sitting

LONGEST_LOADING = 15  # seconds, on a machine with two cores
SLUGS = {
    "aktywne-centrum",
    "aktywny-spolecznie",
    "abc-gospodarki-spolecznej",
    "partnerstwo",
    "aktywizacja-efs-plus",
    "krok-do-siebie",
}


def run_demo(*flags):
    """What the command prints."""
    output = StringIO()
    call_command("demo", *flags, stdout=output)
    return output.getvalue()


HOUSE = ("accounts", "projects", "participants", "recruitment", "activities", "indicators", "settlements", "exchange")


def rows_of_everything():
    """How many rows each table of the program has."""
    return {
        model._meta.label: model.objects.count() for app in HOUSE for model in apps.get_app_config(app).get_models()
    }


@contextmanager
def fresh_tables():
    """As in a new database: what earlier tests filled and rolled back would mislead the planner about tables without rows."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    yield


@pytest.fixture(scope="class")
def loaded(django_db_setup, django_db_blocker):
    """The whole demo, loaded once for all the tests of a class and rolled back after them; gives the seconds it took."""
    with django_db_blocker.unblock(), fresh_tables(), transaction.atomic():
        began = time.monotonic()
        run_demo()
        yield time.monotonic() - began
        transaction.set_rollback(True)


@pytest.fixture
def trial(loaded):
    """Whatever the test changes is undone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def delete_all_of(project):
    """A project with everything in it, in an order in which nothing still needs what goes."""
    for rows in (
        project.candidates,
        Sitting.objects.filter(round__project=project),
        project.checklist,
        project.rounds,
        Session.objects.filter(group__form_of_support__project=project),
        project.participations,
        project.institutions,
        project.indicators,
    ):
        rows.all().delete()
    project.delete()


def people_of(slug, **facts):
    """The complete participations of a project that have these facts."""
    return list(Participation.objects.filter(project__slug=slug, is_complete=True, **facts).order_by("pk"))


def by_sex(participations):
    sexes = Counter(one.sex for one in participations)
    return sexes[Sex.FEMALE], sexes[Sex.MALE]


def proved(participations, *kinds):
    """Those with an outcome of such a kind whose proof came within four weeks after leaving, a qualification validated."""
    return [one for one in participations if any(_counts(outcome, one, kinds) for outcome in one.outcomes.all())]


def _counts(outcome, one, kinds):
    in_time = one.entered_on <= outcome.obtained_on <= one.left_on + timedelta(days=28)
    is_proof = outcome.evidence and (outcome.kind != "qualification" or outcome.is_validated)
    return outcome.kind in kinds and in_time and is_proof


def started(slug, form):
    return Enrolment.objects.filter(
        group__form_of_support__project__slug=slug, group__form_of_support__name=form, started_on__isnull=False
    )


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded")
class TestDemoData:
    def test_it_loads_in_seconds(self, loaded):
        assert loaded < LONGEST_LOADING

    def test_there_are_six_projects_and_the_programme_of_the_ministry(self):
        assert set(Project.objects.values_list("slug", flat=True)) == SLUGS
        assert Programme.objects.filter(slug="od-wykluczenia-do-aktywizacji").exists()

    def test_every_project_programme_person_and_user_is_marked_as_demo_data(self):
        for model in (Programme, Project, Person, User):
            assert not model.objects.filter(is_demo=False).exists(), model

    def test_every_pesel_is_valid_and_nobody_shares_one(self):
        numbers = list(Person.objects.exclude(pesel="").order_by("pk").values_list("pesel", flat=True))
        assert len(numbers) == len(set(numbers)) == 95 + 60 + 1346 + 25 + 40
        assert all(pesel_number.is_valid(number) for number in numbers)

    def test_everybody_is_complete_but_two_drafts_who_lack_different_things(self):
        drafts = Participation.objects.filter(is_complete=False).order_by("person__last_name")
        recorded_twice = drafts.filter(project__slug="krok-do-siebie")
        assert recorded_twice.count() == 1
        drafts = drafts.exclude(pk__in=recorded_twice)
        assert [str(one.person) for one in drafts] == ["Czyżewicz Damian", "Źdźbłowska Małgorzata"]
        assert [[requirement.field for requirement in one.missing()] for one in drafts] == [
            ["education", "phone"],
            ["phone", "other_disadvantage"],
        ]

    def test_nobody_is_in_a_project_outside_its_days_or_in_a_support_outside_the_participation(self):
        for one in Enrolment.objects.select_related("participation__project").order_by("pk"):
            participation = one.participation
            assert participation.project.starts_on <= participation.entered_on <= one.started_on
            assert (one.ended_on or one.started_on) <= (participation.left_on or participation.project.ends_on)

    def test_the_first_support_begins_on_the_day_of_entry(self):
        first = {}
        for participation, started_on in Enrolment.objects.order_by("-started_on").values_list(
            "participation", "started_on"
        ):
            first[participation] = started_on
        complete = Participation.objects.filter(is_complete=True)
        assert dict(complete.order_by("pk").values_list("pk", "entered_on")) == first

    def test_aktywne_centrum_has_93_people_56_women_37_men_and_7_with_disabilities(self):
        people = people_of("aktywne-centrum")
        assert by_sex(people) == (56, 37)
        assert by_sex([one for one in people if one.disability == "yes"]) == (4, 3)
        assert all(one.premises.exclude(document="").exists() for one in people)
        assert Participation.objects.filter(project__slug="aktywne-centrum").count() == 95
        assert sum(1 for one in people if one.reported_on) == 66

    @pytest.mark.parametrize(
        ("day", "women", "men"), [(date(2022, 9, 30), 4, 2), (date(2022, 12, 31), 7, 3)], ids=["quarter", "end"]
    )
    def test_aktywne_centrum_has_10_proofs_at_the_end_and_6_of_them_on_30_09_2022(self, day, women, men):
        with_proof = proved(people_of("aktywne-centrum", left_on__lte=day), "qualification", "competence")
        obtained = [one for one in with_proof if one.outcomes.get().obtained_on <= day]
        assert by_sex(obtained) == (women, men)

    def test_aktywne_centrum_divides_on_30_09_2022_into_6_5_2_41_and_39(self):
        day = date(2022, 9, 30)
        people = people_of("aktywne-centrum")
        left = [one for one in people if one.left_on <= day]
        counted = [one for one in proved(left, "qualification", "competence") if one.outcomes.get().obtained_on <= day]
        waiting = [one for one in left if one.left_on + timedelta(days=28) >= day and one not in counted]
        rest = [one for one in left if one not in counted + waiting]
        weak = [one for one in rest if str(one.person) in ("Gołębiewicz Ilona", "Ostrowicz Tadeusz")]
        assert [len(counted), len(waiting), len(weak), len(rest) - len(weak)] == [6, 5, 2, 41]
        assert len(people) - len(left) == 39
        assert not proved(rest, "qualification", "competence")

    @pytest.mark.parametrize(
        ("what", "women", "men", "holds"),
        [
            ("CO01", 24, 17, lambda one: one.labour_status.startswith("unemployed")),
            ("CO02", 16, 13, lambda one: one.labour_detail == "long_term"),
            ("CO03", 27, 17, lambda one: one.labour_status == "inactive"),
            ("CO04", 23, 15, lambda one: one.labour_detail == "not_in_education"),
            ("CO05", 5, 3, lambda one: one.labour_status == "employed"),
            ("CO06", 7, 5, lambda one: one.age_at_entry < 25),
            ("CO07", 13, 8, lambda one: one.age_at_entry > 54),
            ("CO09", 20, 15, lambda one: one.education in ("isced_1", "isced_2")),
            ("CO10", 28, 18, lambda one: one.education in ("isced_3", "isced_4")),
            ("CO11", 6, 3, lambda one: one.education == "isced_5_8"),
            ("CO15", 3, 1, lambda one: one.minority == "yes"),
            ("CO17", 11, 9, lambda one: one.other_disadvantage == "yes"),
            ("CO18", 1, 4, lambda one: one.homeless == "yes"),
            ("CO19", 0, 0, lambda one: one.degurba == 3),
        ],
    )
    def test_aktywne_centrum_looks_like_its_picture(self, what, women, men, holds):
        assert by_sex([one for one in people_of("aktywne-centrum") if holds(one)]) == (women, men), what

    def test_seven_people_of_aktywne_centrum_have_a_deadline_on_30_09_2022(self):
        """Five windows are open and two closed lately; nobody of them has any proof yet."""
        day = date(2022, 9, 30)
        lately = people_of("aktywne-centrum", left_on__range=(day - timedelta(days=56), day))
        kinds = ("qualification", "competence", "employment", "job_search", "social_progress")
        with_proof = [one for one in proved(lately, *kinds) if one.outcomes.earliest("obtained_on").obtained_on <= day]
        without = [one for one in lately if one not in with_proof]
        names = [one.person.last_name for one in without]
        assert sorted(names) == ["Dąbek", "Kurpisz", "Wróblewicz", "Ćwirko", "Ślązak", "Świętochowski", "Źrebiec"]

    def test_aktywne_centrum_has_5_communities_and_one_of_them_after_the_third_quarter(self):
        entries = RegisterEntry.objects.filter(project__slug="aktywne-centrum", register="community")
        assert entries.exclude(evidence="").count() == 5
        assert entries.filter(happened_on__lte=date(2022, 9, 30)).count() == 4

    def test_the_third_group_of_aktywne_centrum_has_one_mark_missing_on_its_sixth_meeting(self):
        sessions = Session.objects.filter(group__name="grupa 3", group__form_of_support__name__startswith="Trening")
        assert sessions.count() == 9
        sixth = sessions.get(held_on=date(2022, 9, 28))
        marks = Counter(Attendance.objects.filter(session=sixth).order_by("pk").values_list("status", flat=True))
        assert (sixth.group.enrolments.count(), marks) == (12, {"present": 9, "absent": 1, "excused": 1})

    def test_money_is_what_the_documents_say_to_the_grosz(self):
        def total(slug):
            return sum(line.amount for line in FundingLine.objects.filter(project__slug=slug).order_by("pk"))

        assert total("aktywne-centrum") == Decimal("1625495.90")
        assert total("aktywny-spolecznie") == Decimal("2077965.19")
        grant = [line for line in Project.objects.get(slug="aktywny-spolecznie").funding if line.is_grant]
        assert sum(line.amount for line in grant) == Decimal("1974066.93")
        assert total("partnerstwo") == Decimal("50000.00")

    def test_aktywny_spolecznie_has_60_people_and_results_21_2_and_11(self):
        people = people_of("aktywny-spolecznie")
        assert by_sex(people) == (41, 19)
        assert sum(1 for one in people if one.disability == "yes") == 4
        assert all(one.premises.exclude(document="").exists() for one in people)
        assert len(proved(people, "qualification")) == 21
        assert len([one for one in proved(people, "job_search") if one.labour_status == "inactive"]) == 2
        assert len([one for one in proved(people, "employment") if one.labour_status != "employed"]) == 11

    def test_aktywny_spolecznie_has_somebody_whose_job_does_not_make_it_effective(self):
        people = people_of("aktywny-spolecznie")
        found = [one for one in people if one.employed_on]
        assert len([one for one in found if one.effective_job_on]) == 8
        assert len([one for one in people if one.effective_job_on and not one.employed_on]) == 4

    def test_aktywny_spolecznie_has_two_offices_open_on_five_days(self):
        offices = Project.objects.get(slug="aktywny-spolecznie").offices.all()
        assert [[str(hours) for hours in office.hours.all()] for office in offices] == 2 * [
            [
                "poniedziałek 07:30–17:00",
                "wtorek 07:30–15:30",
                "środa 07:30–15:30",
                "czwartek 07:30–15:30",
                "piątek 07:30–14:00",
            ]
        ]

    def test_the_programme_has_four_calls_and_six_planned_conferences(self):
        ministry = Programme.objects.get(slug="od-wykluczenia-do-aktywizacji")
        assert ministry.allocation_left == 1950000
        calls = Call.objects.filter(programme=ministry)
        assert [call.closes_on for call in calls] == 4 * [date(2019, 3, 21)]
        assert [(call.number, call.age_from, call.age_to) for call in calls if call.age_from] == [("3", 15, 24)]
        assert PlannedEvent.objects.filter(programme=ministry, held_on=None).count() == 5 + 1

    def test_abc_has_1346_people_of_whom_1307_completed_it(self):
        people = people_of("abc-gospodarki-spolecznej")
        assert len(people) == 1346
        assert sum(1 for one in people if one.exit_reason == "completed") == 1307
        assert len(proved(people, "employment")) == 112
        assert sum(1 for one in people if one.business_on) == 6
        assert sum(1 for one in people if one.volunteering_on) == 9
        assert len(proved(people, "education")) == 4

    @pytest.mark.parametrize(
        ("form", "began", "finished"),
        [
            ("Coaching – trener zatrudnienia wspieranego", 391, 365),
            ("Staże zawodowe", 45, 45),
            ("Indywidualny program zatrudnienia w CIS", 15, 15),
            ("Szkolenia zawodowe", 183, 183),
        ],
    )
    def test_abc_gave_so_much_support(self, form, began, finished):
        enrolments = started("abc-gospodarki-spolecznej", form)
        assert (enrolments.count(), enrolments.filter(is_finished=True).count()) == (began, finished)

    def test_abc_advised_207_and_trained_242_to_found_social_enterprises(self):
        advised = started("abc-gospodarki-spolecznej", "Doradztwo w Inkubatorach Ekonomii Społecznej")
        founders = started("abc-gospodarki-spolecznej", "Szkolenia dla zakładających podmioty aktywizacji społecznej")
        assert [rows.values("participation").distinct().count() for rows in (advised, founders)] == [207, 242]

    def test_abc_had_13_trainers_492_visitors_four_founded_things_and_an_award(self):
        project = Project.objects.get(slug="abc-gospodarki-spolecznej")
        coaching = project.forms_of_support.get(name__startswith="Coaching")
        assert len(set(coaching.groups.values_list("leader", flat=True))) == 13
        assert len(set(coaching.groups.values_list("area", flat=True))) == 11
        assert sum(event.visitors for event in project.events.filter(kind=EventKind.INFORMATION)) == 492
        assert Counter(entry.register for entry in project.register_entries.all()) == {
            "incubator": 2,
            "social_enterprise": 2,
            "association": 2,
        }
        assert project.awards.get().entered_on == date(2010, 4, 29)

    def test_partnerstwo_had_25_talks_and_three_workshops_for_each_of_its_two_groups(self):
        project = Project.objects.get(slug="partnerstwo")
        assert project.agreement_number == "13/5/G/2020"
        talks = Session.objects.filter(group__form_of_support__project=project, enrolment__isnull=False)
        assert talks.count() == talks.values("enrolment__participation").distinct().count() == 25
        assert all(session.held_on.month in (7, 8) for session in talks)
        workshops = Session.objects.filter(group__form_of_support__project=project, enrolment=None)
        assert sorted(Counter(session.group_id for session in workshops).values()) == [3, 3]
        kinds = HeadcountEvent.objects.filter(project=project).values_list("kind", flat=True)
        assert sorted(kinds) == ["conference", "study_visit"]

    def test_the_project_to_try_things_in_is_empty_and_says_that_it_is_made_up(self):
        project = Project.objects.get(slug="aktywizacja-efs-plus")
        assert not project.participations.exists()
        assert "zmyślony" in project.description

    def test_there_is_a_login_for_every_role_and_each_works_in_every_project(self):
        emails = {email for email, (role, *_rest) in accounts.PEOPLE.items() if role}
        for user in User.objects.filter(email__in=emails).order_by("pk"):
            assert user.check_password(accounts.PASSWORD)
            assert user.memberships.count() == len(SLUGS)
            assert set(user.memberships.values_list("role", flat=True)) == {accounts.PEOPLE[user.email][0]}

    def test_the_logins_are_printed_one_a_line(self):
        lines = run_demo("--logins").splitlines()
        assert [line.split()[-2:] for line in lines] == [[email, accounts.PASSWORD] for email in accounts.PEOPLE]

    def test_a_login_whose_password_was_changed_is_not_printed(self, trial):
        user = User.objects.get(email=accounts.OPERATOR)
        user.set_password("zupełnie inne hasło")
        user.save()
        assert accounts.OPERATOR not in run_demo("--logins")

    def test_loading_again_changes_nothing(self, trial):
        before = rows_of_everything()
        assert "nic się nie zmieniło" in run_demo()
        assert rows_of_everything() == before

    def test_what_somebody_tried_out_stays(self, trial):
        project = Project.objects.get(slug="aktywizacja-efs-plus")
        Project.objects.filter(pk=project.pk).update(title="Próba")
        person = Person.objects.create(last_name="Próbna", first_name="Anna")
        Participation.objects.create(project=project, person=person, scope=project.scope, entered_on=date(2024, 5, 6))
        run_demo()
        project.refresh_from_db()
        assert (project.title, project.participations.count()) == ("Próba", 1)

    def test_a_demo_project_that_is_missing_comes_back_with_the_same_people(self, trial):
        project = Project.objects.get(slug="partnerstwo")
        people = sorted(project.participations.values_list("person__pesel", flat=True))
        delete_all_of(project)
        assert "Partnerstwo" in run_demo()
        again = Project.objects.get(slug="partnerstwo")
        assert sorted(again.participations.values_list("person__pesel", flat=True)) == people
        assert again.team.count() == 4

    @pytest.mark.parametrize("flag", [(), ("--if-empty",)])
    def test_somebody_real_beside_the_demo_data_is_noticed(self, trial, flag):
        User.objects.create_user("prawdziwa@example.org")
        if flag:
            assert run_demo(*flag) == ""
        else:
            with pytest.raises(CommandError):
                run_demo()


REAL_DATA = {
    "programme": lambda: Programme.objects.create(
        slug="p", name="Program", fund="EFS", period="2014-2020", indicator_list="esf_2014"
    ),
    "user": lambda: User.objects.create_user("prawdziwa@example.org"),
    "person": lambda: Person.objects.create(last_name="Prawdziwa", first_name="Anna"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("what", REAL_DATA)
def test_a_database_that_holds_real_data_is_refused_and_left_alone(what):
    REAL_DATA[what]()
    before = rows_of_everything()
    with pytest.raises(CommandError, match=r"^W bazie są dane, które nie są przykładowe.*\.$") as refusal:
        run_demo()
    assert refusal.value.returncode == 1
    assert rows_of_everything() == before


@pytest.mark.django_db
def test_a_real_project_is_refused_even_under_a_demo_programme():
    programme = REAL_DATA["programme"]()
    Programme.objects.update(is_demo=True)
    Project.objects.create(
        slug="p", title="Projekt", programme=programme, starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31)
    )
    with pytest.raises(CommandError):
        run_demo()


@pytest.mark.django_db
def test_if_empty_does_nothing_and_says_nothing_where_there_is_a_user():
    REAL_DATA["user"]()
    before = rows_of_everything()
    assert run_demo("--if-empty") == ""
    assert rows_of_everything() == before


@pytest.mark.django_db
def test_without_demo_accounts_there_are_no_logins_to_print():
    REAL_DATA["user"]()
    assert run_demo("--logins") == ""
