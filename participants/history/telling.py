"""One change as people read it: what, which field, from what to what."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import ChangeLog, User
from projects.templatetags.polish import NONE, day, number, zl

from .registry import KINDS, NAMES

MONEY = {"contract_value", "grant_amount"}


@dataclass(frozen=True)
class Change:
    """One field of one row, or a whole row that came or went (then ``field`` is empty).

    ``what`` is the kind of row ("rezultat"), ``subject`` which of them ("podjęcie pracy, 12.03.2020"), ``field`` the label; ``before``
    and ``after`` are as shown, "–" for no value. ``table``, ``row`` and ``name`` (of the field) are for programs.
    """

    what: str
    subject: str
    field: str
    before: str
    after: str
    at: datetime
    by: User | None
    how: str
    table: str
    row: int
    name: str
    act: str
    is_sensitive: bool = False
    is_forgotten: bool = False

    @property
    def is_added(self):
        return self.act == ChangeLog.Act.ADDED

    @property
    def is_removed(self):
        return self.act == ChangeLog.Act.REMOVED


class Names:
    """What rows that fields point at are called; asked once a model. Words of the lists are looked up once too."""

    def __init__(self):
        self.wanted, self.found, self.said = {}, {}, {}

    def once(self, key, say):
        """What ``say()`` says; said once for each key."""
        if key not in self.said:
            self.said[key] = say()
        return self.said[key]

    def want(self, field, value):
        if value is not None:
            self.wanted.setdefault(field.related_model, set()).add(int(value))

    def read(self):
        for model, keys in self.wanted.items():
            name, reading = NAMES.get(model, (str, ()))
            rows = model._base_manager.filter(pk__in=keys).select_related(*reading).order_by("pk")
            self.found |= {(model, row.pk): name(row) for row in rows}
            if model._meta.db_table in KINDS:
                self._read_removed(model, {key for key in keys if (model, key) not in self.found})

    def _read_removed(self, model, keys):
        """Rows that are gone: their names are in the log."""
        if keys:
            gone = ChangeLog.objects.filter(
                table_name=model._meta.db_table, row_number__in=keys, act=ChangeLog.Act.REMOVED, before__has_key="name"
            )
            self.found |= {
                (model, entry.row_number): _("%(name)s (już usunięte)") % {"name": entry.before["name"]}
                for entry in gone.order_by("pk")
            }

    def of(self, field, value):
        return self.found.get((field.related_model, int(value)), _("nr %(number)s, już usunięte") % {"number": value})


def shown(field, value, names):
    """A value of a column as people read it. The value is as the log or the row holds it."""
    if value is None or value == "" or value == []:
        return NONE
    if isinstance(field, models.ForeignKey):
        return names.of(field, value)
    if isinstance(field, ArrayField):
        return ", ".join(shown(field.base_field, each, names) for each in value)
    if field.choices:
        return names.once((field, value), lambda: str(dict(field.flatchoices).get(field.to_python(value), value)))
    return _plain(field, field.to_python(value))


def _plain(field, value):
    if isinstance(field, models.BooleanField):
        return _("tak") if value else _("nie")
    if isinstance(field, models.DateTimeField):
        return f"{day(value)}, {timezone.localtime(value):%H:%M}"
    if isinstance(field, models.DateField):
        return day(value)
    if isinstance(field, models.TimeField):
        return f"{value:%H:%M}"
    if isinstance(field, models.DecimalField | models.IntegerField):
        return zl(value) if field.name in MONEY else number(value)
    return str(value)


def subject_of(kind, values, names):
    """What a row is called among its kind, by its values at that moment; "" for the person and the participation themselves."""
    if not values:
        return ""
    fields = (kind.model._meta.get_field(name) for name in kind.called)
    told = (shown(field, values.get(field.column), names) for field in fields)
    return ", ".join(text for text in told if text != NONE)


def how_told(entry):
    """How a change came: "formularz", "import pliku nr 12", "polecenie demo"; "poza programem" for what nobody said."""
    if not entry.how:
        return _("poza programem")
    if entry.how in (ChangeLog.How.FILE, ChangeLog.How.UNDO) and entry.source:
        return _("%(how)s nr %(number)s") % {"how": entry.get_how_display(), "number": entry.source}
    if entry.how in (ChangeLog.How.COMMAND, ChangeLog.How.JOB):
        return f"{entry.get_how_display()} {entry.source}".strip()
    return entry.get_how_display()
