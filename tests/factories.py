"""A valid object of every kind with no arguments; a test names only the facts that it is about.

    ParticipationFactory()                                  a woman with every fact that SL2014 asks for
    ParticipationFactory(smefs=True)                        the same for SM EFS (2021–2027)
    ParticipationFactory(draft=True)                        some required fact is missing
    ParticipationFactory(left=True)                         has left by path
    ParticipationFactory(project=project, person__sex="M")  a man in this project
    ProjectFactory(period=ProgrammingPeriod.NATIONAL)       a project outside the European Social Fund

Values kept by the database are read back, so that the object in hand says what the row says.
"""

from datetime import date, time, timedelta
from decimal import Decimal

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from stdnum.pl import pesel as pesel_number

from accounts.models import User
from accounts.roles import Role
from activities.models import (
    Attendance,
    Enrolment,
    FormOfSupport,
    Group,
    HeadcountEvent,
    Session,
)
from activities.vocabulary import (
    AttendanceStatus,
    EventKind,
    ServiceCharacter,
    SupportDetail,
    SupportKind,
)
from indicators.models import (
    EffectivenessThreshold,
    ProjectIndicator,
    Register,
    RegisterEntry,
)
from participants.models import Outcome, Participation, Person, Premise
from participants.vocabulary import (
    Answer,
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
from projects.models import (
    Award,
    Call,
    FundingLine,
    IndicatorList,
    Mark,
    Office,
    OpeningHours,
    Partner,
    PlannedEvent,
    Programme,
    ProgrammingPeriod,
    Project,
    TargetGroup,
    TeamMember,
)

PASSWORD = "rower-chmura-parasol-7"
CENTURY_IN_MONTH = {18: 80, 19: 0, 20: 20, 21: 40, 22: 60}


def make_pesel(birth_date, sex, n=0):
    """The n-th valid PESEL (0 to 4999, then again from 0) of this day and sex."""
    first_three, place = divmod(n % 5000, 5)
    last = 2 * place + (1 if sex == Sex.MALE else 0)
    month = birth_date.month + CENTURY_IN_MONTH[birth_date.year // 100]
    number = (
        f"{birth_date.year % 100:02}{month:02}{birth_date.day:02}{first_three:03}{last}"
    )
    return number + pesel_number.calc_check_digit(number)


def read_back(row):
    """Reads again what triggers and generated columns keep; objects already fetched along the row stay in hand."""
    row.refresh_from_db(
        fields=[
            field.name for field in row._meta.concrete_fields if not field.is_relation
        ]
    )
    return row


class KeptByTheDatabase(DjangoModelFactory):
    """Makes rows that the database completes."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return read_back(super()._create(model_class, *args, **kwargs))


class OfParticipation(DjangoModelFactory):
    """Makes children of a participation, and reads back what they change in it."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        row = super()._create(model_class, *args, **kwargs)
        read_back(row.participation)
        return row


# --- accounts


class UserFactory(DjangoModelFactory):
    """A person who can sign in with ``PASSWORD``, and works in no project."""

    class Meta:
        model = User

    first_name = "Jolanta"
    last_name = factory.Sequence(lambda n: f"Przykładowska-{n}")
    email = factory.Sequence(lambda n: f"jolanta.{n}@example.org")
    password = PASSWORD

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class.objects.create_user(*args, **kwargs)


# --- projects


class ProgrammeFactory(DjangoModelFactory):
    """A programme of 2014–2020; ``period`` decides the list of indicators."""

    class Meta:
        model = Programme

    slug = factory.Sequence(lambda n: f"program-{n}")
    name = factory.Sequence(lambda n: f"Program regionalny {n}")
    fund = "Europejski Fundusz Społeczny"
    period = ProgrammingPeriod.ESF_2014

    @factory.lazy_attribute
    def indicator_list(self):
        lists = {
            ProgrammingPeriod.ESF_2014: IndicatorList.ESF_2014,
            ProgrammingPeriod.ESF_PLUS_2021: IndicatorList.ESF_PLUS_2021,
        }
        return lists.get(self.period, IndicatorList.OWN)


class CallFactory(DjangoModelFactory):
    class Meta:
        model = Call

    programme = factory.SubFactory(ProgrammeFactory)
    number = factory.Sequence(lambda n: f"{n}/2024")
    title = "Aktywna integracja"


class PlannedEventFactory(DjangoModelFactory):
    class Meta:
        model = PlannedEvent

    programme = factory.SubFactory(ProgrammeFactory)
    name = "konferencja regionalna"


class ProjectFactory(DjangoModelFactory):
    """A project of three years, 2024 to 2026, of the programming period ``period`` (2014–2020 unless said)."""

    class Meta:
        model = Project

    class Params:
        period = ProgrammingPeriod.ESF_2014

    slug = factory.Sequence(lambda n: f"projekt-{n}")
    title = factory.Sequence(lambda n: f"Projekt przykładowy {n}")
    programme = factory.SubFactory(
        ProgrammeFactory, period=factory.SelfAttribute("..period")
    )
    starts_on = date(2024, 1, 1)
    ends_on = date(2026, 12, 31)


class TeamMemberFactory(DjangoModelFactory):
    class Meta:
        model = TeamMember

    project = factory.SubFactory(ProjectFactory)
    user = factory.SubFactory(UserFactory)
    role = Role.SOCIAL_WORKER


class PartnerFactory(DjangoModelFactory):
    class Meta:
        model = Partner

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"Stowarzyszenie Razem {n}")
    role = Partner.Role.PARTNER


class TargetGroupFactory(DjangoModelFactory):
    class Meta:
        model = TargetGroup

    project = factory.SubFactory(ProjectFactory)
    name = "osoby korzystające z pomocy społecznej"


class FundingLineFactory(DjangoModelFactory):
    class Meta:
        model = FundingLine

    project = factory.SubFactory(ProjectFactory)
    source = FundingLine.Source.EU
    amount = Decimal("100000.00")


class OfficeFactory(DjangoModelFactory):
    class Meta:
        model = Office

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"biuro {n}")
    address = "ul. Rynek 1, 41-200 Sosnowiec"


