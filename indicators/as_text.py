"""The report as an aligned table for a terminal."""

from textwrap import wrap

from django.utils.translation import gettext as _

from projects.templatetags.polish import nbsp, number

NAME_WIDTH = 60
PARTS = ("women", "men", "total")


def table(data):
    """The figures of ``as_json.report_data`` as lines: names on the left and wrapped, numbers aligned on the right."""
    lines = [_("%(project)s, stan na dzień %(on)s") % data]
    if data["since"]:
        lines.append(_("okres od %(since)s do %(on)s") % data)
    rows = [_head(data), *(_row(data, indicator) for indicator in data["indicators"])]
    lines += ["", _spanners(data, _widths(rows)), *_aligned(rows)]
    if data["effectiveness"]:
        lines += [
            "",
            *_aligned([_measure_head(), *map(_measure, data["effectiveness"])]),
        ]
    return "\n".join(lines)


def _groups(data):
    return {
        "target": _("cel"),
        **({"period": _("w okresie")} if data["since"] else {}),
        "value": _("od początku"),
    }


def _head(data):
    return [
        _("kod"),
        _("wskaźnik"),
        _("j.m."),
        *[_("K"), _("M"), _("O")] * len(_groups(data)),
        "%",
    ]


def _spanners(data, widths):
    """The line above K, M, O: what each three of them are, ending where the O ends."""
    lead, figures = sum(widths[:3]) + 2 * 2, widths[3:]
    spans = [sum(figures[at : at + 3]) + 3 * 2 for at in range(0, len(figures) - 1, 3)]
    return " " * lead + "".join(label.rjust(span) for label, span in zip(_groups(data).values(), spans, strict=True))


def _row(data, indicator):
    numbers = [number((indicator[group] or {}).get(part)).rjust(4) for group in _groups(data) for part in PARTS]
    percent = number(indicator["percent"], 2)
    return [
        indicator["code"] or "",
        "\n".join(filter(None, [indicator["name"], _origin(indicator["target"])])),
        indicator["unit"],
        *numbers,
        percent,
    ]


def _origin(target):
    """What the numbers of a target do not tell: the per cent that made them, the annex that set them."""
    parts = []
    if target["percent"] is not None:
        parts.append(_("%(percent)s%% uczestników") % {"percent": number(target["percent"], 2)})
    if target["holds_from"]:
        parts.append(_("od %(holds_from)s, %(annex)s") % target)
    return _("cel %(parts)s") % {"parts": ", ".join(parts)} if parts else ""


def _measure_head():
    return [
        "",
        _("efektywność"),
        "",
        _("próg"),
        _("osiągnęło"),
        _("z"),
        "%",
        _("stopień %"),
        _("brakuje"),
        _("czeka"),
        _("wyłączone"),
        _("spełniony"),
    ]


def _measure(measure):
    met = {True: _("tak"), False: _("nie"), None: "–"}[measure["met"]]
    figures = [
        number(measure["numerator"]),
        number(measure["denominator"]),
        number(measure["percent"], 2),
        number(measure["degree"], 2),
        *(number(measure[name]) for name in ("needed", "pending", "excluded")),
        met,
    ]
    return ["", measure["name"], "", f"{number(measure['threshold'], 2)}%", *figures]


def _wrapped(name):
    return [line for part in name.split("\n") for line in wrap(nbsp(part), NAME_WIDTH)] or [""]


def _widths(rows):
    names = max(len(line) for row in rows for line in _wrapped(row[1]))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [widths[0], names, *widths[2:]]


def _aligned(rows):
    widths = _widths(rows)
    lines = []
    for code, name, unit, *numbers in rows:
        first, *rest = _wrapped(name)
        left = (text.ljust(width) for text, width in zip([code, first, unit], widths[:3], strict=True))
        right = (text.rjust(width) for text, width in zip(numbers, widths[3:], strict=True))
        lines.append("  ".join([*left, *right]).rstrip())
        lines += [" " * (widths[0] + 2) + line for line in rest]
    return lines
