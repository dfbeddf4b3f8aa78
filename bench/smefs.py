"""Synthetic rows of the file of SM EFS: any number, each different, all of them right; and a file made of them."""

import csv
import io
from datetime import date, timedelta

from stdnum.pl import pesel as pesel_number

from exchange.layouts import words
from exchange.layouts.columns import COLUMNS, HEADER, PLACE
from participants.completeness import completed_years

SURNAMES = "Łukasik Świątek Żak Nowak Ćwik Kowal Zając Źrebiec Ostrowska-Żółć".split()
NAMES = {"K": "Anna Zofia Łucja Żaneta".split(), "M": "Jan Łukasz Świętopełk Marek".split()}
STATUSES = ["unemployed", "inactive", "employed"]
SUPPORTS = [
    [("doradztwo/konsultacje", "doradztwo zawodowe")],
    [("krajowe szkolenie/kurs", ""), ("usługa aktywnej integracji", "usługa o charakterze społecznym")],
    [("doradztwo/konsultacje", "pomoc psychologiczna"), ("krajowe szkolenie/kurs", ""), ("staż/praktyka", "")],
]
SITUATIONS = ["osoba uzyskała kwalifikacje|osoba poszukująca pracy", "osoba nabyła kompetencje", "inne"]


def pesel_of(n):
    """The n-th PESEL of women and men born from 1955 on, a day each, and its sex."""
    born = date(1955, 1, 1) + timedelta(days=n % 18000)
    turn = n // 18000
    tenth = turn % 10
    serial = f"{turn // 10 % 1000:03}"
    month = born.month + (20 if born.year >= 2000 else 0)
    number = f"{born.year % 100:02}{month:02}{born.day:02}{serial}{tenth}"
    return number + pesel_number.calc_check_digit(number), "MK"[tenth % 2 == 0], born


def row(n, number="", starts_on=date(2024, 1, 1)):
    """The 43 cells of the n-th person."""
    pesel, sex, born = pesel_of(n)
    entered = starts_on + timedelta(days=31 + n * 31 % 300)
    left = entered + timedelta(days=120) if n % 10 < 7 else None
    status = STATUSES[n % 3]
    supports = SUPPORTS[n % len(SUPPORTS)]
    days = [entered + timedelta(days=7 * place) for place in range(len(supports))]
    cells = {
        "project": number,
        "citizenship": "Obywatelstwo polskie",
        "participant_kind": "Indywidualny",
        "first_name": NAMES[sex][n % 4],
        "last_name": f"{SURNAMES[n % len(SURNAMES)]}",
        "identifier": pesel,
        "no_pesel": "Nie",
        "technical_id": f"T{n:06}",
        "sex": "Kobieta" if sex == "K" else "Mężczyzna",
        "age": str(completed_years(born, entered)),
        "education": words.EDUCATION.shown[n % 3],
        "country": "Polska",
        "voivodeship": "śląskie",
        "county": "Sosnowiec",
        "commune": "Sosnowiec",
        "place": "Sosnowiec",
        "postcode": "41-200",
        "degurba": str(1 + n % 3),
        "phone": f"6{n % 100000000:08}",
        "email": f"osoba{n}@example.org",
        "entered_on": entered.isoformat(),
        "left_on": left.isoformat() if left else "",
        "labour_status": words.STATUS.label(status),
        "labour_detail": words.DETAILS[status].shown[n // 3 % 2],
        "situations": SITUATIONS[n // 2 % 3] if left else "",
        "by_path": ("Nie" if n % 10 == 6 else "Tak") if left else "",
        "support_range": "aktywna integracja; reintegracja",
        "support_kinds": "|".join(kind for kind, _ in supports),
        "support_details": "|".join(detail for _, detail in supports) if any(d for _, d in supports) else "",
        "support_dates": "|".join(day.isoformat() for day in days),
        "foreign_origin": "Nie",
        "third_country": "Nie",
        "minority": ["Nie", "Tak", "Odmowa podania danych"][n % 3],
        "homeless": "Nie" if n % 7 else "Tak",
        "disability": "Nie" if n % 5 else "Tak",
        "added_at": "2024-03-01 10:12:13",
        "added_by": "jan.kowalski",
        "remarks": 'uwaga "pilna"; sprawdzić' if n % 11 == 0 else "",
    }
    made = [""] * len(COLUMNS)
    for key, value in cells.items():
        made[PLACE[key]] = value
    return made


def file_of(rows, header=HEADER, mark="\ufeff"):
    """The bytes of a CSV of these rows as SM EFS writes it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return (mark + text.getvalue()).encode()
