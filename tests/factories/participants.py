"""People, their participations, premises and outcomes."""

from datetime import date, timedelta

import factory
from django.utils import timezone
from stdnum.pl import nip as nip_number
from stdnum.pl import pesel as pesel_number

from participants.models import Call, Institution, Outcome, Participation, Person, Premise
from participants.vocabulary import (
    Answer,
    CallChannel,
    CallResult,
    Degurba,
    Education,
    ExitReason,
    LabourDetail,
    LabourStatus,
    OutcomeKind,
    PremiseKind,
    Scope,
    Sex,
)
from projects.models import ProgrammingPeriod

from .base import KeptByTheDatabase, OfParticipation
from .projects import ProjectFactory

CENTURY_IN_MONTH = {18: 80, 19: 0, 20: 20, 21: 40, 22: 60}


def make_pesel(birth_date, sex, n=0):
    """The n-th valid PESEL (0 to 4999, then again from 0) of this day and sex."""
    first_three, place = divmod(n % 5000, 5)
    last = 2 * place + (1 if sex == Sex.MALE else 0)
    month = birth_date.month + CENTURY_IN_MONTH[birth_date.year // 100]
    number = f"{birth_date.year % 100:02}{month:02}{birth_date.day:02}{first_three:03}{last}"
    return number + pesel_number.calc_check_digit(number)


class PersonFactory(KeptByTheDatabase):
    """A woman with a PESEL of her own; sex and birth date follow a PESEL that is given, and it follows them otherwise."""

    class Meta:
        model = Person

    class Params:
        number = factory.Sequence(int)
        without_pesel = factory.Trait(identifier_kind="passport", pesel="", other_identifier="ZS 0012345")

    last_name = factory.Sequence(lambda n: f"Kowalska-{n}")
    first_name = "Anna"
    sex = Sex.FEMALE
    birth_date = date(1985, 5, 17)
    pesel = factory.LazyAttribute(lambda o: make_pesel(o.birth_date, o.sex, o.number))
    voivodeship = "śląskie"
    county = "Sosnowiec"
    commune = "Sosnowiec"
    place = "Sosnowiec"
    postcode = "41-200"
    street = "Modrzejowska"
    house = "12"
    degurba = Degurba.URBAN
    phone = "600 100 200"
    email = "uczestniczka@example.org"

    @classmethod
    def _generate(cls, strategy, params):
        if pesel_number.is_valid(params.get("pesel", "")):
            said = Person(pesel=params["pesel"])
            said.take_from_pesel()
            params = {"sex": said.sex, "birth_date": said.birth_date, **params}
        return super()._generate(strategy, params)


def by_scope(sl2014, smefs):
    """The answer of one official form or the other; the basic form takes the first."""
    return factory.LazyAttribute(lambda o: smefs if o.scope == Scope.SMEFS else sl2014)


def of_person(field):
    """What the person's own row says, as on the day of entry."""
    return factory.LazyAttribute(lambda o: getattr(o.person, field))


def refusable(answer):
    """An answer on official forms; the basic form does not ask."""
    return factory.LazyAttribute(lambda o: "" if o.scope == Scope.BASIC else answer)


class InstitutionFactory(factory.django.DjangoModelFactory):
    """A social welfare centre that lets its employees take part; it lacks only its support."""

    class Meta:
        model = Institution

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"Miejski Ośrodek Pomocy Społecznej nr {n}")
    nip = factory.Sequence(lambda n: make_nip(n))
    kind = "local_government"
    detail = "ośrodek pomocy społecznej"
    voivodeship = "śląskie"
    county = "Sosnowiec"
    commune = "Sosnowiec"
    place = "Sosnowiec"
    postcode = "41-200"
    street = "3 Maja"
    house = "33"
    degurba = Degurba.URBAN
    phone = "32 296 22 21"
    entered_on = factory.LazyAttribute(lambda o: o.project.starts_on)
    delegates_employees = Answer.YES


def make_nip(n):
    """The n-th valid NIP; a number whose check digit would be ten does not exist."""
    number = 644_000_000 + n
    while (digit := nip_number.checksum(f"{number}0")) == 10:
        number += 100_000
    return f"{number}{digit}"


