"""Each field of what was said to the authority, classified once. Numbers of participations stand here, names do not."""

from accounts.privacy import Privacy

from .models import ApplicationStep, FrozenMembers, PaymentApplication, SubmittedFile, SubmittedReport

FIELDS = {
    PaymentApplication: {
        Privacy.KEPT: "id submission project number since until is_final measured_on note state created_at",
        Privacy.PERSONAL: "created_by",
    },
    ApplicationStep: {Privacy.KEPT: "id application state at remarks report", Privacy.PERSONAL: "by"},
    SubmittedReport: {
        Privacy.KEPT: "id application version since on previous submitted_at frozen_at checksum",
        Privacy.PERSONAL: "submitted_by content",
    },
    # Who was in a figure of disability was a person with a disability: the numbers say so to whoever can open the records.
    FrozenMembers: {Privacy.KEPT: "id report key part things", Privacy.SPECIAL: "women men"},
    SubmittedFile: {Privacy.KEPT: "id report form content sha256"},
}
