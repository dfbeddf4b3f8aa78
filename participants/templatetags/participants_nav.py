"""The counts on the tabs of a project."""

from django import template

from accounts.permissions import Permission

from ..deadlines import counts_for_tabs, follow_up_day

register = template.Library()


@register.simple_tag
def nav_counts(project):
    """How many people the project has and for how many a proof is awaited on the day of the radar, in one query.

    An empty dictionary for whoever may not see people, and for a project that nobody came into through the door. A page that
    has counted already says so in ``project.counted_for_nav``, and stands on its own day.
    """
    if hasattr(project, "counted_for_nav"):
        return project.counted_for_nav
    if not hasattr(project, "viewer_role") or Permission.PARTICIPANTS_VIEW not in project.allowed:
        return {}
    return counts_for_tabs(project, follow_up_day(project))
