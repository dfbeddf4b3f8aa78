"""Made-up people: names, birth days, valid PESELs, addresses and contacts, all of it drawn from a fixed seed.

A PESEL that is right in form may by chance belong to somebody. The people are told from real ones by ``is_demo``, by telephone
numbers that no network gives out (000 after the dialling code) and by the domain .example (RFC 2606).
"""

from datetime import date, timedelta
from random import Random
from unicodedata import combining, normalize

from participants.models import Person
from participants.vocabulary import Sex

from .names import SURNAMES, first_names, surname

PESEL_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
CENTURIES = {1800: 80, 1900: 0, 2000: 20}  # what the month of a PESEL says about the century
DOUBLE_BARRELLED = 0.06
HOLIDAYS = {(1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26)}  # months and days


def pesel_of(born, serial):
    """The PESEL of a birth day and a serial number of four digits, the last of which is odd for men."""
    month = born.month + CENTURIES[born.year // 100 * 100]
    digits = f"{born.year % 100:02}{month:02}{born.day:02}{serial:04}"
    return digits + str(-sum(weight * int(digit) for weight, digit in zip(PESEL_WEIGHTS, digits, strict=True)) % 10)


def years_before(day, years):
    """The same day so many years earlier; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def age_on(day, born):
    """Completed years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def ascii_of(text):
    """Lower-case letters without accents, for an e-mail address."""
    plain = normalize("NFD", text.lower().replace("ł", "l"))
    return "".join(letter for letter in plain if not combining(letter))


class Crowd:
    """A source of people for one project. ``block``, 0 to 9, seeds it and begins every serial number, so that two crowds never
    make the same PESEL, in whatever order they are called."""

    def __init__(self, block):
        self.block = block
        self.random = Random(block)
        self.taken = set()

    def birth_day(self, age, on):
        """A birth day of somebody who has completed ``age`` years on a day."""
        return years_before(on, age) - timedelta(days=self.random.randrange(1, 360))

    def day_between(self, first, last):
        """A working day between two days, both included."""
        while True:
            day = first + timedelta(days=self.random.randrange((last - first).days + 1))
            if day.weekday() < 5 and (day.month, day.day) not in HOLIDAYS:
                return day

    def working_day(self, first, last):
        """A working day between two days if there is one, else the first of them."""
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        working = [day for day in days if day.weekday() < 5 and (day.month, day.day) not in HOLIDAYS]
        return self.random.choice(working or days)

    def pesel(self, sex, born):
        """A PESEL that this crowd has not given out yet."""
        while True:
            tens = self.block * 1000 + self.random.randrange(100) * 10
            number = pesel_of(born, tens + self.random.randrange(5) * 2 + (sex == Sex.MALE))
            if self._is_new(number):
                return number

    def name(self, sex, born):
        """A surname and a first name that together nobody in this crowd has."""
        while True:
            is_double = sex == Sex.FEMALE and self.random.random() < DOUBLE_BARRELLED
            surnames = self.random.sample(SURNAMES, 2 if is_double else 1)
            name = "-".join(surname(one, sex) for one in surnames), self.random.choice(first_names(sex, born.year))
            if self._is_new(name):
                return name

    def person(self, sex, born, town, name=None):
        """A person, not saved yet, with everything the official form asks about identity, address and contact."""
        last_name, first_name = name or self.name(sex, born)
        number = len(self.taken)
        return Person(
            last_name=last_name,
            first_name=first_name,
            pesel=self.pesel(sex, born),
            sex=sex,
            birth_date=born,
            phone=f"{town.dialling} 000 {number // 100:02} {number % 100:02}",
            email=f"{ascii_of(first_name)}.{ascii_of(last_name)}@osoba.example",
            is_demo=True,
            **town.address(self.random),
        )

    def _is_new(self, thing):
        is_new = thing not in self.taken
        self.taken.add(thing)
        return is_new
