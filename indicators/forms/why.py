"""What one asks of the people behind a figure: the period, a name or a number, a group, a sex; all of it travels in the address."""

import re
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.models import Person
from participants.vocabulary import Sex
from projects.forms.asof import AsOfForm, as_written
from projects.forms.fields import DayField, DayInput

from ..reasons import BY_SLUG, EARLIER, GONE, Group, label_of

NUMBER = re.compile(r"[uU]?([0-9]{1,18})")
OF_PERIODS = {GONE, EARLIER}


class WhyForm(forms.Form):
    """The fields of the page. A value that the lists do not know narrows nothing."""

    q = forms.CharField(label=_("Szukaj"), max_length=100, required=False, widget=forms.TextInput({"type": "search"}))
    group = forms.ChoiceField(label=_("Grupa"), required=False)
    sex = forms.ChoiceField(label=_("Płeć"), choices=[("", _("wszyscy")), *Sex.choices], required=False)
    since = DayField(label=_("Okres od"), required=False, widget=DayInput({"class": "input"}))

    def __init__(self, data, on, sees_names):
        self.on = on
        found = {name: data.get(name, "") for name in ("q", "group", "sex")}
        super().__init__(found | {"since": as_written(data.get("since"))})
        offered = [group for group in Group if data.get("since") or group not in OF_PERIODS]
        self.fields["group"].choices = [
            ("", _("wszystkie")),
            *[(each.slug, label_of(each, data.get("since"))) for each in offered],
        ]
        hint = _("nazwisko, imię lub numer, np. U123") if sees_names else _("numer, np. U123")
        self.fields["q"].widget.attrs |= {"placeholder": hint, "autocomplete": "off"}
        for name in ("q", "group", "sex"):
            self.fields[name].widget.attrs["class"] = "input"
        self.is_valid()

    def clean_since(self):
        since = self.cleaned_data["since"]
        if since and since > self.on:
            raise ValidationError(_("Okres zaczyna się po tym dniu. Liczby są od początku projektu."))
        return since


class Asked:
    """What is asked: ``on`` and ``since`` (or None), ``sex``, ``group`` (or None) and ``search``.

    Who may not see names can look for the number of a participation only.
    """

    def __init__(self, data, project, sees_names):
        self.asof, self.sees_names = AsOfForm(data, project), sees_names
        self.on = self.asof.day
        self.form = WhyForm(data, self.on, sees_names)
        found = self.form.cleaned_data
        self.since = found.get("since")
        self.sex = found.get("sex", "")
        self.group = BY_SLUG.get(found.get("group"))
        self.search = found.get("q", "").strip()

    @property
    def is_narrowing(self):
        """Whether a name, a number or a group was asked for; the sex belongs to the figure itself."""
        return bool(self.search) or self.group is not None

    def narrow(self, participations):
        """The participations that the search finds, of the sex that was asked for; the group is the lists' affair."""
        found = participations.filter(self.condition) if self.condition else participations
        return found.filter(sex=self.sex) if self.sex else found

    @property
    def condition(self):
        """What the search asks of a participation, or None."""
        return self._found() if self.search else None

    def _found(self):
        number = NUMBER.fullmatch(self.search)
        by_number = Q(pk=int(number[1])) if number else Q(pk__in=[])
        if not self.sees_names or (number and self.search[0] in "uU"):
            return by_number
        return by_number | Q(person__in=Person.objects.matching(self.search).order_by().values("pk"))

    # for templates

    @property
    def has_period(self):
        """Whether a period was asked for, be it one that makes no sense."""
        return bool(self.form.data["since"])

    @property
    def day_errors(self):
        """What is wrong with the days of the address."""
        return [*self.asof.errors.get("on", []), *self.form.errors.get("since", [])]

    @property
    def figure_query(self):
        """What says which figure this is, as hidden fields of a form: {name: value}."""
        return {"on": f"{self.on:%Y-%m-%d}"} | ({"since": f"{self.since:%Y-%m-%d}"} if self.since else {})

    def address(self, **changes):
        """The address of this choice with something else in it, without the pages of its lists; "" leaves a part out."""
        asked = self.figure_query | {"sex": self.sex, "group": self.group.slug if self.group else "", "q": self.search}
        return "?" + urlencode({name: value for name, value in (asked | changes).items() if value})

    @property
    def here(self):
        """This choice."""
        return self.address()

    @property
    def everybody(self):
        """The same figure, nothing searched and no group chosen."""
        return self.address(q="", group="")

    @property
    def both_sexes(self):
        return self.address(sex="")

    @property
    def from_the_beginning(self):
        """The value from the beginning of the project, of which this figure of a period is a part."""
        return self.address(since="", q="", group="")
