"""A furnished project: one of everything, in the states that pages must be able to show."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from types import SimpleNamespace

from django.contrib.auth.tokens import default_token_generator
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from activities.models import (
    Allowance,
    AllowanceRate,
    Enrolment,
    FormOfSupport,
    Group,
    HeadcountEvent,
    InstitutionSupport,
    Internship,
    Session,
)
from exchange.models import Comparison, ImportRun
from indicators.models import AuthorityValue, ProjectIndicator, RegisterEntry, TargetCorrection
from participants.merging import merge, part
from participants.models import Call as Contact
from participants.models import Document, Institution, Merge, Outcome, Participation, Person
from projects.models import Call, Partner, Programme, Project, TeamMember
from recruitment.models import Candidate, Criterion, Quota, Round, Sitting
from settlements.models import PaymentApplication, SubmittedReport

from .factories import (
    AllowanceFactory,
    AllowanceRateFactory,
    AttendanceFactory,
    AuthorityValueFactory,
    AwardFactory,
    CallFactory,
    CandidateFactory,
    CandidatePremiseFactory,
    CertificateFactory,
    ChecklistItemFactory,
    CommissionAnswerFactory,
    ComparisonFactory,
    ContactFactory,
    CriterionFactory,
    DecisionLogFactory,
    DocumentFactory,
    EffectivenessThresholdFactory,
    EnrolmentFactory,
    ForgottenCandidateFactory,
    FormOfSupportFactory,
    FundingLineFactory,
    GroupFactory,
    HeadcountEventFactory,
    ImportRunFactory,
    InstitutionFactory,
    InstitutionSupportFactory,
    InternshipFactory,
    InternshipMonthFactory,
    MarkFactory,
    OfficeFactory,
    OpeningHoursFactory,
    OutcomeFactory,
    ParticipationFactory,
    PartnerFactory,
    PaymentApplicationFactory,
    PersonFactory,
    PlannedEventFactory,
    PlannedSupportFactory,
    PremiseFactory,
    ProjectIndicatorFactory,
    QuotaFactory,
    ReceivedDocumentFactory,
    RegisterEntryFactory,
    RoundFactory,
    SeriesFactory,
    SessionFactory,
    SittingFactory,
    SubmittedReportFactory,
    TargetCorrectionFactory,
    TargetGroupFactory,
    TeamMemberFactory,
    UserFactory,
    WithdrawnExitFactory,
)


@dataclass
class World:
    """A project and the one object of each kind that an address can point at."""

    project: Project
    programme: Programme
    call: Call
    member: TeamMember
    participation: Participation
    outcome: Outcome
    contact: Contact
    document: Document
    institution: Institution
    form: FormOfSupport
    group: Group
    session: Session
    event: HeadcountEvent
    card_form: FormOfSupport
    certified: Enrolment
    internship: Internship
    allowance: Allowance
    rate: AllowanceRate
    institution_support: InstitutionSupport
    person: Person
    merge: Merge
    register_entry: RegisterEntry
    authority_value: AuthorityValue
    indicator: ProjectIndicator
    correction: TargetCorrection
    round: Round
    criterion: Criterion
    quota: Quota
    candidate: Candidate
    sitting: Sitting
    application: PaymentApplication
    sent_application: PaymentApplication
    submitted_report: SubmittedReport
    import_run: ImportRun
    comparison: Comparison
    words: dict = field(default_factory=dict)


def furnish(project):
    """Fills the project and answers with what its addresses need."""
    call = facts(project)
    people = participations(project)
    work = activities(project, people)
    given = support_of_one(project, people, work)
    figures = indicators(project)
    recruited = recruitment(project, people)
    same = identity(project, people)
    forgetful = UserFactory()
    return World(
        project=project,
        programme=project.programme,
        call=call,
        member=TeamMemberFactory(project=project),
        participation=people.left,
        outcome=people.left.outcomes.first(),
        contact=contacts(people),
        document=documents(project, people),
        institution=people.institution,
        form=work.form,
        group=work.group,
        session=work.session,
        event=work.event,
        card_form=work.alone,
        certified=given.certified,
        internship=given.internship,
        allowance=given.allowance,
        rate=given.rate,
        institution_support=given.institution_support,
        register_entry=figures.entry,
        authority_value=figures.measured,
        indicator=figures.own,
        correction=figures.correction,
        **recruited,
        **settlements(project),
        import_run=ImportRunFactory(project=project),
        comparison=ComparisonFactory(project=project),
        person=people.left.person,
        merge=same.merge,
        words={
            "other": str(same.twin.person_id),
            "layout": "smefs",
            "project_slug": project.slug,
            "programme_slug": project.programme.slug,
            "projects:programme slug": project.programme.slug,
            "projects:call slug": project.programme.slug,
            "key": "people",
            "kind": "region",
            "list_name": "lista-rankingowa",
            "rule": "age",
            "paper": "declaration",
            "format": "csv",
            "ext": "csv",
            "uidb64": urlsafe_base64_encode(force_bytes(forgetful.pk)),
            "token": default_token_generator.make_token(forgetful),
        },
    )


def facts(project):
    """Funding, partners, target groups, an office, an award, a programme with a call."""
    PartnerFactory(project=project, role=Partner.Role.LEAD, name="Gmina Sosnowiec")
    PartnerFactory(project=project)
    MarkFactory(project=project)
    for source, amount in (("eu", "850000.00"), ("state", "100000.00"), ("own", "50000.00")):
        FundingLineFactory(project=project, source=source, amount=amount)
    TargetGroupFactory(project=project, women=6, men=4, total=10)
    TargetGroupFactory(project=project, name="otoczenie osób zagrożonych", total=5, is_surroundings=True)
    OpeningHoursFactory(office=OfficeFactory(project=project, phones="32 100 20 30, 600 700 800"))
    AwardFactory(project=project)
    PlannedEventFactory(programme=project.programme)
    call = CallFactory(
        programme=project.programme,
        allocation="200000.00",
        opens_on=date(2023, 9, 1),
        closes_on=date(2023, 10, 31),
        age_from=15,
        age_to=24,
    )
    PlannedEventFactory(programme=project.programme, call=call, place="Katowice", held_on=date(2023, 9, 15))
    project.call = call
    project.save()
    return call


def participations(project):
    """People in every state: a draft, complete, passed on, left with outcomes, dropped out, from the surroundings."""
    left = ParticipationFactory(
        project=project, person=PersonFactory(last_name="Łukasik", first_name="Żaneta"), left=True, disability="yes"
    )
    PremiseFactory(participation=left)
    OutcomeFactory(participation=left)
    OutcomeFactory(
        participation=left,
        kind="employment",
        title="opiekunka",
        contract_kind="employment",
        contract_months=6,
        working_time="1.00",
        contract_value="25000.00",
    )
    man = {"person__sex": "M", "person__first_name": "Jan", "person__last_name": "Nowak-Kowalski", "project": project}
    present = ParticipationFactory(project=project, labour_status="inactive")
    PremiseFactory(participation=present, document="")
    institution = InstitutionFactory(project=project)
    ParticipationFactory(project=project, delegated=True, delegated_by=institution, labour_status="employed")
    return SimpleNamespace(
        left=left,
        institution=institution,
        present=present,
        man=ParticipationFactory(**man, labour_status="employed"),
        draft=ParticipationFactory(project=project, draft=True, person__phone="", person__email=""),
        reported=ParticipationFactory(project=project, reported_on=project.starts_on + timedelta(days=50)),
        dropped=ParticipationFactory(project=project, left=True, exit_reason="dropped_out", exit_note="wyjazd"),
        surroundings=ParticipationFactory(project=project, surroundings=True, main_participation=left),
        foreigner=ParticipationFactory(
            project=project, person=PersonFactory(without_pesel=True, citizenship="third"), minority="yes"
        ),
    )


def identity(project, people):
    """Somebody who came back, a record that resembles another, two records joined, and two joined and parted again."""
    WithdrawnExitFactory(participation=people.left)
    alike = {"without_pesel": True, "birth_date": people.left.person.birth_date}
    twin = PersonFactory(last_name="Lukasik", first_name="Zaneta", phone="32 266 12 00", **alike)
    gone = [PersonFactory(without_pesel=True, last_name="Nowak", first_name="Jan", sex="M") for _time in range(2)]
    by = UserFactory()
    traces = [merge(project=project, kept=people.man.person, gone=person, by=by) for person in gone]
    part(merge=traces[1], by=by)
    return SimpleNamespace(twin=ParticipationFactory(project=project, person=twin), merge=traces[0])


def documents(project, people):
    """A scan that proves an outcome and a premise, one that proves nothing, and one of the project itself."""
    proof = DocumentFactory(participation=people.left, kind="certificate", title="certyfikat opiekunki")
    proof.outcomes.add(people.left.outcomes.first())
    proof.premises.add(people.left.premises.first())
    DocumentFactory(participation=people.left)
    DocumentFactory(participation=None, project=project, kind="other", title="regulamin")
    return proof


def contacts(people):
    """Somebody called lately and to be called again, another whose matter is closed; the first one is answered with."""
    ContactFactory(participation=people.dropped, result="closed", channel="team", note="wyjazd za granicę")
    made_on = people.left.left_on
    return ContactFactory(participation=people.left, note="nie odebrała", next_on=made_on + timedelta(days=7))


def activities(project, people):
    """A course with sessions past and to come and mixed attendance, a finished form, individual help, events."""
    form = FormOfSupportFactory(project=project, name="kurs komputerowy")
    group = GroupFactory(form_of_support=form, name="grupa poranna", leader="Ewa Trenerska")
    enrolments = [EnrolmentFactory(group=group, participation=p) for p in (people.present, people.man, people.draft)]
    EnrolmentFactory(group=group, participation=people.left, finished=True)
    session = SessionFactory(group=group)
    for enrolment, status in zip(enrolments, ("present", "absent", "excused"), strict=True):
        AttendanceFactory(session=session, enrolment=enrolment, status=status)
    SessionFactory(group=group, held_on=project.ends_on, topic="podsumowanie", series=SeriesFactory(group=group))
    changed = {"group": group, "held_on": project.starts_on + timedelta(days=67)}
    SessionFactory(**changed, status="cancelled", cancel_reason="choroba trenerki")
    SessionFactory(**changed, moved_from=project.starts_on + timedelta(days=64), is_extra=True)
    alone = FormOfSupportFactory(
        project=project, name="doradztwo", kind="counselling", detail="career", mode="individual", hours_planned=None
    )
    SessionFactory(group=GroupFactory(form_of_support=alone), starts_at=None, ends_at=None, leader="", place="")
    event = HeadcountEventFactory(project=project)
    return SimpleNamespace(form=form, group=group, session=session, event=event, alone=alone)


def support_of_one(project, people, work):
    """A path in part done, a counselling card, an internship beyond the usual hours, a certificate, allowances, an institution."""
    for order, form in enumerate((work.form, work.alone), start=1):
        PlannedSupportFactory(participation=people.left, form_of_support=form, order=order, note="po warsztatach")
    enrolment = EnrolmentFactory(group=work.alone.groups.get(), participation=people.left)
    session = SessionFactory(group=enrolment.group, enrolment=enrolment, topic="bilans kompetencji")
    AttendanceFactory(session=session, enrolment=enrolment)
    form = FormOfSupportFactory(project=project, name="staż", kind="internship", detail="")
    placed = EnrolmentFactory(group=GroupFactory(form_of_support=form), participation=people.present)
    internship = InternshipFactory(enrolment=placed, hours_a_day="9.00")
    InternshipMonthFactory(internship=internship)
    certified = people.left.enrolments.get(group=work.group)
    CertificateFactory(enrolment=certified)
    AllowanceFactory(participation=people.left, form_of_support=work.form, paid_on=project.ends_on, document="lista 1")
    return SimpleNamespace(
        certified=certified,
        internship=internship,
        allowance=AllowanceFactory(participation=people.present, kind="travel", unit="day", rate="8.40", zus=0),
        rate=AllowanceRateFactory(project=project),
        institution_support=InstitutionSupportFactory(institution=people.institution),
    )


def indicators(project):
    """Targets official and own, reached and not, of people and of things; thresholds; a proved and an unproved entry."""
    ProjectIndicatorFactory(project=project, definition="people", name="", women=6, men=4, total=10)
    ProjectIndicatorFactory(project=project, definition="CO16", name="", total=1)
    ProjectIndicatorFactory(project=project, definition="CR03", name="", kind="result", total=3)
    ProjectIndicatorFactory(
        project=project,
        name="liczba środowisk",
        unit="szt.",
        counts="register",
        register="community",
        words=[],
        total=2,
    )
    for measure, percent in (("social", "34"), ("employment", "12")):
        EffectivenessThresholdFactory(project=project, measure=measure, percent=percent)
    RegisterEntryFactory(project=project, evidence="")
    own = ProjectIndicatorFactory(project=project, name="liczba osób, które weszły", total=None)
    return SimpleNamespace(
        entry=RegisterEntryFactory(project=project),
        measured=AuthorityValueFactory(project=project),
        own=own,
        correction=TargetCorrectionFactory(indicator=own),
    )


def settlements(project):
    """An application that the authority has, with its frozen report, and the next one, still a draft."""
    report = SubmittedReportFactory(application__project=project)
    return {
        "application": PaymentApplicationFactory(project=project, since=report.on + timedelta(days=1)),
        "sent_application": report.application,
        "submitted_report": report,
    }


def recruitment(project, people):
    """A round with criteria, quotas and a checklist, and a candidate in every state; the qualified one is answered with."""
    round = RoundFactory(project=project, name="nabór I", places=4, reserve_places=2)
    CriterionFactory(round=round)
    criterion = CriterionFactory(round=round, rule="sex", params={"values": ["K"]}, points=10)
    question = CriterionFactory(round=round, rule="question", label="opuszcza instytucję opieki", points=5)
    CriterionFactory(round=round, rule="score", label="rozmowa z komisją", points=20)
    CriterionFactory(round=round, rule="documents")
    quota = QuotaFactory(round=round, at_least=None, percent=60)
    QuotaFactory(round=None, project=project, rule="disability", at_least=3)
    item = ChecklistItemFactory(project=project, name="formularz zgłoszeniowy")
    candidate = CandidateFactory(round=round, last_name="Świętochowska", decision="qualified", disability="yes")
    CandidatePremiseFactory(candidate=candidate)
    CommissionAnswerFactory(candidate=candidate, criterion=question)
    others = [
        CandidateFactory(round=round),
        CandidateFactory(round=round, sex="M", first_name="Jan", last_name="Źrebiec", birth_date=None, pesel=""),
        CandidateFactory(round=round, birth_date=date(2009, 3, 4)),
        CandidateFactory(round=round, decision="qualified", participation=people.present),
        CandidateFactory(round=round, decision="reserve"),
        CandidateFactory(round=round, decision="rejected"),
        CandidateFactory(round=round, decision="withdrawn", decision_reason="podjęła pracę"),
    ]
    for one in (candidate, *others[2:]):
        ReceivedDocumentFactory(candidate=one, item=item)
    sitting = SittingFactory(round=round, place="MOPS", votes_for=3, votes_against=0, votes_abstained=0)
    DecisionLogFactory(candidate=candidate, sitting=sitting, points=15, rank=1, reason="miejsce 1 na 4")
    ForgottenCandidateFactory(round=round)
    return {"round": round, "criterion": criterion, "quota": quota, "candidate": candidate, "sitting": sitting}
