"""The official rules once more, in plain Python over the facts as they were written down: no query, no word, no kept column.

Written from the regulations and the domain notes apart from the engine, so that the two can be held against each other. A person
is a ``Facts``; ``RULES`` holds for each indicator that counts people a function of the person and the day.
"""

from dataclasses import dataclass
from datetime import date, timedelta

UNEMPLOYED = {"unemployed", "unemployed_registered", "unemployed_unregistered"}
FOUR_WEEKS = timedelta(days=28)


@dataclass
class Facts:
    """What was written down of one person in one project. ``outcomes`` are dictionaries, ``premises`` pairs of kind and document."""

    sex: str
    born: date
    entered: date
    status: str
    detail: str
    education: str
    degurba: int | None
    answers: dict
    without_work_since: date | None = None
    left: date | None = None
    exit_reason: str = ""
    surroundings: bool = False
    gaps: frozenset = frozenset()  # names of required fields left empty
    premises: tuple = ()
    outcomes: tuple = ()
    supports: tuple = ()  # dictionaries: what it was, its first day, its last day or None, whether it was completed

    def says(self, question):
        """Yes, and nothing but yes: a refusal and an empty answer are none."""
        return self.answers.get(question) == "yes"

    @property
    def exists(self):
        """For the institution: nothing that it requires is missing."""
        return not self.gaps

    @property
    def age(self):
        years = self.entered.year - self.born.year
        had_birthday = (self.entered.month, self.entered.day) >= (self.born.month, self.born.day)
        return years if had_birthday else years - 1

    @property
    def is_long_term(self):
        if self.status not in UNEMPLOYED:
            return False
        if self.without_work_since is None:
            return self.detail == "long_term"
        return self.entered > after_months(self.without_work_since, 6 if self.age < 25 else 12)

    def began(self, what, day):
        return any(support["what"] == what and support["on"] <= day for support in self.supports)

    def completed(self, what, day):
        return any(s["what"] == what and s["completed"] and s["ended"] <= day for s in self.supports)

    @property
    def at_risk(self):
        return any(document for _kind, document in self.premises)

    def proved(self, *kinds, day, validated=False, extra=None):
        """Somebody left by the day, and has a documented proof of the kind: after entry, at the latest on the 28th day after leaving."""
        if self.left is None or self.left > day:
            return False
        return any(
            outcome["kind"] in kinds
            and outcome["evidence"]
            and (outcome["validated"] or not validated or outcome["kind"] != "qualification")
            and self.entered <= outcome["on"] <= self.left + FOUR_WEEKS
            and outcome["on"] <= day
            and (extra is None or extra(outcome))
            for outcome in self.outcomes
        )


def after_months(start, months):
    """The same day so many months later, the last day of a shorter month otherwise."""
    month = start.month + months
    year, month = start.year + (month - 1) // 12, (month - 1) % 12 + 1
    day = start.day
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def product(true_of=lambda p: True):
    """Counted on the day of entry."""
    return lambda p, day: p.exists and p.entered <= day and true_of(p)


def result(proof, was=lambda p: True):
    """Counted on leaving, whatever the reason; ``was`` is what had to be true at entry."""
    return lambda p, day: (
        p.exists and p.entered <= day and p.left is not None and p.left <= day and was(p) and proof(p, day)
    )


def unemployed(p):
    return p.status in UNEMPLOYED


def inactive(p):
    return p.status == "inactive"


def without_job(p):
    return unemployed(p) or inactive(p)


def out_of_school(p):
    return inactive(p) and p.detail == "not_in_education"


def not_learning(p):
    return p.detail != "in_education"


def disadvantaged(p):
    return p.says("minority") or p.says("disability") or p.says("other_disadvantage")


def of_household(p):
    return p.says("jobless_household") or p.says("single_adult_household")


def supported(what):
    """Counted once the support of this kind has begun."""
    return lambda p, day: p.exists and p.entered <= day and p.began(what, day)


def seeks(p, day):
    return p.proved("job_search", day=day)


def learns(p, day):
    return p.proved("education", day=day)


def qualified(p, day):
    return p.proved("qualification", day=day, validated=True)


