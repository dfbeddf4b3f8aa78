"""The line of marks at the head of everything printed: which marks, in which order, and the words that stand for a missing one."""

import base64
import re
from dataclasses import dataclass

from .models import Mark, ProgrammingPeriod

AFTER_SIGN = re.compile(r"(?<=[.,;:]) ")
YEARS = re.compile(r"(na lata )?\d{4}[–-]\d{4}")
FUNDS, POLAND, REGION, UNION = "funds", "poland", "region", "union"
# Which marks stand in the line, from the left: guidelines of each perspective, at most four in a line.
LINES = {
    ProgrammingPeriod.ESF_2007: [FUNDS, REGION, UNION],
    ProgrammingPeriod.ESF_2014: [FUNDS, POLAND, REGION, UNION],
    ProgrammingPeriod.ESF_PLUS_2021: [FUNDS, POLAND, UNION, REGION],
    ProgrammingPeriod.NATIONAL: [POLAND],
}


@dataclass(frozen=True)
class Slot:
    """One place in the line of marks: which mark, the words under or instead of it, an uploaded image or nothing."""

    kind: str
    lines: list[str]
    image: str = ""


def marks_of(project):
    """The line of marks of a project's printed papers; a mark that nobody uploaded stands there by its name."""
    return line_of(project.programme, {mark.kind: mark for mark in project.marks.all()})


def line_of(programme, uploaded):
    """The line of marks of a programme's perspective. ``uploaded`` are the project's own marks by their kind."""
    slots = {
        FUNDS: _slot(FUNDS, uploaded.get(Mark.Kind.PROGRAMME), _funds(programme)),
        POLAND: Slot(POLAND, ["Rzeczpospolita", "Polska"]),
        REGION: _slot(REGION, uploaded.get(Mark.Kind.REGION), _region(programme)),
        UNION: Slot(UNION, _union(programme)),
    }
    line = [slots[kind] for kind in LINES[programme.period]]
    return [slot for slot in line if slot.lines]


def _slot(kind, mark, otherwise):
    """The project's own mark, its name broken after the first sign, or the words that stand for it otherwise."""
    return Slot(kind, AFTER_SIGN.split(mark.name, maxsplit=1), _as_data(mark.image)) if mark else Slot(kind, otherwise)


def _funds(programme):
    """The words of the mark of the Funds, as each perspective draws it."""
    name = YEARS.sub("", programme.name)
    if programme.period == ProgrammingPeriod.ESF_2007:
        return [name.removeprefix("Program Operacyjny").strip(), "Narodowa Strategia Spójności"]
    if "Program Regionalny" in name or "Regionalny Program" in name:
        return ["Fundusze Europejskie", "Program Regionalny"]
    return ["Fundusze Europejskie", name.removeprefix("Fundusze Europejskie").strip()]


def _region(programme):
    """The voivodeship, where it is the institution of the programme."""
    government, _space, region = programme.institution.partition(" ")
    return [government, region] if region.startswith("Województwa") else []


def _union(programme):
    """The words beside the flag of the Union, as each perspective prescribes them."""
    if programme.period == ProgrammingPeriod.ESF_PLUS_2021:
        return ["Dofinansowane przez", "Unię Europejską"]
    return ["Unia Europejska", programme.fund]


def _as_data(image):
    """An uploaded image written into an address, so that the printer opens no file; "" where there is none, or no longer."""
    if not image:
        return ""
    try:
        with image.open("rb") as file:
            content = file.read()
    except OSError:
        return ""
    return f"data:{_type(content)};base64,{base64.b64encode(content).decode()}"


def _type(content):
    return "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
