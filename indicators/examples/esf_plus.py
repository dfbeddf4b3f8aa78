"""Worked examples of the lists of 2021–2027: EECO, EECR and the Polish list, on the SM EFS form."""

from datetime import date
from functools import partial

from participants.vocabulary import OutcomeKind as Outcome
from participants.vocabulary import Scope

from .rows import CERTIFICATE, INACTIVE, LEFT, WORKING, Example, born

example = partial(Example, scope=Scope.SMEFS)

# indicator | the person in words | her facts | her outcomes | premise | counted
EXAMPLES = [
    example("EECO01", "każda kompletna osoba", {}),
    example("EECO02", "bezrobotna", {}),
    example("EECO03", "długotrwale bezrobotna", {}),
    example("EECO04", "bierna zawodowo", INACTIVE),
    example("EECO05", "pracująca", WORKING),
    example("EECO06", "17 lat", born(date(2006, 2, 6))),
    example("EECO06", "18. urodziny w dniu przystąpienia", born(date(2006, 2, 5)), counted=False),
    example("EECO07", "29 lat", born(date(1994, 2, 6))),
    example("EECO07", "30 lat nie wchodzi do żadnej grupy wieku", born(date(1994, 2, 5)), counted=False),
    example("EECO08", "54 lata nie wchodzi do żadnej grupy wieku", born(date(1969, 2, 6)), counted=False),
    example("EECO08", "55 lat", born(date(1969, 2, 5))),
    example("EECO09", "ISCED 0–2", {"education": "isced_0_2"}),
    example("EECO09", "ISCED 0 jest w EECO09", {"education": "isced_0"}),
    example("EECO10", "ISCED 3–4", {}),
    example("EECO11", "wyższe", {"education": "isced_5_8"}),
    example("EECO12", "z niepełnosprawnością", {"disability": "yes"}),
    example("EECO13", "z kraju trzeciego", {"third_country": "yes"}),
    example("EECO14", "obcego pochodzenia", {"foreign_origin": "yes"}),
    example("EECO15", "z mniejszości", {"minority": "yes"}),
    example("EECO15", "odmowa", {"minority": "refused"}, counted=False),
    example("EECO16", "bezdomna", {"homeless": "yes"}),
    example("EECO17", "z obszaru wiejskiego", {"degurba": 3}),
    example("EECR01", "bierna, szuka pracy", INACTIVE | LEFT, ({"kind": Outcome.JOB_SEARCH},)),
    example("EECR01", "bezrobotna, szuka pracy", LEFT, ({"kind": Outcome.JOB_SEARCH},), counted=False),
    example("EECR02", "podjęła naukę", LEFT, ({"kind": Outcome.EDUCATION},)),
    example("EECR03", "kwalifikacja", LEFT, (CERTIFICATE,)),
    example("EECR04", "pracuje, przedtem bezrobotna", LEFT, ({"kind": Outcome.EMPLOYMENT},)),
    example("social_situation", "postęp społeczny", LEFT, ({"kind": Outcome.SOCIAL_PROGRESS},)),
]  # fmt: skip
