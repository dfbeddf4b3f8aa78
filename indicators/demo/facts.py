"""Writing down a project as its document describes it: the project, its partners, money, target groups and indicators."""

from projects.models import FundingLine, Partner, Project, TargetGroup

from ..models import ProjectIndicator
from .programmes import programme


def create_project(slug, programme_slug, *, partners=(), funding=(), **fields):
    """Saves a demo project with its partners (role, name, place) and funding lines (source, name, amount in złoty)."""
    project = Project.objects.create(slug=slug, programme=programme(programme_slug), is_demo=True, **fields)
    Partner.objects.bulk_create(
        [Partner(project=project, role=role, name=name, place=place) for role, name, place in partners]
    )
    FundingLine.objects.bulk_create(
        [FundingLine(project=project, source=source, name=name, amount=amount) for source, name, amount in funding]
    )
    return project


def target_group(project, name, **numbers):
    """Saves a target group with what was planned for it, if anything was."""
    return TargetGroup.objects.create(project=project, name=name, **numbers)


def answer_for(project, *indicators):
    """Saves the indicators of a project in the order of its document."""
    ProjectIndicator.objects.bulk_create(
        [ProjectIndicator(project=project, position=number, **fields) for number, fields in enumerate(indicators, 1)]
    )
