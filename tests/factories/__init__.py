"""A valid object of every kind with no arguments; a test names only the facts that it is about.

    ParticipationFactory()                                  a woman with every fact that SL2014 asks for
    ParticipationFactory(smefs=True)                        the same for SM EFS (2021–2027)
    ParticipationFactory(draft=True)                        some required fact is missing
    ParticipationFactory(left=True)                         has left by path
    ParticipationFactory(project=project, person__sex="M")  a man in this project
    ProjectFactory(period=ProgrammingPeriod.NATIONAL)       a project outside the European Social Fund

Values kept by the database are read back, so that the object in hand says what the row says.
"""

from .accounts import (
    PASSWORD,
    UserFactory,
)
from .activities import (
    AttendanceFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    HeadcountEventFactory,
    SeriesFactory,
    SessionFactory,
)
from .documents import (
    DocumentFactory,
    ProjectTextFactory,
)
from .exchange import (
    ComparisonFactory,
    ImportRunFactory,
)
from .identity import (
    MergeFactory,
    NotTheSameFactory,
    WithdrawnExitFactory,
)
from .indicators import (
    AuthorityValueFactory,
    DefinitionVersionFactory,
    EffectivenessRulesFactory,
    EffectivenessThresholdFactory,
    ProjectIndicatorFactory,
    RegisterEntryFactory,
    TargetCorrectionFactory,
)
from .participants import (
    ContactFactory,
    InstitutionFactory,
    OutcomeFactory,
    ParticipationFactory,
    PersonFactory,
    PremiseFactory,
    make_nip,
    make_pesel,
)
from .projects import (
    AwardFactory,
    CallFactory,
    FundingLineFactory,
    MarkFactory,
    OfficeFactory,
    OpeningHoursFactory,
    PartnerFactory,
    PlannedEventFactory,
    ProgrammeFactory,
    ProjectFactory,
    TargetGroupFactory,
    TeamMemberFactory,
)
from .recruitment import (
    CandidateFactory,
    CandidatePremiseFactory,
    ChecklistItemFactory,
    CommissionAnswerFactory,
    CriterionFactory,
    DecisionLogFactory,
    ForgottenCandidateFactory,
    QuotaFactory,
    ReceivedDocumentFactory,
    RoundFactory,
    SittingFactory,
)
from .settlements import (
    PaymentApplicationFactory,
    SubmittedReportFactory,
)
from .support import (
    AllowanceFactory,
    AllowanceRateFactory,
    CertificateFactory,
    InstitutionSupportFactory,
    InternshipFactory,
    InternshipMonthFactory,
    PlannedSupportFactory,
)

__all__ = [
    "PASSWORD",
    "AllowanceFactory",
    "AllowanceRateFactory",
    "AttendanceFactory",
    "AuthorityValueFactory",
    "AwardFactory",
    "CallFactory",
    "CandidateFactory",
    "CandidatePremiseFactory",
    "CertificateFactory",
    "ChecklistItemFactory",
    "CommissionAnswerFactory",
    "ComparisonFactory",
    "ContactFactory",
    "CriterionFactory",
    "DecisionLogFactory",
    "DefinitionVersionFactory",
    "DocumentFactory",
    "EffectivenessRulesFactory",
    "EffectivenessThresholdFactory",
    "EnrolmentFactory",
    "ForgottenCandidateFactory",
    "FormOfSupportFactory",
    "FundingLineFactory",
    "GroupFactory",
    "HeadcountEventFactory",
    "ImportRunFactory",
    "InstitutionFactory",
    "InstitutionSupportFactory",
    "InternshipFactory",
    "InternshipMonthFactory",
    "MarkFactory",
    "MergeFactory",
    "NotTheSameFactory",
    "OfficeFactory",
    "OpeningHoursFactory",
    "OutcomeFactory",
    "ParticipationFactory",
    "PartnerFactory",
    "PaymentApplicationFactory",
    "PersonFactory",
    "PlannedEventFactory",
    "PlannedSupportFactory",
    "PremiseFactory",
    "ProgrammeFactory",
    "ProjectFactory",
    "ProjectIndicatorFactory",
    "ProjectTextFactory",
    "QuotaFactory",
    "ReceivedDocumentFactory",
    "RegisterEntryFactory",
    "RoundFactory",
    "SeriesFactory",
    "SessionFactory",
    "SittingFactory",
    "SubmittedReportFactory",
    "TargetCorrectionFactory",
    "TargetGroupFactory",
    "TeamMemberFactory",
    "UserFactory",
    "WithdrawnExitFactory",
    "make_nip",
    "make_pesel",
]