class ParticipationFactory(KeptByTheDatabase):
    """An unemployed woman who has entered, complete for the form of her project."""

    class Meta:
        model = Participation

    class Params:
        smefs = factory.Trait(project=factory.SubFactory(ProjectFactory, period=ProgrammingPeriod.ESF_PLUS_2021))
        basic = factory.Trait(project=factory.SubFactory(ProjectFactory, period=ProgrammingPeriod.NATIONAL))
        draft = factory.Trait(
            education="", entered_on=factory.LazyAttribute(lambda o: None if o.scope == Scope.BASIC else day_in(o, 35))
        )
        surroundings = factory.Trait(is_surroundings=True)
        delegated = factory.Trait(
            participant_kind="employee",
            delegated_by=factory.SubFactory(InstitutionFactory, project=factory.SelfAttribute("..project")),
        )
        left = factory.Trait(
            left_on=factory.LazyAttribute(lambda o: min(o.entered_on + timedelta(days=180), o.project.ends_on)),
            exit_reason=ExitReason.COMPLETED,
        )

    project = factory.SubFactory(ProjectFactory)
    person = factory.SubFactory(PersonFactory)
    scope = factory.LazyAttribute(lambda o: o.project.scope)
    entered_on = factory.LazyAttribute(lambda o: day_in(o, 35))
    country = of_person("country")
    voivodeship = of_person("voivodeship")
    county = of_person("county")
    commune = of_person("commune")
    place = of_person("place")
    postcode = of_person("postcode")
    street = of_person("street")
    house = of_person("house")
    flat = of_person("flat")
    degurba = of_person("degurba")
    education = by_scope(Education.ISCED_3, Education.ISCED_3_4)
    labour_status = by_scope(LabourStatus.UNEMPLOYED_REGISTERED, LabourStatus.UNEMPLOYED)

    @factory.lazy_attribute
    def labour_detail(self):
        details = {"": "", LabourStatus.INACTIVE: LabourDetail.INACTIVE_OTHER, LabourStatus.EMPLOYED: LabourDetail.NGO}
        return details.get(self.labour_status, LabourDetail.LONG_TERM)

    occupation = factory.LazyAttribute(lambda o: "other" if o.labour_status == LabourStatus.EMPLOYED else "")
    employer = factory.LazyAttribute(lambda o: "Spółdzielnia Razem" if o.labour_status == LabourStatus.EMPLOYED else "")
    minority = refusable(Answer.NO)
    foreign_origin = by_scope("", Answer.NO)
    third_country = by_scope("", Answer.NO)
    homeless = refusable(Answer.NO)
    disability = refusable(Answer.NO)
    other_disadvantage = by_scope(Answer.NO, "")


def day_in(participation, days):
    """A day of the project, so many days after its start and never in the future."""
    project = participation.project
    return max(project.starts_on, min(project.starts_on + timedelta(days=days), project.ends_on, timezone.localdate()))


class PremiseFactory(OfParticipation):
    """A documented reason for being at risk."""

    class Meta:
        model = Premise

    participation = factory.SubFactory(ParticipationFactory)
    kind = PremiseKind.POVERTY
    document = "zaświadczenie OPS z 10.01.2024"


class OutcomeFactory(OfParticipation):
    """A proved competence, obtained on the last day of the participation (or soon after entry when it goes on)."""

    class Meta:
        model = Outcome

    participation = factory.SubFactory(ParticipationFactory, left=True)
    kind = OutcomeKind.COMPETENCE
    obtained_on = factory.LazyAttribute(lambda o: o.participation.left_on or o.participation.entered_on)
    title = "kompetencje cyfrowe"
    evidence = "zaświadczenie nr 7/2024"


class ContactFactory(factory.django.DjangoModelFactory):
    """A telephone call that nobody answered, made on the last day of the participation, without a next attempt."""

    class Meta:
        model = Call

    participation = factory.SubFactory(ParticipationFactory, left=True)
    made_on = factory.LazyAttribute(lambda o: o.participation.left_on or o.participation.entered_on)
    channel = CallChannel.PHONE
    result = CallResult.NO_ANSWER
