"""A database rule that a row breaks is told beside the field it is about."""

from datetime import date

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.templatetags.polish import day as written
from projects.templatetags.polish import period

OUTSIDE_PROJECT = _("Projekt trwa %(period)s. Data rozpoczęcia udziału musi być w tym okresie.")
AFTER_SUPPORT = _(
    "Pierwsze wsparcie zaczęło się %(day)s, więc udział w projekcie nie może zacząć się później. Popraw tę datę albo datę wsparcia."
)
OUTSIDE_INSTITUTION = _("Udział instytucji trwa %(period)s. Jej pracownik może być w projekcie tylko w tym okresie.")

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
    "participation_disability_kind_only_if_disabled": "disability_kind",
    "participation_since_only_if_unemployed": "unemployed_since",
    "participation_institution_only_for_employee": "institution",
    "participation_delegated_only_employee": "delegated_by",
    "participation_postcode_form": "postcode",
    "person_postcode_form": "postcode",
    "person_born_after_1880": "birth_date",
    "outcome_working_time_up_to_full": "working_time",
    "outcome_grant_only_from_project": "grant_amount",
    "outcome_pkd_form": "pkd",
    "outcome_certificate_only_for_qualification": "certificate_number",
    "outcome_school_only_for_education": "is_school_form",
    "call_next_after_this": "next_on",
    "call_closed_without_next": "next_on",
    "call_closed_with_reason": "note",
}


class RulesBesideFields:
    """A mixin of model forms: the sentence of a broken constraint stands under its field where the form has that field."""

    beside = FIELD_OF_RULE

    def _update_errors(self, errors):
        if hasattr(errors, "error_dict"):
            for error in errors.error_dict.pop(NON_FIELD_ERRORS, []):
                errors.error_dict.setdefault(self._field_of(error.message), []).append(error)
        super()._update_errors(errors)

    def _field_of(self, sentence):
        rules = self._meta.model._meta.constraints
        name = next((rule.name for rule in rules if rule.violation_error_message == sentence), None)
        field = self.beside.get(name)
        return field if field in self.fields else NON_FIELD_ERRORS


def not_in_future(day, sentence):
    """The day, unless it is still to come: then ValidationError with the sentence."""
    if day and day > timezone.localdate():
        raise ValidationError(sentence)
    return day


def within_project(day, project):
    """The day, unless it lies outside the project: then ValidationError."""
    if day and not project.starts_on <= day <= project.ends_on:
        raise ValidationError(OUTSIDE_PROJECT, params={"period": period(project.starts_on, project.ends_on)})
    return day


def within_institution(institution, *, entered_on, left_on):
    """Refuses, with ValidationError, an employee who is in the project longer than the institution that delegates her."""
    starts_on, ends_on = institution.entered_on, institution.left_on
    too_early = starts_on and entered_on and entered_on < starts_on
    last = left_on or entered_on
    if too_early or (ends_on and last and last > ends_on):
        raise ValidationError(OUTSIDE_INSTITUTION, params={"period": period(starts_on, ends_on)})


def by_first_support(day, participation):
    """The day of entry, unless the first support on record began before it: then ValidationError with that day.

    The rule itself is the database's (``participation_begins_by_first_support``); this names the day beside the field.
    """
    first = min(participation.supports_started.values(), default=None)
    if day and first and day.isoformat() > first:
        raise ValidationError(AFTER_SUPPORT, params={"day": written(date.fromisoformat(first))})
    return day
