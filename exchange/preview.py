"""What an import would do, for the person who decides: a sentence, and its rows by what becomes of them."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.templatetags.polish import number, plural

from .layouts.columns import COLUMNS, PLACE
from .models import Act, State

VIEWS = {
    Act.REJECTED.value: gettext_lazy("z błędami"),
    Act.CREATED.value: gettext_lazy("nowe osoby"),
    Act.UPDATED.value: gettext_lazy("zmiany"),
    Act.UNCHANGED.value: gettext_lazy("bez zmian"),
    "excluded": gettext_lazy("pominięte"),
    "warned": gettext_lazy("z uwagami"),
}


NOT_KEPT = gettext_lazy("Wierszy pliku już się nie przechowuje, więc tego importu nie można cofnąć.")


@dataclass(frozen=True)
class Gap:
    """A cell to correct: the field's name in the post, what stands in it, what is wrong, and the value proposed."""

    name: str
    label: str
    value: str
    message: str
    is_proposed: bool


class Preview:
    """The rows of an import of one kind; ``view`` is a key of ``VIEWS`` or "", the first kind that has rows."""

    def __init__(self, run, view):
        self.run = run
        self.view = view if view in VIEWS else next((key for key in VIEWS if self.count(key)), Act.CREATED.value)

    def count(self, view):
        """How many rows are of a kind."""
        return getattr(self.run, view)

    @cached_property
    def links(self):
        """The kinds that have rows: (key, label, how many)."""
        return [(key, label, self.count(key)) for key, label in VIEWS.items() if self.count(key) or key == self.view]

    @cached_property
    def rows(self):
        """The rows of the kind shown, in the order of the file."""
        rows = self.run.rows.order_by("number")
        if self.view == "excluded":
            return rows.filter(is_excluded=True)
        if self.view == "warned":
            return rows.filter(is_excluded=False).exclude(warnings=[])
        return rows.filter(is_excluded=False, act=self.view)

    @cached_property
    def has_suggestions(self):
        """Whether some error comes with the right value."""
        rejected = self.run.rows.filter(act=Act.REJECTED, is_excluded=False)
        return rejected.filter(errors__icontains='"suggestion": "').exists()


def name_of(row):
    """Whom a row is about, as the file writes it."""
    cells = row.cells
    if len(cells) != len(COLUMNS):
        return ""
    return f"{cells[PLACE['last_name']]} {cells[PLACE['first_name']]}".strip()


def gaps_of(row):
    """The cells of a row that have to be corrected, each once; an error of the whole row has no cell."""
    gaps = {}
    for error in row.errors:
        column = error["column"]
        if not 1 <= column <= len(row.cells) or column in gaps:
            continue
        proposed = error["suggestion"]
        value = row.cells[column - 1] if proposed is None else proposed
        gaps[column] = Gap(f"c-{row.number}-{column}", error["name"], value, error["message"], proposed is not None)
    return list(gaps.values())


def sentence_of(run):
    """What can be said of an import in a sentence or two."""
    told = {"n": number(run.total), "created": number(run.created), "updated": number(run.updated)}
    told["rows"] = plural(run.total, "wiersz", "wiersze", "wierszy")
    if run.state == State.UNDONE:
        return _("Ten import cofnięto. Dane są takie, jak przed nim.")
    if run.state == State.DONE:
        done = _("Zapisano: nowych osób %(created)s, zmian %(updated)s.") % told
        return done if run.keeps_rows else f"{done} {NOT_KEPT}"
    if run.failure:
        return run.failure
    if run.is_interrupted:
        return _("Praca została przerwana. Nic nie zapisano: zacznij od nowa, plik jest wczytany.")
    if run.state != State.CHECKED:
        return _("Wczytano %(n)s %(rows)s. Trwa praca; można zamknąć tę stronę i wrócić.") % told
    if run.rejected:
        bad = plural(run.rejected, "wiersz ma błędy", "wiersze mają błędy", "wierszy ma błędy")
        return _("%(bad)s %(words)s. Nic nie zapisano: popraw te wiersze albo je pomiń.") % {
            "bad": number(run.rejected),
            "words": bad,
        }
    if not run.created and not run.updated:
        return _("Ten plik niczego nie zmienia: wszystkie dane są już w projekcie.")
    return _("Plik jest dobry. Zapis doda osób: %(created)s, zmieni: %(updated)s.") % told
