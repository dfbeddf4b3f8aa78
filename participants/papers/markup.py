"""The few signs that a text may be set with: empty lines, "# ", "1. ", "- ", "[ ] " and "___". Everything else is text."""

import re
from dataclasses import dataclass, field

from .filling import pieces

HEADING, PARAGRAPH, NUMBERED, BULLETS, BOXES, SIGNATURES = (
    "heading",
    "paragraph",
    "numbered",
    "bullets",
    "boxes",
    "signatures",
)
STARTS = {
    HEADING: re.compile(r"#\s+(.*)"),
    NUMBERED: re.compile(r"(\d{1,3})[.)]\s+(.*)"),
    BULLETS: re.compile(r"[-–•]\s+(.*)"),
    BOXES: re.compile(r"\[\s?\]\s+(.*)"),
    SIGNATURES: re.compile(r"___+\s*(.*)"),
}


@dataclass
class Block:
    """A piece of a page: its kind, its items as lists of ``filling.Piece``, and with what number a list begins."""

    kind: str
    items: list = field(default_factory=list)
    start: int = 1


def blocks(text, values):
    """The text as blocks, filled in after it was taken apart, so that no value can pass for a sign."""
    return [_filled(kind, lines, start, values) for kind, lines, start in _taken_apart(text)]


def _filled(kind, lines, start, values):
    if kind == SIGNATURES:
        lines = [cell.strip() for cell in re.split(r"___+", lines[0])]
    return Block(kind, [pieces(line, values) for line in lines], start)


def _taken_apart(text):
    """Triples of a kind, its lines and its first number. A line without a sign goes on with the item above it."""
    found, fresh = [], True
    for line in text.splitlines():
        line = line.strip()
        if not line:
            fresh = True
            continue
        kind, words, number = _sign_of(line)
        last = found[-1] if found else None
        if kind == PARAGRAPH and last and not fresh and last[0] not in (HEADING, SIGNATURES):
            last[1][-1] = f"{last[1][-1]} {words}"
        elif kind in (NUMBERED, BULLETS, BOXES) and last and last[0] == kind:
            last[1].append(words)
        else:
            found.append((kind, [words], number))
        fresh = False
    return found


def _sign_of(line):
    for kind, sign in STARTS.items():
        if match := sign.fullmatch(line):
            return kind, match[match.lastindex], int(match[1]) if kind == NUMBERED else 1
    return PARAGRAPH, line, 1
