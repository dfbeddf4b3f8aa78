"""The street runs one way, files stay small, and the doors to raw SQL and raw HTML are shut."""

import ast
import re
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
STREET = ["accounts", "projects", "participants", "recruitment", "activities", "indicators", "settlements", "exchange"]
LONGEST_FILE = 450
WRITTEN = {".py", ".html", ".js", ".sh", ".md", ""}

# Django and crispy look for these by name; nobody in the house mentions them.
CALLED_FROM_OUTSIDE = re.compile(r"^(400|403|403_csrf|404|500)\.html$|^(admin|bootstrap5|django)/")


def files(*folders, suffix=""):
    """Files of these folders and below, in order."""
    found = (path for folder in folders for path in (ROOT / folder).rglob(f"*{suffix}") if path.is_file())
    return sorted(path for path in found if "__pycache__" not in path.parts)


def of_the_street():
    return files(*STREET, suffix=".py")


def program():
    """The modules that run: the street and the configuration, without migrations."""
    return [path for path in files(*STREET, "config", suffix=".py") if path.parent.name != "migrations"]


def templates():
    return files("templates")


def shown(path):
    return str(path.relative_to(ROOT))


@cache
def text(path):
    return path.read_text(encoding="utf-8")


@cache
def nodes(path):
    return list(ast.walk(ast.parse(text(path), filename=shown(path))))


def called_name(call):
    return getattr(call.func, "attr", None) or getattr(call.func, "id", "")


def strings(path):
    return {node.value for node in nodes(path) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


# --- the street


def imported_modules(path):
    """Absolute names of the modules that a file imports, wherever in the file, by statement or by ``import_module``."""
    depth = len(path.relative_to(ROOT).parts) - 1
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module
        elif isinstance(node, ast.ImportFrom) and node.level > depth:
            yield f"outside.{node.module}"
        elif isinstance(node, ast.Call) and called_name(node) == "import_module":
            yield from (word.value for word in node.args if isinstance(word, ast.Constant))


def after(app):
    return set(STREET[STREET.index(app) + 1 :])


def test_an_app_imports_only_what_comes_before_it():
    wrong = []
    for path in of_the_street():
        forbidden = after(path.relative_to(ROOT).parts[0]) | {"tests", "bench", "outside"}
        wrong += [(shown(path), module) for module in imported_modules(path) if module.split(".")[0] in forbidden]
    assert not wrong


def test_a_model_refers_only_to_models_before_it():
    wrong = []
    for app in STREET:
        for model in apps.get_app_config(app).get_models(include_auto_created=True):
            for field in model._meta.get_fields():
                if field.is_relation and not field.auto_created and field.related_model._meta.app_label in after(app):
                    wrong.append(f"{model.__name__}.{field.name}")
    assert not wrong


def test_a_migration_depends_only_on_apps_before_it():
    wrong = []
    for path in of_the_street():
        for node in nodes(path):
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in ("dependencies", "run_before"):
                words = {word.value for word in ast.walk(node.value) if isinstance(word, ast.Constant)}
                wrong += [(shown(path), app) for app in words & after(path.relative_to(ROOT).parts[0])]
    assert not wrong


# --- Python


def test_a_file_is_short_enough_to_be_read():
    paths = [*program(), *templates(), *files("static/js", "tests", "bench", "script")]
    lengths = {shown(path): len(text(path).splitlines()) for path in paths if path.suffix in WRITTEN}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}


# Who talks to the cursor: one runs the ORM's own SQL, compiled once (docs/decisions/statements-compiled-once.md), one puts ten
# thousand rows into tables with COPY, one takes the locks of an import (docs/decisions/authority-files.md); nobody else does.
TALK_TO_THE_CURSOR = {"indicators/statements.py", "projects/statements.py", "exchange/statements.py"}


def test_nothing_prints_writes_sql_or_vouches_for_html():
    # Django writes this statement; it is compiled once and only filled in anew, because compiling costs more than counting.
    excused = {("indicators/statements.py", "cursor"), ("indicators/statements.py", "execute")}
    forbidden = {"print", "cursor", "execute", "executemany", "raw", "extra", "RawSQL", "mark_safe", "SafeString"}
    wrong = []
    for path in program():
        if shown(path) in TALK_TO_THE_CURSOR:
            continue
        calls = {called_name(node) for node in nodes(path) if isinstance(node, ast.Call)}
        wrong += [(shown(path), name) for name in calls & forbidden if (shown(path), name) not in excused]
    assert not wrong


