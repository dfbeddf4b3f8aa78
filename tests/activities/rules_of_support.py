"""Rules of what one person is given, and the facts that break each; ``test_rules`` breaks them."""

from datetime import date, timedelta

from ..factories import (
    AllowanceFactory,
    AllowanceRateFactory,
    CertificateFactory,
    InstitutionSupportFactory,
    InternshipFactory,
    InternshipMonthFactory,
    PlannedSupportFactory,
)

EARLIER, LATER = date(2024, 3, 1), date(2024, 3, 31)
BACKWARDS = {"starts_on": LATER, "ends_on": EARLIER}
NEGATIVE_ZUS = "Składka ZUS nie może być ujemna."

TABLE = [
    (
        "planned_support_hours_positive",
        PlannedSupportFactory,
        {"hours_planned": 0},
        "Zaplanowana liczba godzin musi być większa od zera albo pusta.",
    ),
    ("internship_dates_in_order", InternshipFactory, BACKWARDS, "Koniec stażu jest wcześniejszy niż początek."),
    ("internship_host_nip_digits", InternshipFactory, {"host_nip": "526-025-02"}, "NIP ma 10 cyfr."),
    (
        "internship_day_has_hours",
        InternshipFactory,
        {"hours_a_day": 25},
        "Godzin dziennie jest więcej niż 0, a nie więcej niż 24.",
    ),
    (
        "internship_week_has_hours",
        InternshipFactory,
        {"hours_a_week": 0},
        "Godzin tygodniowo jest więcej niż 0, a nie więcej niż 168.",
    ),
    (
        "internship_month_begins",
        InternshipMonthFactory,
        {"month": LATER},
        "Miesiąc stażu zapisuje się pod jego pierwszym dniem.",
    ),
    ("internship_month_hours", InternshipMonthFactory, {"hours": 745}, "Godzin w miesiącu jest od 0 do 744."),
    (
        "certificate_dates_in_order",
        CertificateFactory,
        BACKWARDS,
        "Koniec wsparcia na zaświadczeniu jest wcześniejszy niż początek.",
    ),
    (
        "certificate_hours_fit",
        CertificateFactory,
        {"hours": -1},
        "Liczba godzin na zaświadczeniu nie może być ujemna.",
    ),
    ("allowance_rate_kind_known", AllowanceRateFactory, {"kind": "tip"}, "Nie ma takiego świadczenia na liście."),
    ("allowance_rate_unit_known", AllowanceRateFactory, {"unit": "kg"}, "Nie ma takiej jednostki na liście."),
    ("allowance_rate_positive", AllowanceRateFactory, {"amount": 0}, "Stawka musi być większa od zera."),
    ("allowance_rate_zus_fits", AllowanceRateFactory, {"zus": -1}, NEGATIVE_ZUS),
    ("allowance_kind_known", AllowanceFactory, {"kind": "tip"}, "Nie ma takiego świadczenia na liście."),
    ("allowance_unit_known", AllowanceFactory, {"unit": "kg"}, "Nie ma takiej jednostki na liście."),
    ("allowance_period_in_order", AllowanceFactory, BACKWARDS, "Koniec okresu jest wcześniejszy niż początek."),
    (
        "allowance_quantity_positive",
        AllowanceFactory,
        {"quantity": 0, "amount": 0},
        "Liczba musi być większa od zera.",
    ),
    (
        "allowance_amount_fits",
        AllowanceFactory,
        {"rate": -1, "quantity": 1, "amount": -1},
        "Kwota nie może być ujemna.",
    ),
    ("allowance_zus_fits", AllowanceFactory, {"zus": -1}, NEGATIVE_ZUS),
    (
        "allowance_amount_is_the_product",
        AllowanceFactory,
        {"amount": "531.61"},
        "Kwota to liczba razy stawka, zaokrąglona do grosza.",
    ),
    (
        "institution_support_kind_known",
        InstitutionSupportFactory,
        {"kind": "magic"},
        "Nie ma takiego rodzaju wsparcia na liście.",
    ),
    (
        "institution_support_detail_fits_kind",
        InstitutionSupportFactory,
        {"detail": "health"},
        "„W tym” nie pasuje do rodzaju wsparcia. Wybierz je jeszcze raz albo zostaw puste.",
    ),
    (
        "institution_support_dates_in_order",
        InstitutionSupportFactory,
        {"started_on": LATER, "ended_on": LATER - timedelta(days=1)},
        "Zakończenie wsparcia jest wcześniejsze niż rozpoczęcie.",
    ),
]
TWICE = [
    (
        "planned_support_once",
        PlannedSupportFactory,
        ["participation", "form_of_support"],
        "Ta forma wsparcia już jest w ścieżce.",
    ),
    (
        "internship_month_once",
        InternshipMonthFactory,
        ["internship", "month"],
        "Godziny tego miesiąca już są wpisane.",
    ),
    (
        "allowance_rate_once",
        AllowanceRateFactory,
        ["project", "kind", "valid_from"],
        "Stawka tego świadczenia od tego dnia już jest.",
    ),
    (
        "allowance_once",
        AllowanceFactory,
        ["participation", "kind", "starts_on", "ends_on", "form_of_support"],
        "To świadczenie za ten okres już jest zapisane dla tej osoby.",
    ),
    (
        "institution_support_once",
        InstitutionSupportFactory,
        ["institution", "kind", "detail", "started_on"],
        "To wsparcie instytucji od tego dnia już jest zapisane.",
    ),
]
# Broken in test_certificates: a copy of the row breaks another rule first.
ELSEWHERE = {"certificate_number_once"}
