"""The application form on paper: the questions of the form on the screen, empty for a pen or filled with what was entered."""

from dataclasses import dataclass, field

from django.forms import CheckboxInput, ChoiceField, ModelChoiceField
from django.utils.translation import gettext as _

from participants.vocabulary import Scope
from projects.letterhead import marks_of
from projects.templatetags.polish import day

from .forms.candidate_layout import SECTIONS, STATUS

TEMPLATE = "recruitment/form_print.html"
PESEL_DIGITS = 11


@dataclass(frozen=True)
class Option:
    """A box to tick."""

    label: str
    is_ticked: bool


@dataclass(frozen=True)
class Question:
    """One question: what stands in its place, boxes to tick, or single squares for the digits of a number."""

    label: str
    value: str = ""
    options: list = field(default_factory=list)
    squares: list = field(default_factory=list)


def context_of(form, candidate=None):
    """All that the printed form shows. ``form`` is a ``CandidateForm``; without a candidate everything stays empty."""
    is_filled = candidate is not None
    return {
        "project": form.project,
        "candidate": candidate,
        "marks": marks_of(form.project),
        "sections": [section for section in _sections(form, is_filled) if section[1]],
        "premises": _premises(form, is_filled),
        "is_official": form.scope != Scope.BASIC,
        "is_demo": form.project.is_demo and is_filled,
    }


def _sections(form, is_filled):
    for title, names in SECTIONS:
        yield title, [_question(form[name], is_filled) for name in names if name in form.fields]
    questions = [_question(bound, is_filled) for bound in form.questions]
    details = [form[name] for name in ("disability_degree", "disability_kind") if name in form.fields]
    yield STATUS, questions + [_question(bound, is_filled) for bound in details]


def _question(bound, is_filled):
    value = bound.value() if is_filled else None
    label, asked = str(bound.label), bound.field
    label = label[:1].upper() + label[1:]
    if bound.name == "pesel":
        digits = str(value or "")
        return Question(
            label, squares=list(digits.ljust(PESEL_DIGITS)) if len(digits) <= PESEL_DIGITS else list(digits)
        )
    if isinstance(asked.widget, CheckboxInput):
        return Question(label, options=[Option(_("tak"), bool(value))])
    if isinstance(asked, ModelChoiceField):
        return Question(label, options=[Option(str(row), row.pk == value) for row in asked.queryset])
    if isinstance(asked, ChoiceField) and bound.name != "voivodeship":
        return Question(
            label, options=[Option(str(said), str(code) == str(value)) for code, said in _flat(asked.choices)]
        )
    return Question(label, value=_shown(value))


def _flat(choices):
    """The choices of a list, those inside groups too, each label once; the line "choose" is none."""
    seen = {}
    for code, label in choices:
        inner = label if isinstance(label, list | tuple) else [(code, label)]
        seen |= {code: label for code, label in inner if code}
    return seen.items()


def _shown(value):
    if value in (None, ""):
        return ""
    if hasattr(value, "isoformat"):
        return f"{value:%H:%M}" if not hasattr(value, "year") else day(value)
    return str(value)


def _premises(form, is_filled):
    shown, more = form.premise_lines()
    return [
        (Option(str(line.box.label), is_filled and line.is_checked), line.document.value() or "" if is_filled else "")
        for line in [*shown, *more]
    ]
