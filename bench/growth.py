"""How counting grows with the people in the database: a table, and a picture of it for the README."""

from dataclasses import dataclass

from django.db import connection

from projects.models import Project

from .engine import ALL_IN_CHILD, ON, check_same, engine
from .memory import in_child
from .population import populate
from .sql import everywhere, one_project
from .timing import in_turn

IN_A_PROJECT = 1000


@dataclass(frozen=True)
class Size:
    """What was measured with so many people: seconds for one project and for all, ours and by hand; memory in megabytes."""

    people: int
    one: tuple[float, float, float]
    all: tuple[float, float, float]
    memory: tuple[int, int]


def grow(sizes):
    """Fills the database to each size and measures there; gives back the sizes."""
    return [_at(size) for size in sizes]


def _at(people):
    populate(people, people // IN_A_PROJECT)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    projects = list(Project.objects.select_related("programme").order_by("pk"))
    one = projects[:1]
    check_same(projects)
    return Size(
        people,
        in_turn(lambda: engine(one), lambda: one_project(one[0].pk, ON), 30),
        in_turn(lambda: engine(projects), lambda: everywhere(ON), 5),
        in_child(ALL_IN_CHILD, "engine(projects)"),
    )


def table(sizes):
    """The sizes as lines: milliseconds ours and by hand with their ratio, for one project and for all, and the memory."""
    head = (
        f"{'people':>10} {'one project':>13} {'by hand':>10} {'ratio':>6} {'all projects':>14} {'by hand':>10} {'ratio':>6}"
        f" {'memory, MB':>12}"
    )
    return "\n".join([head, *map(_line, sizes)])


def _line(size):
    (one, one_by_hand, one_ratio), (every, all_by_hand, all_ratio) = size.one, size.all
    return (
        f"{size.people:>10} {one * 1000:>10.1f} ms {one_by_hand * 1000:>7.1f} ms {one_ratio:>6.2f}"
        f" {every * 1000:>11.1f} ms {all_by_hand * 1000:>7.1f} ms {all_ratio:>6.2f} {size.memory[1] - size.memory[0]:>8} + {size.memory[0]}"
    )
