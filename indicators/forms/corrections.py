"""What an annex of the agreement made of the targets: one of them, or all that it changed at once."""

import uuid

from django import forms
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from activities.forms.layout import sections
from activities.forms.period import refuse_outside
from projects.forms import OnceForm
from projects.forms.base import TOO_LARGE, sentence_for
from projects.forms.fields import DayField

from ..models import Counts, TargetCorrection
from ..queries import definition_of
from ..targets import described, promise_on
from .targets import PARTS, PROMISE_WIDTHS, PromiseForm

ANNEX_WIDTHS = {"annex": "c8", "holds_from": "c4"}
FIELDS = [*PARTS, "percent", "is_at_least"]
TAKEN = _(
    "Od tego dnia obowiązuje już inna zmiana tego celu: %(annex)s. Popraw ją w historii celu albo podaj inny dzień."
)


class CorrectionForm(PromiseForm, OnceForm):
    """What one target is from a day on, and the annex that says so."""

    is_withdrawn = forms.BooleanField(label=_("Aneks skreśla cel tego wskaźnika"), required=False)

    class Meta(PromiseForm.Meta):
        model = TargetCorrection
        fields = [*ANNEX_WIDTHS, *PROMISE_WIDTHS]
        field_classes = {"holds_from": DayField}

    def __init__(self, *args, indicator, **kwargs):
        super().__init__(*args, **kwargs)
        self.indicator = self.instance.indicator = indicator
        self.initial["is_withdrawn"] = bool(self.instance.pk) and self.instance.is_empty
        new = (_("Nowa wartość docelowa"), {**PROMISE_WIDTHS, "is_withdrawn": "c12"})
        self.helper = sections(self, (_("Aneks"), ANNEX_WIDTHS), new)

    def own_rows(self):
        return super().own_rows().filter(indicator=self.indicator)

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"indicator"}

    def counted(self, cleaned):
        return self.indicator.counts

    def clean_holds_from(self):
        return refuse_outside(self.cleaned_data["holds_from"], self.indicator.project)

    def clean(self):
        cleaned = super().clean()
        is_promised = any(cleaned.get(name) is not None for name in (*PARTS, "percent"))
        if cleaned.get("is_withdrawn") and is_promised:
            self.add_error("is_withdrawn", _("Cel jest skreślony albo ma nową wartość. Zostaw jedno z nich."))
        if not cleaned.get("is_withdrawn") and not is_promised and not self.errors:
            self.add_error("total", _("Podaj nową wartość docelową."))
        return cleaned


class AnnexLineForm(PromiseForm):
    """One indicator on the form of an annex, filled with the target that holds; things have a total alone."""

    class Meta(PromiseForm.Meta):
        model = TargetCorrection
        fields = FIELDS
        labels = PromiseForm.Meta.labels | {"is_at_least": _("Co najmniej")}

    def __init__(self, data, *, indicator, on):
        self.indicator, self.definition, self.held = indicator, definition_of(indicator), promise_on(indicator, on)
        shown = {name: getattr(self.held, name) for name in FIELDS}
        blank = TargetCorrection(indicator=indicator)
        super().__init__(
            data,
            prefix=f"i{indicator.pk}",
            instance=blank,
            initial=shown,
            empty_permitted=True,  # what is not changed is not asked
            use_required_attribute=False,
        )
        self.fields["percent"].label = _("Procent uczestników")
        if indicator.counts != Counts.PEOPLE:
            for name in ("women", "men", "percent", "is_at_least"):
                del self.fields[name]
        for name, field in self.fields.items():
            # What was shown travels along: a target that somebody else changed meanwhile is no change of this annex.
            field.show_hidden_initial = True
            if name != "is_at_least":
                field.widget.attrs["class"] = "input"

    def counted(self, cleaned):
        return self.indicator.counts

    def clean(self):
        cleaned = super().clean()
        if not self.errors and cleaned.get("total") is None and cleaned.get("percent") is None:
            self.add_error("total", _("Podaj nową wartość. Skreślenie celu zapisz przy samym wskaźniku."))
        return cleaned

    @property
    def described(self):
        """The target that holds, in words."""
        return described(self.held)


class AnnexForm(forms.Form):
    """Which annex, and from when it holds."""

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)
    annex = forms.CharField(label=_("Aneks"), max_length=100, help_text=_("na przykład: aneks nr 2 z 14.03.2021"))
    holds_from = DayField(label=_("Obowiązuje od"))

    def __init__(self, data, *, project):
        super().__init__(data)
        self.project = project
        self.helper = sections(self, (_("Aneks"), ANNEX_WIDTHS))

    def clean_holds_from(self):
        return refuse_outside(self.cleaned_data["holds_from"], self.project)


class Annex:
    """An annex and all the targets that it changes, right together and saved together. A view asks ``submitted()``."""

    def __init__(self, data, *, project):
        self.form = AnnexForm(data, project=project)
        day = project.default_day()
        self.lines = [AnnexLineForm(data, indicator=i, on=day) for i in project.indicators.with_changes()]

    def submitted(self):
        """The corrections written when the page was posted and is right, else None; nothing is half-written."""
        if not self.form.is_bound:
            return None
        self.form.full_clean()
        if made_before := self._made_before():
            return made_before
        changed = [line for line in self.lines if line.has_changed()]
        if not self._is_valid(changed):
            return None
        try:
            with transaction.atomic():
                return [self._write(line) for line in changed]
        except IntegrityError as error:
            self.form.add_error(None, sentence_for(error, TargetCorrection))
            return self._made_before()
        except DataError:  # each number fits into its column, their sum in a constraint does not
            self.form.add_error(None, TOO_LARGE)
            return None

    def _is_valid(self, changed):
        """Asks every part, so that all complaints are shown at once."""
        for line in changed:
            if taken := self._taken(line):
                line.add_error(None, TAKEN % {"annex": taken.annex})
        if not changed:
            self.form.add_error(None, _("Żaden cel się nie zmienił. Wpisz nowe wartości z aneksu."))
        if any(line.errors for line in changed):
            self.form.add_error(None, _("Popraw cele, przy których stoją uwagi."))
        return not self.form.errors

    def _taken(self, line):
        """What another annex made of this target from the very same day, or None."""
        day = self.form.cleaned_data.get("holds_from")
        return next((change for change in line.indicator.changes if change.holds_from == day), None)

    def _write(self, line):
        correction = line.save(commit=False)
        correction.annex, correction.holds_from = self.form.cleaned_data["annex"], self.form.cleaned_data["holds_from"]
        correction.submission = self._submission_of(line)
        correction.save()
        return correction

    def _submission_of(self, line):
        """The number of the form with the indicator in it: a second post of the form finds what the first one wrote."""
        number = self.form.cleaned_data.get("submission") or uuid.uuid4()
        return uuid.uuid5(number, str(line.indicator.pk))

    def _made_before(self):
        """What an earlier post of this very form wrote."""
        if not self.form.cleaned_data.get("submission"):
            return None
        return list(TargetCorrection.objects.filter(submission__in=map(self._submission_of, self.lines)).order_by("pk"))
