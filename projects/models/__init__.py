"""Where the money is: the programme and its calls, the project and all that its agreement says, the team."""

from .once import CreatedOnce
from .programme import Call, IndicatorList, PlannedEvent, Programme, ProgrammingPeriod
from .project import Award, FundingLine, Mark, Office, OpeningHours, Partner, Project, TargetGroup, TeamMember
from .wording import Paper, ProjectText

__all__ = [
    "Award",
    "Call",
    "CreatedOnce",
    "FundingLine",
    "IndicatorList",
    "Mark",
    "Office",
    "OpeningHours",
    "Paper",
    "Partner",
    "PlannedEvent",
    "Programme",
    "ProgrammingPeriod",
    "Project",
    "ProjectText",
    "TargetGroup",
    "TeamMember",
]
