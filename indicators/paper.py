"""What stands on the printed report beside the figures: the marks, the facts of the agreement, the checksum."""

import base64
import re
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import FundingLine, Mark, ProgrammingPeriod
from projects.templatetags.polish import day, percent, period, zl

from .as_json import checksum

TEMPLATE = "indicators/report_print.html"
FOUR = re.compile(".{4}")
AFTER_SIGN = re.compile(r"(?<=[.,;:]) ")
YEARS = re.compile(r"(na lata )?\d{4}[–-]\d{4}")
NUMBER = re.compile(r"\d+(\.\d+)*")
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


def context_of(report):
    """All that the printed report shows; reads nothing but the database and the uploaded marks."""
    return {
        "report": report,
        "title": report.title,
        "marks": marks(report),
        "facts": facts(report),
        "author": report.institution,
        "is_demo": report.subject.is_demo,
        "is_running": is_running(report),
        "checksum": " ".join(FOUR.findall(checksum(report))),
        "printed_at": timezone.localtime(),
    }


def is_running(report):
    """Whether the reporting period has not ended yet, so that its figures may still change."""
    return report.since is not None and report.on >= timezone.localdate()


def facts(report):
    """Two columns of pairs (label, value): what and whose it is, and of when."""
    left = [(_("Beneficjent"), report.institution), (_("Program"), _programme(report)), *_money(report)]
    right = [
        (_("Okres sprawozdawczy"), period(report.since, report.on) if report.since else ""),
        (_("Okres realizacji"), _duration(report)),
        (_("Stan na dzień"), day(report.on)),
    ]
    return [[(label, value) for label, value in column if value] for column in (left, right)]


def _programme(report):
    """The programme with the narrowest part of it that the agreement names, by its number where it has one."""
    if report.programme is None:
        return ""
    project = report.subject
    parts = [(_("poddziałanie"), project.submeasure), (_("działanie"), project.measure), (_("oś"), project.axis)]
    label, part = next(((label, part) for label, part in parts if part), ("", ""))
    found = NUMBER.search(part)
    return ", ".join(filter(None, [report.programme.name, f"{label} {found[0] if found else part}".strip()]))


def _money(report):
    if report.programme is None or report.subject.total_value is None:
        return []
    value = zl(report.subject.total_value)
    european = sum(line.amount for line in report.subject.funding if line.source == FundingLine.Source.EU)
    if european:
        value = _("%(value)s, w tym Fundusze Europejskie %(european)s") % {"value": value, "european": zl(european)}
    return [(_("Wartość projektu"), value)]


def _duration(report):
    if report.programme is None:
        return ""
    elapsed = _("upłynęło %(share)s") % {"share": percent(report.elapsed)}
    return f"{period(report.subject.starts_on, report.subject.ends_on)}, {elapsed}"


def marks(report):
    """The line of marks of the report's perspective; a mark that nobody uploaded stands there by its name."""
    programme = report.programme or report.subject
    uploaded = {mark.kind: mark for mark in report.subject.marks.all()} if report.programme else {}
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