def test_a_module_begins_with_a_sentence_on_what_lives_there():
    modules = [path for path in [*program(), *files("tests", "bench", suffix=".py")] if text(path).strip()]
    assert not [shown(path) for path in modules if not ast.get_docstring(nodes(path)[0])]


def test_nothing_is_left_for_later_and_no_test_is_skipped():
    later = re.compile(r"\b(TODO|FIXME|XXX)\b")
    skipped = re.compile(r"\bmark\.(skip|skipif|xfail)\b|\bpytest\.(skip|xfail|importorskip)\(")
    paths = [*program(), *templates(), *files("static/js", "bench", "script", "docs")]
    assert not [shown(path) for path in paths if path.suffix in WRITTEN and later.search(text(path))]
    assert not [
        shown(path) for path in files("tests", suffix=".py") if skipped.search(text(path).replace(skipped.pattern, ""))
    ]


# --- templates

COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)
FORBIDDEN_IN_TEMPLATES = {
    "inline script": r"<script(?![^>]*\ssrc=)[^>]*>",
    "inline style sheet": r"<style\b",
    "inline style": r"<[a-z][^<>]*\sstyle\s*=",
    "inline handler": r"<[a-z][^<>]*\son[a-z]+\s*=",
    "script in an address": r"javascript:",
    "something from another server": r"""<(script|link|img|iframe|source|use)\b[^>]*(src|href)=["'](https?:)?//""",
    "HTML vouched for": r"\|\s*safe(seq)?\b",
}


def test_a_template_has_nothing_inline_nothing_foreign_and_nothing_unescaped():
    wrong = []
    for path in templates():
        markup = COMMENT.sub("", text(path))
        wrong += [(shown(path), what) for what, pattern in FORBIDDEN_IN_TEMPLATES.items() if re.search(pattern, markup)]
    assert not wrong


def test_only_a_plain_letter_goes_unescaped():
    assert not [shown(path) for path in templates() if "autoescape off" in text(path) and path.suffix != ".txt"]


def test_an_include_names_all_that_the_fragment_sees():
    wrong = []
    for path in templates():
        if "bootstrap5" in path.parts:  # drawn with whatever crispy's own tags put into the context
            continue
        tags = re.findall(r"{%-?\s*include\s.*?%}", text(path), re.DOTALL)
        wrong += [(shown(path), tag) for tag in tags if not re.search(r"\bonly\s*%}$", tag)]
    assert not wrong


def test_a_component_opens_with_a_comment_on_its_inputs():
    opening = re.compile(r"\s*({% comment %}|{#)\s*\S")
    components = files("templates/components")
    assert components
    assert not [shown(path) for path in components if not (path.name.startswith("_") and opening.match(text(path)))]


def composed_strings(path):
    """f-strings as patterns; what stands in a gap must be a string of the same file."""
    for node in nodes(path):
        if isinstance(node, ast.JoinedStr):
            yield "".join(
                re.escape(part.value) if isinstance(part, ast.Constant) else "([^/]+)" for part in node.values
            )


def test_every_template_is_used():
    named = set().union(*map(strings, program()))
    for path in templates():
        named |= set(re.findall(r"""["']([\w/-]+\.\w+)["']""", text(path)))
    composed = [
        (pattern, strings(path)) for path in program() for pattern in composed_strings(path) if "html" in pattern
    ]

    def is_composed(name):
        found = ((re.fullmatch(pattern, name), words) for pattern, words in composed)
        return any(match and set(match.groups()) <= words for match, words in found)

    names = [path.relative_to(ROOT / "templates").as_posix() for path in templates()]
    assert not [n for n in names if n not in named and not CALLED_FROM_OUTSIDE.match(n) and not is_composed(n)]


def test_every_script_is_used():
    pages = "".join(text(path) for path in templates())
    media = set().union(*map(strings, program()))
    scripts = [path.relative_to(ROOT / "static").as_posix() for path in files("static/js")]
    assert not [script for script in scripts if f'"{script}"' not in pages and script not in media]
