"""The target on a day: of the agreement and the annexes that changed it, the one that held on that day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from django.utils.translation import gettext as _

from projects.templatetags.polish import counted, day, number
from projects.templatetags.polish import percent as in_percent

from .models import ProjectIndicator, Promise


@dataclass(frozen=True)
class Target:
    """What is promised on a day. All empty where the agreement promises nothing, or an annex took the target away.

    ``percent`` is per cent of the participants who count on that day (``base``); ``total`` is then how many people that makes,
    rounded up. ``holds_from`` and ``annex`` name the annex that set it, None and "" for the agreement itself; ``before`` is what
    held until then, None where nothing changed.
    """

    women: int | None = None
    men: int | None = None
    total: int | None = None
    percent: Decimal | None = None
    is_at_least: bool = False
    holds_from: date | None = None
    annex: str = ""
    base: int | None = None
    before: "Promise | None" = None

    @property
    def note(self):
        """The target in words where its number alone does not tell it, else "": "od 01.03.2021, aneks nr 2; przedtem 50"."""
        parts = [self._of_participants()] if self.percent is not None else []
        if self.before is not None:
            parts.append(_("od %(day)s, %(annex)s") % {"day": day(self.holds_from), "annex": self.annex})
            return _("%(now)s; przedtem %(before)s") % {"now": ", ".join(parts), "before": described(self.before)}
        return "".join(parts)

    def _of_participants(self):
        return _("%(percent)s, na ten dzień %(needed)s z %(base)s") % {
            "percent": described(self),
            "needed": number(self.total),
            "base": number(self.base),
        }


def target_on(indicator: ProjectIndicator | None, on: date, base: int = 0) -> Target | None:
    """The target of the indicator that held on the day: the newest change that holds from that day or an earlier one.

    ``base`` is the number of participants who count on the day; a target in per cent is of them. None without an indicator.
    Reads ``indicator.changes``; where there are many indicators ask for them ``with_changes``.
    """
    if indicator is None:
        return None
    promise, *earlier = _held(indicator, on)
    return Target(
        women=promise.women,
        men=promise.men,
        total=promise.total if promise.percent is None else needed(promise.percent, base),
        percent=promise.percent,
        is_at_least=promise.is_at_least,
        holds_from=promise.holds_from if earlier else None,
        annex=promise.annex if earlier else "",
        base=None if promise.percent is None else base,
        before=earlier[0] if earlier else None,
    )


def promise_on(indicator, on):
    """What was promised last by the day: a correction, or the indicator itself with the target of the agreement."""
    return _held(indicator, on)[0]


def promises(indicator, on):
    """Whether the indicator has a target on the day."""
    return not promise_on(indicator, on).is_empty


def _held(indicator, on):
    """The promises of the indicator up to the day, the newest first, the agreement's own last."""
    return [*(change for change in indicator.changes if change.holds_from <= on), indicator]


def needed(percent, base):
    """How many of ``base`` people make the per cent, rounded up: 20% of 17 is 4 people."""
    return ceil(percent * base / 100)


def described(promise):
    """A promised value in words: "50", "50, w tym 30 kobiet", "co najmniej 20,00% uczestników", "bez celu"."""
    if promise.percent is not None:
        words = _("co najmniej %(percent)s uczestników") if promise.is_at_least else _("%(percent)s uczestników")
        return words % {"percent": in_percent(promise.percent)}
    if promise.total is None:
        return _("bez celu")
    return number(promise.total) + _parts(promise)


def _parts(promise):
    women, men = promise.women, promise.men
    words = {
        "women": None if women is None else counted(women, "kobieta", "kobiety", "kobiet"),
        "men": None if men is None else counted(men, "mężczyzna", "mężczyźni", "mężczyzn"),
    }
    if women is not None and promise.is_at_least:
        words["women"] = _("co najmniej %(women)s") % words
    if women is not None and men is not None:
        return _(", w tym %(women)s i %(men)s") % words
    return _(", w tym %(part)s") % {"part": words["women"] or words["men"]} if any(words.values()) else ""
