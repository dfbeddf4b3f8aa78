"""What the forms of one session and of a series have in common: times, hours, the person, the trainer and the room."""

from django import forms
from django.utils.translation import gettext as _

from ..hours import MINUTES, hours_between
from ..naming import NamesOnRecord
from ..queries import members_of
from ..templatetags.hours import clock, hours_of
from ..vocabulary import HourUnit, Mode

TIME = {"inputmode": "numeric", "autocomplete": "off", "placeholder": "9.00"}


def time_input():
    return forms.TimeInput(TIME, format="%H.%M")


class PersonChoice(forms.ModelChoiceField):
    """An enrolled person, by name."""

    def label_from_instance(self, enrolment):
        return enrolment.participation.person.name


class HoursFromTimes:
    """A mixin of forms with ``starts_at``, ``ends_at`` and ``hours`` for a group; hours left empty follow from the times."""

    def know_group(self, group):
        """Which group the form is about, and what is on record in its project."""
        self.group, self.support = group, group.form_of_support
        self.names = NamesOnRecord(self.support.project)
        for name, listed in {"leader": "known-leaders", "place": "known-places"}.items():
            self.fields[name].widget.attrs |= {"list": listed, "autocomplete": "off"}
        self.fields["hours"].help_text = _("%(unit)s; puste policzą się z godzin od–do") % {
            "unit": self.support.get_hour_unit_display()
        }

    def choose_the_person(self, needed=False):
        """Individual support asks for the person, support of a group does not."""
        if self.support.mode == Mode.GROUP and not needed:
            del self.fields["enrolment"]
            return
        field = self.fields["enrolment"]
        field.queryset = members_of(self.group)
        field.required, field.help_text = True, ""

    @property
    def minutes(self):
        """How long one hour of this form of support is."""
        return MINUTES[self.support.hour_unit]

    def clean_leader(self):
        return self.names.leader(self.cleaned_data["leader"])

    def clean_place(self):
        return self.names.place(self.cleaned_data["place"])

    def take_hours_from_times(self, cleaned):
        start, end, hours = cleaned.get("starts_at"), cleaned.get("ends_at"), cleaned.get("hours")
        times_changed = not {"starts_at", "ends_at"}.isdisjoint(self.changed_data)
        is_stale = hours is None or (times_changed and "hours" not in self.changed_data)
        if start and end and start < end and is_stale and "hours" not in self.errors:
            cleaned["hours"] = hours_between(start, end, self.support.hour_unit)
        elif hours is None and not self.errors:
            self.add_error("hours", _("Podaj godziny od–do albo liczbę godzin."))

    @property
    def time_said(self):
        """How long the times last in either unit, and that the hours say something else, if they do; "" without times."""
        if not self.is_bound:
            return []
        self.is_valid()
        start, end, hours = (self.cleaned_data.get(name) for name in ("starts_at", "ends_at", "hours"))
        return said_of_times(start, end, hours, self.support.hour_unit)


def said_of_times(start, end, hours, unit):
    """Sentences about the length of a session: the same time in clock and in teaching hours, and a disagreement with its hours."""
    if not start or not end or end <= start:
        return []
    lengths = {each: hours_between(start, end, each) for each in HourUnit}
    told = {"start": clock(start), "end": clock(end), "hours": hours_of(hours, unit)}
    told |= {each.name.lower(): hours_of(lengths[each], each) for each in HourUnit}
    lines = [_("%(start)s–%(end)s to %(clock)s, czyli %(teaching)s.") % told]
    if hours is not None and hours < lengths[HourUnit(unit)]:
        lines.append(_("Wpisano %(hours)s: mniej, niż trwają zajęcia. To dobrze, jeśli resztę zajmują przerwy.") % told)
    elif hours is not None and hours > lengths[HourUnit(unit)]:
        lines.append(
            _("Wpisano %(hours)s: więcej, niż trwają zajęcia. Sprawdź godziny od–do albo liczbę godzin.") % told
        )
    return lines