class OpeningHoursFactory(DjangoModelFactory):
    class Meta:
        model = OpeningHours

    office = factory.SubFactory(OfficeFactory)
    weekday = OpeningHours.Weekday.MONDAY
    opens = time(8)
    closes = time(16)


class AwardFactory(DjangoModelFactory):
    class Meta:
        model = Award

    project = factory.SubFactory(ProjectFactory)
    title = "Dobra praktyka"


class MarkFactory(DjangoModelFactory):
    class Meta:
        model = Mark

    project = factory.SubFactory(ProjectFactory)
    kind = Mark.Kind.REGION
    name = "Województwo Śląskie"


# --- participants


class PersonFactory(KeptByTheDatabase):
    """A woman with a PESEL of her own; sex and birth date follow a PESEL that is given, and it follows them otherwise."""

    class Meta:
        model = Person

    class Params:
        number = factory.Sequence(int)
        without_pesel = factory.Trait(
            identifier_kind="passport", pesel="", other_identifier="ZS 0012345"
        )

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


class ParticipationFactory(KeptByTheDatabase):
    """An unemployed woman who has entered, complete for the form of her project."""

    class Meta:
        model = Participation

    class Params:
        smefs = factory.Trait(
            project=factory.SubFactory(
                ProjectFactory, period=ProgrammingPeriod.ESF_PLUS_2021
            )
        )
        basic = factory.Trait(
            project=factory.SubFactory(
                ProjectFactory, period=ProgrammingPeriod.NATIONAL
            )
        )
        draft = factory.Trait(
            education="",
            entered_on=factory.LazyAttribute(
                lambda o: None if o.scope == Scope.BASIC else day_in(o, 35)
            ),
        )
        surroundings = factory.Trait(is_surroundings=True)
        left = factory.Trait(
            left_on=factory.LazyAttribute(
                lambda o: min(o.entered_on + timedelta(days=180), o.project.ends_on)
            ),
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
    labour_status = by_scope(
        LabourStatus.UNEMPLOYED_REGISTERED, LabourStatus.UNEMPLOYED
    )

    @factory.lazy_attribute
    def labour_detail(self):
        details = {
            "": "",
            LabourStatus.INACTIVE: LabourDetail.INACTIVE_OTHER,
            LabourStatus.EMPLOYED: LabourDetail.NGO,
        }
        return details.get(self.labour_status, LabourDetail.LONG_TERM)

    occupation = factory.LazyAttribute(
        lambda o: "other" if o.labour_status == LabourStatus.EMPLOYED else ""
    )
    employer = factory.LazyAttribute(
        lambda o: (
            "Spółdzielnia Razem" if o.labour_status == LabourStatus.EMPLOYED else ""
        )
    )
    minority = refusable(Answer.NO)
    foreign_origin = by_scope("", Answer.NO)
    third_country = by_scope("", Answer.NO)
    homeless = refusable(Answer.NO)
    disability = refusable(Answer.NO)
    other_disadvantage = by_scope(Answer.NO, "")


def day_in(participation, days):
    """A day of the project, so many days after its start and never in the future."""
    project = participation.project
    return max(
        project.starts_on,
        min(
            project.starts_on + timedelta(days=days),
            project.ends_on,
            timezone.localdate(),
        ),
    )


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
    obtained_on = factory.LazyAttribute(
        lambda o: o.participation.left_on or o.participation.entered_on
    )
    title = "kompetencje cyfrowe"
    evidence = "zaświadczenie nr 7/2024"


# --- activities


class FormOfSupportFactory(DjangoModelFactory):
    class Meta:
        model = FormOfSupport

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"kurs komputerowy {n}")
    kind = SupportKind.TRAINING
    detail = SupportDetail.VOCATIONAL
    character = ServiceCharacter.VOCATIONAL
    hours_planned = Decimal(40)


