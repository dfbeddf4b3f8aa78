"""The things behind a figure that counts no people: entries of a register, sessions, leaders, events."""

from activities.models import Group, Session

from .models import Counts


def things_counted(project, definition, on):
    """The things of the project on the day, those counted and those waiting: {"things": …, "waiting": …, "counts": …}."""
    things = _found(project, definition, on)
    waiting = [thing for thing in things if definition.counts == Counts.REGISTER and not thing.evidence]
    return {
        "things": [thing for thing in things if thing not in waiting],
        "waiting": waiting,
        "counts": definition.counts,
    }


def _found(project, definition, on):
    if definition.counts == Counts.REGISTER:
        return list(project.register_entries.filter(register=definition.register, happened_on__lte=on))
    if definition.counts in (Counts.EVENTS, Counts.VISITORS):
        return list(project.events.filter(kind=definition.event_kind, held_on__lte=on))
    if definition.counts == Counts.SESSIONS:
        sessions = Session.objects.taking_place().filter(
            group__form_of_support__project=project,
            group__form_of_support=definition.form_of_support,
        )
        return list(sessions.filter(held_on__lte=on).select_related("group").order_by("held_on", "pk"))
    groups = Group.objects.filter(form_of_support__project=project, form_of_support=definition.form_of_support).exclude(
        leader=""
    )
    return list(groups.filter(enrolments__started_on__lte=on).distinct().order_by("leader", "pk"))
