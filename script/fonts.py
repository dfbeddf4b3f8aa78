"""Makes the two web fonts of the product from the installed font packages.

Source Sans 3 and Source Serif 4 come whole (over a megabyte) from the package registry; the pages need the Latin letters
of Polish, some signs and the weights between 400 and 700. What is left is an altered file, so by the OFL it may not keep
the reserved name "Source": the families are called App Sans and App Serif, and both licences lie beside the files.
"""

import sys
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OUT = Path(__file__).resolve().parent.parent / "static" / "fonts"
UNICODES = "U+20-7E,U+A0-17F,U+2010-2026,U+202F,U+20AC,U+2190-2193,U+2212,U+2264-2265"
FONTS = [
    ("app-sans", "App Sans", "fontpkg_source_sans_3", "SourceSans3[wght].ttf", {"wght": (400, 700)}),
    (
        "app-serif",
        "App Serif",
        "fontpkg_source_serif_4",
        "SourceSerif4[opsz,wght].ttf",
        {"opsz": 28, "wght": (400, 700)},
    ),
]
COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT, LICENCE, LICENCE_URL = 0, 1, 2, 3, 4, 6, 13, 14


def make(stem: str, family: str, package: str, filename: str, axes: dict) -> None:
    """Write <stem>.woff2 and its licence into static/fonts/."""
    source = files(package) / "files" / filename
    font = _subset(TTFont(str(source)))
    font = instancer.instantiateVariableFont(font, axes)
    _rename(font, family, TTFont(str(source))["name"].getDebugName(COPYRIGHT))
    font.flavor = "woff2"
    unfinished = OUT / f".{stem}.woff2"
    font.save(unfinished)
    (OUT / f"{stem}-LICENSE.txt").write_text((files(package) / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
    unfinished.replace(OUT / f"{stem}.woff2")


def _subset(font: TTFont) -> TTFont:
    options = subset.Options(layout_features=["*"], name_IDs=[], hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(UNICODES))
    subsetter.subset(font)
    return font


def _rename(font: TTFont, family: str, copyright_notice: str) -> None:
    names = {
        COPYRIGHT: copyright_notice,
        FAMILY: family,
        STYLE: "Regular",
        UNIQUE: f"{family} subset",
        FULL: family,
        POSTSCRIPT: family.replace(" ", ""),
        LICENCE: "SIL Open Font License, Version 1.1",
        LICENCE_URL: "https://openfontlicense.org",
    }
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


def main() -> None:
    """Make the fonts that are missing; with --force, all of them."""
    OUT.mkdir(parents=True, exist_ok=True)
    for font in FONTS:
        if "--force" in sys.argv or not (OUT / f"{font[0]}.woff2").exists():
            make(*font)


if __name__ == "__main__":
    main()
