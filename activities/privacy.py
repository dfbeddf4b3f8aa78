"""What was done with whom: the support a person received is personal, and so are those who lead it."""

from accounts.privacy import Privacy

from .models import (
    Allowance,
    AllowanceRate,
    Attendance,
    Certificate,
    Enrolment,
    FormOfSupport,
    Group,
    HeadcountEvent,
    InstitutionSupport,
    Internship,
    InternshipMonth,
    PlannedSupport,
    Series,
    Session,
)

FIELDS = {
    FormOfSupport: {
        Privacy.KEPT: "id submission project name kind detail theme character mode hours_planned hour_unit starts_on ends_on "
        "description"
    },
    Group: {Privacy.KEPT: "id form_of_support name area", Privacy.PERSONAL: "leader"},
    Enrolment: {Privacy.KEPT: "id", Privacy.PERSONAL: "group participation started_on ended_on is_finished"},
    Series: {Privacy.KEPT: "id submission group weekdays starts_at ends_at", Privacy.PERSONAL: "enrolment"},
    Session: {
        Privacy.KEPT: "id submission group held_on starts_at ends_at hours place series is_extra moved_from status",
        Privacy.PERSONAL: "enrolment leader topic cancel_reason",
    },
    Attendance: {Privacy.KEPT: "id session", Privacy.PERSONAL: "enrolment status"},
    HeadcountEvent: {Privacy.KEPT: "id submission project name kind held_on place visitors women men description"},
    PlannedSupport: {
        Privacy.KEPT: "id",
        Privacy.PERSONAL: "participation form_of_support hours_planned order agreed_on note",
    },
    Internship: {
        Privacy.KEPT: "id submission",
        Privacy.PERSONAL: "enrolment host host_nip address supervisor starts_on ends_on hours_a_day hours_a_week note",
    },
    InternshipMonth: {Privacy.KEPT: "id month", Privacy.PERSONAL: "internship hours"},
    Certificate: {
        Privacy.KEPT: "id project ordinal issued_on",
        Privacy.PERSONAL: "enrolment starts_on ends_on hours",
    },
    AllowanceRate: {Privacy.KEPT: "id project kind unit amount zus valid_from"},
    Allowance: {
        Privacy.KEPT: "id submission",
        Privacy.PERSONAL: "participation form_of_support kind starts_on ends_on unit quantity rate amount zus paid_on document",
    },
    InstitutionSupport: {Privacy.KEPT: "id submission institution kind detail started_on ended_on"},
}
