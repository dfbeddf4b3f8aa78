"""The fonts that the set-up makes: our names, Polish letters, the two weights, the licences beside them."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"


@pytest.mark.parametrize(("stem", "family"), [("app-sans", "App Sans"), ("app-serif", "App Serif")])
def test_a_font_has_our_name_polish_letters_and_both_weights(stem, family):
    with TTFont(FONTS / f"{stem}.woff2") as font:
        names = font["name"]
        assert names.getDebugName(1) == family
        assert not any("Source" in str(names.getDebugName(number)) for number in (1, 2, 3, 4, 6, 16, 17))
        assert set(map(ord, "ĄĆĘŁŃÓŚŹŻąćęłńóśźż–„”→−≤€\xa0")) <= set(font.getBestCmap())
        assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [("wght", 400, 700)]
    assert "SIL Open Font License" in (FONTS / f"{stem}-LICENSE.txt").read_text(encoding="utf-8")
    assert (FONTS / f"{stem}.woff2").stat().st_size < 80_000
