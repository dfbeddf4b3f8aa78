"""A series in one form: the preview, what is saved after it, and the rest of a series moved or cancelled."""

import re
import uuid
from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from activities.actions import save_attendance
from activities.models import Series, Session

from ..factories import EnrolmentFactory, SeriesFactory, SessionFactory
from .house import make_group, text_of, to

TYPED = {
    "weekdays": ["1", "3"],
    "starts_at": "9.00",
    "ends_at": "12.00",
    "hours": "",
    "first_on": "23.04.2024",
    "ending": "until",
    "until": "09.05.2024",
    "times": "",
    "skips_holidays": "on",
    "without": "",
    "besides": "",
    "place": "sala 2",
    "leader": "Beata Rzeźniczak",
    "topic": "",
}
ALL = ["23.04", "25.04", "30.04", "02.05", "07.05", "09.05"]


@pytest.fixture
def page(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def group(project):
    return make_group(project, people=1, hours_planned=None)


def days(group):
    return [f"{session.held_on:%d.%m}" for session in group.sessions.order_by("held_on")]


def seal_in(response):
    return re.search(r'name="seen" value="(\w+)"', response.content.decode())[1]


def planned(page, group, **typed):
    """Posts the form as people do: looks at the preview, then saves what it shows."""
    address = to("series_add", group.form_of_support.project, group.pk)
    preview = page.post(address, TYPED | typed | {"preview": "1"})
    assert not group.sessions.exclude(series=None).exists(), "a preview saves nothing"
    return page.post(address, TYPED | typed | {"save": "1", "seen": seal_in(preview)})


def test_a_series_is_shown_first_and_then_saved_as_one(project, group, page):
    shown = text_of(page.post(to("series_add", project, group.pk), TYPED | {"preview": "1"}))
    assert "6 zajęć, 18 h zegarowych." in shown
    assert "wtorek 23.04.2024, 9.00–12.00" in shown
    response = planned(page, group)
    assert response.url == to("group", project, group.pk)
    assert days(group) == ALL
    series = Series.objects.get()
    assert (series.weekdays, series.starts_at, str(series)) == ([1, 3], time(9), "wtorek, czwartek, 9.00–12.00")
    assert {(s.series, s.hours, s.leader, s.is_extra) for s in group.sessions.all()} == {
        (series, Decimal(3), "Beata Rzeźniczak", False)
    }


ENDINGS = [
    ({"ending": "times", "times": "3", "until": ""}, ALL[:3]),
    ({"weekdays": [], "besides": "11.05.2024 18.05.2024"}, ["11.05", "18.05"]),
    ({"without": "25.04.2024, 02.05.2024–07.05.2024"}, ["23.04", "30.04", "09.05"]),
    ({"weekdays": ["2"], "besides": "03.05.2024"}, ["24.04", "03.05", "08.05"]),
    ({"weekdays": ["2"], "skips_holidays": ""}, ["24.04", "01.05", "08.05"]),
]


@pytest.mark.parametrize(("typed", "expected"), ENDINGS)
def test_a_series_ends_and_leaves_out_what_was_asked(group, page, typed, expected):
    planned(page, group, **typed)
    assert days(group) == expected


def test_days_left_out_are_told_with_their_reason(project, group, page):
    typed = {"weekdays": ["2"], "without": "24.04.2024"}
    shown = text_of(page.post(to("series_add", project, group.pk), TYPED | typed | {"preview": "1"}))
    assert "Bez dni wolnych: 24.04.2024 (wskazany dzień), 01.05.2024 (Święto Państwowe)." in shown


def test_a_series_goes_on_until_the_planned_hours_are_used_up(project, page):
    group = make_group(project, people=0, hours_planned=Decimal(10), hour_unit="teaching")
    SessionFactory(group=group, hours=1, held_on=date(2024, 4, 2))
    SessionFactory(group=group, hours=5, held_on=date(2024, 4, 3), status="cancelled", cancel_reason="mróz")
    typed = {"ending": "hours", "until": ""}
    shown = text_of(page.post(to("series_add", project, group.pk), TYPED | typed | {"preview": "1"}))
    assert "3 zajęcia, 9 h dydaktycznych. Z zaplanowanymi wcześniej 1 h to 10 h." in shown
    assert "Dokładnie tyle, ile w planie na osobę." in shown
    assert "krótsze: tyle zostało z planu" in shown
    planned(page, group, **typed)
    hours = list(group.sessions.exclude(series=None).order_by("held_on").values_list("hours", "ends_at"))
    assert hours == [(4, time(12)), (4, time(12)), (1, time(9, 45))]


def test_hours_over_the_plan_are_told(project, page):
    group = make_group(project, people=0, hours_planned=Decimal(15))
    shown = text_of(page.post(to("series_add", project, group.pk), TYPED | {"preview": "1"}))
    assert "Plan na osobę to 15 h: o 3 h za dużo." in shown


def test_a_day_may_be_left_out_in_the_preview(project, group, page):
    planned(page, group, skip=["2024-04-25", "2024-05-02"])
    assert days(group) == ["23.04", "30.04", "07.05", "09.05"]


def test_what_was_not_shown_is_not_saved(project, group, page):
    address = to("series_add", project, group.pk)
    old = seal_in(page.post(address, TYPED | {"preview": "1"}))
    response = page.post(address, TYPED | {"place": "sala 3", "save": "1", "seen": old})
    assert "Plan zmienił się od ostatniego podglądu." in text_of(response)
    assert "Plan zmienił się od ostatniego podglądu." in text_of(page.post(address, TYPED | {"save": "1"}))
    assert not Session.objects.exists()


def test_a_series_posted_twice_is_made_once(group, page):
    number = str(uuid.uuid4())
    for _ in range(2):
        address = to("series_add", group.form_of_support.project, group.pk)
        seal = seal_in(page.post(address, TYPED | {"submission": number, "preview": "1"}))
        page.post(address, TYPED | {"submission": number, "save": "1", "seen": seal})
    assert days(group) == ALL


def test_conflicts_stand_in_the_preview_and_do_not_refuse(project, group, page):
    SessionFactory(group=make_group(project, people=0), held_on=date(2024, 4, 25), place="Sala  2".replace("  ", " "))
    shown = text_of(page.post(to("series_add", project, group.pk), TYPED | {"preview": "1"}))
    assert "1 zajęcia mają konflikt. Zapisać można mimo to." in shown
    assert "to samo miejsce : kurs komputerowy" in shown
    assert planned(page, group).status_code == 302


def test_a_name_typed_otherwise_becomes_the_one_on_record(project, group, page):
    SessionFactory(group=make_group(project, people=0), place="Świetlica", leader="Beata Rzeźniczak")
    planned(page, group, leader="beata rzezniczak", place="swietlica")
    assert set(group.sessions.values_list("leader", "place")) == {("Beata Rzeźniczak", "Świetlica")}


def test_htmx_gets_the_preview_alone(project, group, page):
    response = page.post(to("series_add", project, group.pk), TYPED, headers={"HX-Request": "true"})
    assert "<html" not in response.content.decode()
    assert "6 zajęć" in text_of(response)


WRONG = [
    ({"weekdays": []}, "Zaznacz co najmniej jeden dzień tygodnia albo dodaj pojedyncze dni."),
    ({"weekdays": ["7"]}, "Wybierz poprawną wartość."),
    ({"until": ""}, "Podaj ostatni dzień serii."),
    ({"until": "01.04.2024"}, "Ostatni dzień jest wcześniejszy niż pierwszy."),
    ({"until": "01.01.2027"}, "Ten dzień jest poza okresem realizacji projektu"),
    ({"first_on": "31.12.2023"}, "Ten dzień jest poza okresem realizacji projektu"),
    ({"besides": "24.12.2023"}, "24.12.2023 jest poza okresem realizacji projektu"),
    ({"besides": "jutro"}, "Wpisz dni po przecinku, na przykład 24.12.2024"),
    ({"without": "07.05.2024–02.05.2024"}, "Koniec okresu jest wcześniejszy niż początek."),
    ({"without": "07.05.2024–02.06.2026"}, "Ten okres jest dłuższy niż rok."),
    ({"ending": "times"}, "Podaj liczbę zajęć."),
    ({"ending": "hours"}, "Wybierz poprawną wartość."),
    ({"starts_at": ""}, "To pole jest wymagane."),
    ({"ends_at": "8.00"}, "Zajęcia serii kończą się wcześniej, niż się zaczynają."),
    (
        {"weekdays": ["0", "1", "2", "3", "4"], "until": "31.12.2026"},
        "To ponad 250 zajęć. Wybierz wcześniejszy koniec.",
    ),
    ({"until": "23.04.2024", "weekdays": ["0"]}, "W tym okresie nie ma żadnego takiego dnia."),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG)
def test_what_is_wrong_is_said_and_nothing_is_planned(project, group, page, typed, sentence):
    response = page.post(to("series_add", project, group.pk), TYPED | typed | {"save": "1"})
    assert sentence in text_of(response)
    assert not Session.objects.exists()


def test_hours_planned_already_leave_nothing_to_plan(project, page):
    group = make_group(project, people=0, sessions=2, hours_planned=Decimal(8))
    response = page.post(to("series_add", project, group.pk), TYPED | {"ending": "hours", "save": "1"})
    assert "Planowane godziny są już rozpisane w zajęciach." in text_of(response)


def test_a_series_of_individual_support_is_for_one_person(project, page):
    group = make_group(project, people=2, mode="individual", hours_planned=None)
    first = group.enrolments.order_by("pk").first()
    planned(page, group, enrolment=first.pk)
    assert {session.enrolment for session in group.sessions.all()} == {first}
    other = EnrolmentFactory(group=make_group(project, people=0, mode="individual"))
    response = page.post(to("series_add", project, group.pk), TYPED | {"enrolment": other.pk, "save": "1"})
    assert "Wybierz poprawną wartość." in text_of(response)


@pytest.mark.parametrize("name", ["series_add", "session_add"])
def test_an_individual_meeting_in_an_empty_group_says_whom_to_enrol_first(project, page, name):
    group = make_group(project, people=0, mode="individual")
    response = page.get(to(name, project, group.pk))
    assert "Najpierw zapisz osobę" in text_of(response)
    assert to("enrol", project, group.pk) in response.content.decode()
    assert "<select" not in response.content.decode()


# --- the rest


@pytest.fixture
def series(group):
    series = SeriesFactory(group=group)
    for n in range(4):
        SessionFactory(group=group, series=series, held_on=date(2024, 3, 5) + timedelta(days=7 * n))
    return series


REST = {"series": "", "since": "12.03.2024", "what": "move", "days": "1", "starts_at": "", "ends_at": "", "reason": ""}


def change(page, group, **typed):
    address = to("rest", group.form_of_support.project, group.pk)
    before = days(group)
    shown = page.post(address, REST | typed | {"preview": "1"})
    assert days(group) == before, "a preview changes nothing"
    return page.post(address, REST | typed | {"save": "1", "seen": seal_in(shown)})


def test_the_rest_moves_by_some_days_and_remembers_where_it_was(group, series, page):
    assert change(page, group).status_code == 302
    assert days(group) == ["05.03", "13.03", "20.03", "27.03"]
    assert list(group.sessions.order_by("held_on").values_list("moved_from", flat=True)) == [
        None,
        date(2024, 3, 12),
        date(2024, 3, 19),
        date(2024, 3, 26),
    ]


def test_moved_back_it_was_never_moved(group, series, page):
    change(page, group)
    change(page, group, since="13.03.2024", days="-1")
    assert days(group) == ["05.03", "12.03", "19.03", "26.03"]
    assert not group.sessions.filter(moved_from__isnull=False).exists()


def test_the_rest_moves_to_other_hours(group, series, page):
    change(page, group, days="", starts_at="14", ends_at="18.00")
    assert set(group.sessions.filter(starts_at=time(14)).values_list("ends_at", "moved_from")) == {(time(18), None)}
    assert group.sessions.filter(starts_at=time(14)).count() == 3


def test_the_rest_is_cancelled_with_its_reason(group, series, page):
    change(page, group, what="cancel", days="", reason="  koniec   umowy sali ")
    assert list(group.sessions.order_by("held_on").values_list("status", "cancel_reason")) == [
        ("planned", ""),
        *[("cancelled", "koniec umowy sali")] * 3,
    ]


def test_one_series_leaves_other_sessions_alone(group, series, page):
    SessionFactory(group=group, held_on=date(2024, 3, 15))
    change(page, group, series=series.pk, days="7")
    assert days(group) == ["05.03", "15.03", "19.03", "26.03", "02.04"]


def test_a_session_with_attendance_stays_where_it_is(group, series, page):
    marked = group.sessions.get(held_on=date(2024, 3, 12))
    save_attendance(session=marked, marks={group.enrolments.get().pk: "present"})
    change(page, group)
    assert days(group) == ["05.03", "12.03", "20.03", "27.03"]


def test_a_public_holiday_and_a_conflict_stand_in_the_preview(project, group, series, page):
    SessionFactory(group=make_group(project, people=0), held_on=date(2024, 4, 1), place="sala 2")
    shown = text_of(page.post(to("rest", project, group.pk), REST | {"days": "6", "preview": "1"}))
    assert "poniedziałek 01.04.2024" in shown
    assert "dzień wolny : Poniedziałek Wielkanocny" in shown
    assert "1 zajęcia mają konflikt." in shown


WRONG_REST = [
    ({"days": ""}, "Podaj, o ile dni przenieść zajęcia, albo nowe godziny."),
    ({"days": "2000"}, "Upewnij się, że ta wartość jest mniejsza lub równa 366."),
    ({"days": "-100"}, "Ten dzień jest poza okresem realizacji projektu"),
    ({"starts_at": "9.00"}, "Podaj obie godziny: od i do."),
    ({"starts_at": "9.00", "ends_at": "8.00"}, "Zajęcia kończą się wcześniej, niż się zaczynają."),
    ({"what": "cancel"}, "Podaj powód odwołania"),
    ({"since": "01.12.2026"}, "Od tego dnia nie ma zajęć bez zapisanej obecności."),
    ({"since": ""}, "To pole jest wymagane."),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG_REST)
def test_what_is_wrong_with_the_rest_is_said(project, group, series, page, typed, sentence):
    response = page.post(to("rest", project, group.pk), REST | typed | {"save": "1", "seen": "x"})
    assert sentence in text_of(response)
    assert days(group) == ["05.03", "12.03", "19.03", "26.03"]


def test_a_change_that_was_not_shown_is_not_made(project, group, series, page):
    response = page.post(to("rest", project, group.pk), REST | {"save": "1", "seen": "x"})
    assert "Plan zmienił się od ostatniego podglądu." in text_of(response)
    assert days(group) == ["05.03", "12.03", "19.03", "26.03"]


@pytest.mark.parametrize("people", [2, 30])
def test_a_preview_asks_no_more_for_more_people(project, page, django_assert_max_num_queries, people):
    group = make_group(project, people=people, hours_planned=None)
    for _n in range(3):
        other = make_group(project, people=0)
        for enrolment in group.enrolments.order_by("pk"):
            EnrolmentFactory(group=other, participation=enrolment.participation)
        for n in range(6):
            SessionFactory(group=other, held_on=date(2024, 4, 23) + timedelta(days=2 * n))
    with django_assert_max_num_queries(22):
        page.post(to("series_add", project, group.pk), TYPED | {"preview": "1"})
