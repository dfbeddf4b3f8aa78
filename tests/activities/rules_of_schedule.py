"""The rules of sessions and series as ``test_rules`` breaks them: rule, maker, facts that break it, sentence."""

from datetime import date, time

from ..factories import FormOfSupportFactory, SeriesFactory, SessionFactory

TABLE = [
    (
        "form_of_support_detail_fits_kind",
        FormOfSupportFactory,
        {"kind": "training", "detail": "career"},
        "„W tym” nie pasuje do rodzaju wsparcia. Wybierz je jeszcze raz albo zostaw puste.",
    ),
    ("session_status_known", SessionFactory, {"status": "late"}, "Zajęcia są w planie albo odwołane."),
    (
        "session_cancelled_has_reason",
        SessionFactory,
        {"status": "cancelled", "cancel_reason": ""},
        "Odwołane zajęcia mają powód, a zajęcia w planie go nie mają.",
    ),
    (
        "session_moved_from_another_day",
        SessionFactory,
        {"held_on": date(2024, 3, 6), "moved_from": date(2024, 3, 6)},
        "Zajęcia przenosi się na inny dzień niż ten, w którym były.",
    ),
    (
        "series_ends_after_it_starts",
        SeriesFactory,
        {"starts_at": time(12), "ends_at": time(9)},
        "Zajęcia serii kończą się wcześniej, niż się zaczynają.",
    ),
    (
        "series_weekdays_known",
        SeriesFactory,
        {"weekdays": [7]},
        "Dni tygodnia serii to dni od poniedziałku do niedzieli.",
    ),
]
