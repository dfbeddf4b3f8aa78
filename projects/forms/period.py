"""The period of a project may change as long as what was recorded in it stays inside."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max, Min, Q
from django.utils.translation import gettext_lazy as _

from ..templatetags.polish import counted, day, period

PEOPLE_OUTSIDE = _(
    "Poza nowym okresem znalazłby się udział %(people)s. Udziały w tym projekcie mieszczą się w dniach %(days)s; okres musi je obejmować."
)
SESSIONS_OUTSIDE = _(
    "Poza nowym okresem znalazłyby się zajęcia z dnia %(day)s. Okres musi je obejmować albo trzeba zmienić ich datę."
)


class PeriodForm(forms.ModelForm):
    """A form of a project that refuses a period which would leave people or sessions outside."""

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if self.instance.pk and starts_on and ends_on:
            self._people_stay_inside(starts_on, ends_on)
            self._sessions_stay_inside(starts_on, ends_on)
        return cleaned

    def _people_stay_inside(self, starts_on, ends_on):
        there = self.instance.participations.order_by()
        outside = there.filter(Q(entered_on__lt=starts_on) | Q(entered_on__gt=ends_on) | Q(left_on__gt=ends_on)).count()
        if not outside:
            return
        days = there.aggregate(first=Min("entered_on"), entered=Max("entered_on"), left=Max("left_on"))
        last = max(known for known in (days["entered"], days["left"]) if known)
        told = {"people": counted(outside, "osoby", "osób", "osób"), "days": period(days["first"], last)}
        field = "starts_on" if days["first"] < starts_on else "ends_on"
        self.add_error(field, ValidationError(PEOPLE_OUTSIDE, params=told, code="people_outside"))

    def _sessions_stay_inside(self, starts_on, ends_on):
        """Only a session that was inside until now: one that never was does not stand in the way."""
        held_on = "groups__sessions__held_on"
        days = self.instance.forms_of_support.order_by().aggregate(first=Min(held_on), last=Max(held_on))
        if days["first"] and self.initial["starts_on"] <= days["first"] < starts_on:
            self.add_error("starts_on", ValidationError(SESSIONS_OUTSIDE, params={"day": day(days["first"])}))
        if days["last"] and ends_on < days["last"] <= self.initial["ends_on"]:
            self.add_error("ends_on", ValidationError(SESSIONS_OUTSIDE, params={"day": day(days["last"])}))
