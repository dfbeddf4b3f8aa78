"""The text of a paper: the project's own, or the one supplied with the program for the project's programming period."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from projects.models import Paper, ProgrammingPeriod

FOLDER = Path(__file__).parent / "texts"
# The roles in data protection changed between the periods (domain notes, section 8); a national programme knows one administrator.
CLAUSES = {
    ProgrammingPeriod.ESF_2007: "clause-2014-2020",
    ProgrammingPeriod.ESF_2014: "clause-2014-2020",
    ProgrammingPeriod.ESF_PLUS_2021: "clause-2021-2027",
    ProgrammingPeriod.NATIONAL: "clause-national",
}


@dataclass(frozen=True)
class Text:
    """What a paper says: its title and its body in the signs of ``markup``; whether the project wrote it."""

    title: str
    body: str
    is_own: bool = False


def text_of(project, paper):
    """The text that holds in this project."""
    own = project.texts.filter(paper=paper).first()
    return Text(own.title, own.body, is_own=True) if own else supplied_text(project, paper)


def supplied_text(project, paper):
    """The text supplied for this project's programming period."""
    return _read(CLAUSES[project.programme.period] if paper == Paper.CLAUSE else Paper(paper).value)


@cache
def _read(name):
    title, _empty, body = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")
    return Text(title.strip(), body.strip())
