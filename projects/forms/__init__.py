"""Forms of the project, and what every form inside a project has in common."""

from .base import OnceForm, WithinProjectForm

__all__ = ["OnceForm", "WithinProjectForm"]