class GroupFactory(DjangoModelFactory):
    class Meta:
        model = Group

    form_of_support = factory.SubFactory(FormOfSupportFactory)
    name = factory.Sequence(lambda n: f"grupa {n}")


class EnrolmentFactory(OfParticipation):
    """A person in a group of the same project; started on the day of entry, not finished."""

    class Meta:
        model = Enrolment

    class Params:
        finished = factory.Trait(
            is_finished=True,
            ended_on=factory.LazyAttribute(lambda o: o.started_on + timedelta(days=30)),
        )

    group = factory.SubFactory(GroupFactory)
    participation = factory.SubFactory(
        ParticipationFactory,
        project=factory.SelfAttribute("..group.form_of_support.project"),
    )
    started_on = factory.LazyAttribute(lambda o: o.participation.entered_on)

    @classmethod
    def _generate(cls, strategy, params):
        if "participation" in params and not any(
            name.startswith("group") for name in params
        ):
            params = {
                **params,
                "group__form_of_support__project": params["participation"].project,
            }
        return super()._generate(strategy, params)


class SessionFactory(DjangoModelFactory):
    """A meeting of four hours in the third month of the project."""

    class Meta:
        model = Session

    group = factory.SubFactory(GroupFactory)
    held_on = factory.LazyAttribute(
        lambda o: o.group.form_of_support.project.starts_on + timedelta(days=60)
    )
    starts_at = time(9)
    ends_at = time(13)
    hours = Decimal(4)
    place = "sala 2"
    leader = "Ewa Trenerska"


class AttendanceFactory(DjangoModelFactory):
    """An enrolled person who came to a session of her group."""

    class Meta:
        model = Attendance

    session = factory.SubFactory(SessionFactory)
    enrolment = factory.SubFactory(
        EnrolmentFactory, group=factory.SelfAttribute("..session.group")
    )
    status = AttendanceStatus.PRESENT

    @classmethod
    def _generate(cls, strategy, params):
        if "enrolment" in params and "session" not in params:
            params = {"session__group": params["enrolment"].group, **params}
        return super()._generate(strategy, params)


class HeadcountEventFactory(DjangoModelFactory):
    class Meta:
        model = HeadcountEvent

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"festyn rodzinny {n}")
    kind = EventKind.FESTIVAL
    held_on = factory.LazyAttribute(lambda o: o.project.starts_on + timedelta(days=90))
    place = "rynek"
    visitors = 120


# --- indicators


class ProjectIndicatorFactory(DjangoModelFactory):
    """The project's own indicator of people, with a target of ten; ``definition`` takes one from the official list."""

    class Meta:
        model = ProjectIndicator

    project = factory.SubFactory(ProjectFactory)
    definition = ""
    name = factory.Sequence(lambda n: f"liczba osób objętych wsparciem {n}")
    words = factory.LazyAttribute(lambda o: [] if o.definition else ["entered"])
    total = 10
    position = factory.Sequence(int)


class RegisterEntryFactory(DjangoModelFactory):
    """A named community with its proof."""

    class Meta:
        model = RegisterEntry

    project = factory.SubFactory(ProjectFactory)
    register = Register.COMMUNITY
    name = factory.Sequence(lambda n: f"środowisko lokalne {n}")
    happened_on = factory.LazyAttribute(
        lambda o: o.project.starts_on + timedelta(days=45)
    )
    evidence = "protokół z diagnozy środowiska"


class EffectivenessThresholdFactory(DjangoModelFactory):
    class Meta:
        model = EffectivenessThreshold

    project = factory.SubFactory(ProjectFactory)
    measure = EffectivenessThreshold.Measure.SOCIAL
    group = EffectivenessThreshold.Group.ALL
    percent = Decimal(34)
