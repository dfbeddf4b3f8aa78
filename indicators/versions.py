"""The versions of a definition: what its rule was from when, and that rule counted again."""

from functools import wraps

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import translation

from . import rules, words
from .definitions import Definition, Stage, Word, moment_of
from .models import DefinitionVersion

FIRST = 1


def current(definition) -> int:
    """The number of the definition's version; 1 where none has been recorded."""
    return all_current([definition])[definition.key]


def all_current(definitions) -> dict:
    """{key: number of its version}, in one query; 1 where none has been recorded."""
    keys = [definition.key for definition in definitions]
    recorded = DefinitionVersion.objects.filter(key__in=keys).order_by().values_list("key").annotate(Max("number"))
    return dict.fromkeys(keys, FIRST) | dict(recorded)


def latest(keys) -> dict:
    """{key: its newest recorded version}, in one query; a key without one is left out."""
    newest = DefinitionVersion.objects.filter(key__in=keys).order_by("key", "-number").distinct("key")
    return {version.key: version for version in newest}


def in_polish(function):
    """What is recorded is recorded in Polish, whoever's screen is in English; else one rule would have two fingerprints."""

    @wraps(function)
    def recorded(*args, **kwargs):
        with translation.override(settings.LANGUAGE_CODE):
            return function(*args, **kwargs)

    return recorded


@in_polish
def rule_of(definition) -> dict:
    """The whole rule as data: what is counted and, for people, each word with its sentence and its condition.

    Raises ``rules.Unwritable`` for a condition that has no written form.
    """
    rule = {
        name: _plain(value)
        for name in ("kind", "counts", "register", "form_of_support", "event_kind", "institution_kinds", "trait")
        if (value := getattr(definition, name))
    }
    spelled = [
        {
            "name": word.name,
            "sentence": str(word.phrase),
            "stage": int(word.stage),
            "condition": rules.written(word.condition),
        }
        for word in definition.words
    ]
    return rule | ({"words": spelled} if spelled else {})


def _plain(value):
    if isinstance(value, tuple | list):
        return [str(item) for item in value]
    return value if isinstance(value, int) else str(value)


def fingerprint(rule):
    """Differs when what is counted differs; another wording of the same sentence is the same rule."""
    asked = [[word["name"], word["condition"]] for word in rule.get("words", [])]
    rest = {name: value for name, value in rule.items() if name not in ("words", "trait")}
    return rules.fingerprint(rest | {"words": asked, "trait": bool(rule.get("trait"))})


@in_polish
@transaction.atomic
def record(definition, project=None, by=None, newest=None):
    """The recorded version that the definition has now, and whether it is a new one.

    ``newest`` is the version recorded last, where the caller has read it; ``by`` is who changed an own indicator.
    """
    rule = rule_of(definition)
    newest = newest or latest([definition.key]).get(definition.key)
    if newest and newest.fingerprint == fingerprint(rule):
        return newest, False
    version = DefinitionVersion.objects.create(
        key=definition.key,
        project=project,
        number=newest.number + 1 if newest else FIRST,
        name=str(definition.name),
        rule=rule,
        fingerprint=fingerprint(rule),
        recorded_by=by,
    )
    return version, True


def definition_of(version) -> Definition:
    """The definition as the version recorded it, to be counted like any other; its key is ``CO02@1``, so that the two never mix."""
    rule = version.rule
    return Definition(
        key=f"{version.key}@{version.number}",
        name=version.name,
        kind=rule["kind"],
        counts=rule["counts"],
        moment=moment_of(rule["kind"], rule["counts"]),
        words=tuple(_word(said) for said in rule.get("words", [])),
        register=rule.get("register", ""),
        form_of_support=rule.get("form_of_support"),
        event_kind=rule.get("event_kind", ""),
        institution_kinds=tuple(rule.get("institution_kinds", ())),
        trait=rule.get("trait", ""),
    )


def _word(said):
    """A word as it was; how its fact is shown comes from today's word of the same name, if there is one."""
    try:
        today = words.spell(said["name"])
    except (KeyError, ValueError):
        today = None
    return Word(
        name=said["name"],
        phrase=said["sentence"],
        condition=rules.read(said["condition"]),
        stage=Stage(said["stage"]),
        column=today.column if today else "",
        fact=today.fact if today else lambda participation: "",
        note=today.note if today else "",
        proofs=today.proofs if today else (),
    )
