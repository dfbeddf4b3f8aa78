"""The commission's own questions as one grid: a row a candidate, a column a question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..vocabulary import RuleCode

YES_NO = [("", _("–")), ("yes", _("tak")), ("no", _("nie"))]


class AnswersForm(forms.Form):
    """Answers of the shown candidates; an empty one means that the commission has not answered."""

    def __init__(self, *args, questions, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions, self.candidates = questions, candidates
        for candidate in candidates:
            known = {answer.criterion_id: answer for answer in candidate.answers.all()}
            for question in questions:
                self._add(candidate, question, known.get(question.pk))

    def _add(self, candidate, question, known):
        label = _("%(person)s: %(question)s") % {"person": candidate.name, "question": question.label}
        name = self._name(candidate, question)
        if question.rule == RuleCode.SCORE:
            widget = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "input"})
            field = forms.IntegerField(
                label=label,
                min_value=0,
                max_value=question.points,
                required=False,
                widget=widget,
                error_messages={
                    "max_value": _("Najwięcej można dać %(limit_value)s."),
                    "min_value": _("Ocena nie może być ujemna."),
                    "invalid": _("Wpisz liczbę punktów cyframi."),
                },
            )
            self.initial[name] = known.points if known else None
        else:
            field = forms.ChoiceField(
                label=label, choices=YES_NO, required=False, widget=forms.Select({"class": "input"})
            )
            self.initial[name] = {True: "yes", False: "no"}.get(known.is_met) if known else ""
        self.fields[name] = field

    @staticmethod
    def _name(candidate, question):
        return f"a-{candidate.pk}-{question.pk}"

    @property
    def rows(self):
        """Each candidate with her fields, in the order of the questions."""
        for candidate in self.candidates:
            yield candidate, [self[self._name(candidate, question)] for question in self.questions]

    @property
    def answers(self):
        """(candidate pk, criterion pk) → True, False, a number of points, or None."""
        found = {}
        for candidate in self.candidates:
            for question in self.questions:
                given = self.cleaned_data.get(self._name(candidate, question))
                if question.rule != RuleCode.SCORE:
                    given = {"yes": True, "no": False}.get(given)
                found[candidate.pk, question.pk] = given
        return found
