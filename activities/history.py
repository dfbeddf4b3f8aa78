"""What of the activities has a history: who was supported how, and what was held."""

from participants.history import named, register

from .models import Enrolment, FormOfSupport, Group, HeadcountEvent, PlannedSupport, Session


def register_all():
    """Lets the history of activities be read (``participants.history``)."""
    register(Enrolment, called=("group",), path="participation")
    register(PlannedSupport, called=("form_of_support",), path="participation")
    register(FormOfSupport, called=("name",), path="project")
    register(Group, called=("form_of_support", "name"), path="form_of_support__project")
    register(Session, called=("group", "held_on", "starts_at"), path="group__form_of_support__project")
    register(HeadcountEvent, called=("name", "held_on"), path="project")
    named(Group, lambda group: f"{group.form_of_support.name}, {group.name}", reading=("form_of_support",))
