"""Days of activities lie inside the project."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from projects.templatetags.polish import period

OUTSIDE = _("Ten dzień jest poza okresem realizacji projektu (%(period)s). Popraw datę.")


def refuse_outside(day, project):
    """Raises the sentence that names the period when the day lies outside it; no day breaks nothing."""
    if day and not project.starts_on <= day <= project.ends_on:
        told = {"period": period(project.starts_on, project.ends_on)}
        raise ValidationError(OUTSIDE, code="outside_period", params=told)
    return day
