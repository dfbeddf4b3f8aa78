"""Projects are public; the people in them are their teams."""

from accounts.privacy import Privacy

from .models import (
    Award,
    Call,
    FundingLine,
    Mark,
    Office,
    OpeningHours,
    Partner,
    PlannedEvent,
    Programme,
    Project,
    ProjectText,
    TargetGroup,
    TeamMember,
)

FIELDS = {
    Programme: {
        Privacy.KEPT: "id slug name edition fund institution period indicator_list goal announced_on allocation_left url is_demo"
    },
    Call: {
        Privacy.KEPT: "id programme number title purpose allocation opens_on closes_on target_group age_from age_to",
    },
    PlannedEvent: {Privacy.KEPT: "id programme call name place held_on"},
    Project: {
        Privacy.KEPT: "id submission slug title edition agreement_number programme call parent axis measure submeasure starts_on "
        "ends_on period_note area goal description attendance_threshold job_ends_path supports_institutions is_demo"
    },
    Partner: {Privacy.KEPT: "id project name role place"},
    TargetGroup: {Privacy.KEPT: "id project name women men total women_at_least is_surroundings"},
    FundingLine: {Privacy.KEPT: "id project source name amount"},
    Office: {Privacy.KEPT: "id project name address phones"},
    OpeningHours: {Privacy.KEPT: "id office weekday opens closes"},
    Award: {Privacy.KEPT: "id project title contest awarded_by entered_on note"},
    Mark: {Privacy.KEPT: "id project kind name image"},
    ProjectText: {Privacy.KEPT: "id project paper title body changed_at"},
    TeamMember: {Privacy.KEPT: "id project role", Privacy.PERSONAL: "user"},
}
