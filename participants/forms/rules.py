"""A database rule that a row breaks is told beside the field it is about."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CheckConstraint
from django.utils import timezone

FIELD_OF_RULE = {
    "participation_leaves_after_entering": "left_on",
    "participation_leaves_only_if_entered": "left_on",
    "participation_exit_has_reason": "exit_reason",
    "participation_situation_after_exit": "situations",
    "participation_two_situations": "situations",
    "participation_path_overruled_with_reason": "by_path_note",
    "participation_entry_not_in_future": "entered_on",
    "participation_business_after_entry": "business_started_on",
    "participation_detail_fits_status": "labour_detail",
    "participation_work_only_if_employed": "employer",
    "participation_homeless_no_refusal": "homeless",
    "participation_children_within_jobless": "household_children",
    "participation_origin_no_refusal": "foreign_origin",
    "participation_third_country_no_refusal": "third_country",
    "participation_degree_only_if_disabled": "disability_degree",
    "participation_institution_only_for_employee": "institution",
    "participation_postcode_form": "postcode",
    "person_postcode_form": "postcode",
    "person_born_after_1880": "birth_date",
    "outcome_working_time_up_to_full": "working_time",
    "outcome_grant_only_from_project": "grant_amount",
    "outcome_pkd_form": "pkd",
    "outcome_certificate_only_for_qualification": "certificate_number",
    "call_next_after_this": "next_on",
    "call_closed_without_next": "next_on",
    "call_closed_with_reason": "note",
}


class RulesBesideFields:
    """A mixin of model forms: the sentence of a broken check constraint stands under its field where the form has that field."""

    beside = FIELD_OF_RULE

    def _update_errors(self, errors):
        if hasattr(errors, "error_dict"):
            for error in errors.error_dict.pop(NON_FIELD_ERRORS, []):
                errors.error_dict.setdefault(self._field_of(error.message), []).append(error)
        super()._update_errors(errors)

    def _field_of(self, sentence):
        rules = [rule for rule in self._meta.model._meta.constraints if isinstance(rule, CheckConstraint)]
        name = next((rule.name for rule in rules if rule.violation_error_message == sentence), None)
        field = self.beside.get(name)
        return field if field in self.fields else NON_FIELD_ERRORS


def not_in_future(day, sentence):
    """The day, unless it is still to come: then ValidationError with the sentence."""
    if day and day > timezone.localdate():
        raise ValidationError(sentence)
    return day
