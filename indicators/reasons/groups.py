"""The groups into which a figure divides all recorded people: the counted, and the others by how near they are."""

from enum import IntEnum

from django.db.models import BooleanField, Case, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _

from participants.models import Outcome

from ..definitions import DAY, Day, Stage, at
from ..queries import STILL_INSIDE


class Group(IntEnum):
    """Nearest to being counted first. ``GONE`` and ``EARLIER`` exist only where a period is asked for."""

    COUNTED = 0
    GONE = 1
    WAITING = 2
    INSUFFICIENT = 3
    PASSED = 4
    INSIDE = 5
    OTHER = 6
    LATER = 7
    DRAFT = 8
    EARLIER = 9

    @property
    def slug(self):
        """Its name in an address."""
        return self.name.lower()


COUNTED, GONE, WAITING, INSUFFICIENT, PASSED, INSIDE, OTHER, LATER, DRAFT, EARLIER = Group
BY_SLUG = {group.slug: group for group in Group}

# over its rows in the table, and after its number in a sentence
GROUPS = {
    COUNTED: (_("Policzone"), _("policzone")),
    GONE: (_("Ubyły w okresie"), _("liczyły się przed okresem, już się nie liczą")),
    WAITING: (_("Termin biegnie"), _("czekają na dowód, termin biegnie")),
    INSUFFICIENT: (_("Dowód nie wystarcza"), _("mają dowód, który nie wystarcza")),
    PASSED: (_("Termin minął"), _("bez dowodu, termin minął")),
    INSIDE: (_("Jeszcze w projekcie"), _("jeszcze w projekcie")),
    OTHER: (_("Nie spełniają warunku"), _("nie spełniają warunku")),
    LATER: (_("Jeszcze nie przystąpiły"), _("jeszcze nie przystąpiły")),
    DRAFT: (_("Szkice"), _("szkice bez wymaganych danych")),
    EARLIER: (_("Policzone przed okresem"), _("policzone już przed okresem")),
}


def label_of(group, in_period):
    """What the people of a group are called after their number; the counted of a period are those who came in it."""
    return _("przybyły w okresie") if in_period and group == COUNTED else GROUPS[group][1]


def truth(condition):
    """True or false, never unknown."""
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def false(condition):
    """The condition is false or unknown."""
    return ~Q(truth(condition))


def group_of(definition, on, before=None, project=None):
    """Which group a participation belongs to on the day: exactly one, so that the groups add up to all recorded people.

    With ``before``, the last day before a period, the counted are those who came in it: they count on the day and did not then.
    ``project`` is the one that all the participations are of, or None; proofs of other projects need not be read then.
    """
    steps = [*_counted(definition, on, before), *_entering(definition, on)]
    if definition.is_result:
        steps.append((at(STILL_INSIDE, on), INSIDE))
        steps.append((false(at(definition.rule_until(Stage.PROOF), on)), OTHER))
    if definition.proofs:
        steps += [(_has_proof(definition, on, project), INSUFFICIENT), (at(window_open(definition), on), WAITING)]
    return Case(
        *[When(condition, then=Value(int(group))) for condition, group in steps if condition],
        default=Value(int(PASSED if definition.proofs else OTHER)),
        output_field=IntegerField(),
    )


def _counted(definition, on, before):
    now = definition.condition(on)
    if before is None:
        return [(now, COUNTED)]
    then = definition.condition(before)
    return [(Q(truth(now)) & false(then), COUNTED), (now, EARLIER), (then, GONE)]


def _entering(definition, on):
    return [
        (Q(is_complete=False), DRAFT),
        (Q(entered_on__isnull=True) | Q(entered_on__gt=on), LATER),
        (false(at(definition.rule_until(Stage.EXIT), on)), OTHER),
    ]


def _has_proof(definition, on, project):
    """A proof of the kinds that the definition asks for is on record. One reading of the table, whatever the number of people."""
    proofs = Outcome.objects.filter(kind__in=definition.proofs, obtained_on__lte=on)
    if project is not None:
        proofs = proofs.filter(participation__project=project)
    return Q(pk__in=proofs.order_by().values("participation"))


def window_open(definition):
    """The person has left and a proof would still come in time, the day still open."""
    return Q(left_on__lte=DAY, left_on__gte=Day(moved=-definition.window_days))