def works(p, day):
    return p.proved("employment", day=day)


def any_of_four(p, day):
    return (
        (inactive(p) and seeks(p, day))
        or (not_learning(p) and learns(p, day))
        or qualified(p, day)
        or (without_job(p) and works(p, day))
    )


def isced(*levels):
    return lambda p: p.education in {f"isced_{level}" for level in levels}


RULES = {
    "people": product(),
    # Regulation (EU) 1304/2013, annex I
    "CO01": product(unemployed),
    "CO02": product(lambda p: p.is_long_term),
    "CO03": product(inactive),
    "CO04": product(out_of_school),
    "CO05": product(lambda p: p.status == "employed"),
    "CO06": product(lambda p: p.age < 25),
    "CO07": product(lambda p: p.age > 54),
    "CO08": product(lambda p: p.age > 54 and (unemployed(p) or out_of_school(p))),
    "CO09": product(isced("1", "2")),
    "CO10": product(isced("3", "4", "3_4")),
    "CO11": product(isced("5_8")),
    "CO12": product(lambda p: p.says("jobless_household")),
    "CO13": product(lambda p: p.says("jobless_household") and p.says("household_children")),
    "CO14": product(lambda p: p.says("single_adult_household")),
    "CO15": product(lambda p: p.says("minority")),
    "CO16": product(lambda p: p.says("disability")),
    "CO17": product(lambda p: p.says("other_disadvantage")),
    "CO18": product(lambda p: p.says("homeless")),
    "CO19": product(lambda p: p.degurba == 3),
    "CR01": result(seeks, inactive),
    "CR02": result(learns, not_learning),
    "CR03": result(qualified),
    "CR04": result(works, without_job),
    "CR05": result(any_of_four, disadvantaged),
    "CR05_2013": result(any_of_four, lambda p: disadvantaged(p) or of_household(p)),
    # the list of social inclusion
    "at_risk": product(lambda p: p.at_risk),
    "at_risk_services": lambda p, day: supported("social_services")(p, day) and p.at_risk,
    "digital_competence": supported("digital"),
    "at_risk_qualified": result(qualified, lambda p: p.at_risk),
    "qualified_or_competent": result(
        lambda p, day: qualified(p, day) or p.proved("competence", day=day), lambda p: p.at_risk
    ),
    "at_risk_seeking": result(seeks, lambda p: p.at_risk and inactive(p)),
    "at_risk_working": result(works, lambda p: p.at_risk and without_job(p)),
    # Regulation (EU) 2021/1057, annex I
    "EECO01": product(),
    "EECO02": product(unemployed),
    "EECO03": product(lambda p: p.is_long_term),
    "EECO04": product(inactive),
    "EECO05": product(lambda p: p.status == "employed"),
    "EECO06": product(lambda p: p.age <= 17),
    "EECO07": product(lambda p: 18 <= p.age <= 29),
    "EECO08": product(lambda p: p.age >= 55),
    "EECO09": product(isced("0", "1", "2", "0_2")),
    "EECO10": product(isced("3", "4", "3_4")),
    "EECO11": product(isced("5_8")),
    "EECO12": product(lambda p: p.says("disability")),
    "EECO13": product(lambda p: p.says("third_country")),
    "EECO14": product(lambda p: p.says("foreign_origin")),
    "EECO15": product(lambda p: p.says("minority")),
    "EECO16": product(lambda p: p.says("homeless")),
    "EECO17": product(lambda p: p.degurba == 3),
    "EECR01": result(seeks, inactive),
    "EECR02": result(learns, not_learning),
    "EECR03": result(qualified),
    "EECR04": result(works, without_job),
    "local_services": supported("social_services"),
    "informal_carers": supported("carers"),
    "left_institutional_care": lambda p, day: p.exists and p.entered <= day and p.completed("leaving_care", day),
    "social_situation": result(lambda p, day: p.proved("social_progress", day=day)),
}


def counted(people, key, day):
    """(women, men) of these people that count in the indicator on the day."""
    found = [p.sex for p in people if RULES[key](p, day)]
    return found.count("K"), found.count("M")
