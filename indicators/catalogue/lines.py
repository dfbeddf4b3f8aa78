"""What the lists share: where each rule stands, under which heading a line goes, the words that every line of people begins with."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..words import way

ESF_2014 = "rozporządzenie (UE) nr 1304/2013, załącznik I"
ESF_PLUS = "rozporządzenie (UE) 2021/1057, załącznik I"
WLWK = "WLWK 2014–2020, cel tematyczny 9"
WLWK_HORIZONTAL = "WLWK 2014–2020, wskaźniki horyzontalne"
LWK = "LWK EFS+ 2021–2027"
BOTH_KEY_LISTS = f"{WLWK}; {LWK}"
OMNIBUS = _("skreślony rozporządzeniem (UE, Euratom) 2018/1046 od 2 sierpnia 2018 r.")

IN = (way.complete, way.entered)
OUT = (way.complete, way.entered, way.left)

LABOUR = _("Status na rynku pracy")
AGE = _("Wiek")
EDUCATION = _("Wykształcenie")
SITUATION = _("Sytuacja")
ENTITIES = _("Projekty i podmioty, szt.")
LEAVING = _("Po opuszczeniu programu")
SIX_MONTHS = _("6 miesięcy po opuszczeniu programu")
PIECES = _("szt.")


def code_of(key, known=""):
    """The code of a national indicator: what the operator wrote into INDICATOR_CODES, else the one that an authority's document showed."""
    return settings.INDICATOR_CODES.get(key, known)
