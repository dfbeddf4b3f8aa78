"""Worked examples of the lists of 2021–2027: EECO, EECR and the Polish list, on the SM EFS form."""

from datetime import date
from functools import partial

from activities.vocabulary import SupportKind, SupportTheme
from participants.vocabulary import OutcomeKind as Outcome
from participants.vocabulary import Scope

from .rows import CERTIFICATE, DAY_28, DAY_29, DROPPED, INACTIVE, LEARNING, LEFT, WORKING, Example, born

example = partial(Example, scope=Scope.SMEFS)

SERVICES, TRAINING = SupportKind.SOCIAL_SERVICES.key, SupportKind.TRAINING.key
LEAVING_CARE, CARERS = SupportTheme.LEAVING_CARE.key, SupportTheme.CARERS.key

# indicator | the person in words | her facts | her outcomes | premise | counted
EXAMPLES = [
    example("EECO01", "każda kompletna osoba", {}),
    example("EECO01", "szkic bez e-maila", {"person__email": ""}, counted=False),
    example("EECO01", "przystąpi po dniu pomiaru", {"entered_on": date(2025, 1, 2)}, counted=False),
    example("EECO02", "bezrobotna", {}),
    example("EECO02", "bierna zawodowo", INACTIVE, counted=False),
    example("EECO03", "długotrwale bezrobotna", {}),
    example("EECO03", "bezrobotna krótko", {"labour_detail": "unemployed_other"}, counted=False),
    example("EECO03", "w dniu 25. urodzin, bez pracy 12 miesięcy i dzień", born(date(1999, 2, 5), labour_detail="unemployed_other", unemployed_since=date(2023, 2, 4))),
    example("EECO03", "w dniu 25. urodzin, bez pracy równo 12 miesięcy", born(date(1999, 2, 5), unemployed_since=date(2023, 2, 5)), counted=False),
    example("EECO03", "24 lata, bez pracy 6 miesięcy i dzień", born(date(1999, 2, 6), unemployed_since=date(2023, 8, 4))),
    example("EECO03", "24 lata, bez pracy równo 6 miesięcy", born(date(1999, 2, 6), unemployed_since=date(2023, 8, 5)), counted=False),
    example("EECO04", "bierna zawodowo", INACTIVE),
    example("EECO04", "bezrobotna", {}, counted=False),
    example("EECO05", "pracująca", WORKING),
    example("EECO05", "bierna zawodowo", INACTIVE, counted=False),
    example("EECO06", "17 lat", born(date(2006, 2, 6))),
    example("EECO06", "18. urodziny w dniu przystąpienia", born(date(2006, 2, 5)), counted=False),
    example("EECO07", "29 lat", born(date(1994, 2, 6))),
    example("EECO07", "30 lat nie wchodzi do żadnej grupy wieku", born(date(1994, 2, 5)), counted=False),
    example("EECO07", "17 lat", born(date(2006, 2, 6)), counted=False),
    example("EECO07", "18. urodziny w dniu przystąpienia", born(date(2006, 2, 5))),
    example("EECO07", "54 lata nie wchodzi do żadnej grupy wieku", born(date(1969, 2, 6)), counted=False),
    example("EECO08", "54 lata nie wchodzi do żadnej grupy wieku", born(date(1969, 2, 6)), counted=False),
    example("EECO08", "55 lat", born(date(1969, 2, 5))),
    example("EECO08", "30 lat nie wchodzi do żadnej grupy wieku", born(date(1994, 2, 5)), counted=False),
    example("EECO09", "ISCED 0–2", {"education": "isced_0_2"}),
    example("EECO09", "ISCED 0 jest w EECO09", {"education": "isced_0"}),
    example("EECO09", "ISCED 2", {"education": "isced_2"}),
    example("EECO09", "ponadgimnazjalne lub policealne", {}, counted=False),
    example("EECO10", "ISCED 3–4", {}),
    example("EECO10", "najwyżej średnie I stopnia", {"education": "isced_0_2"}, counted=False),
    example("EECO11", "wyższe", {"education": "isced_5_8"}),
    example("EECO11", "policealne", {"education": "isced_4"}, counted=False),
    example("EECO12", "z niepełnosprawnością", {"disability": "yes"}),
    example("EECO12", "odmowa podania informacji", {"disability": "refused"}, counted=False),
    example("EECO13", "z kraju trzeciego", {"third_country": "yes"}),
    example("EECO13", "obywatelka kraju UE", {"person__citizenship": "eu", "third_country": "no"}, counted=False),
    example("EECO14", "obcego pochodzenia", {"foreign_origin": "yes"}),
    example("EECO14", "odpowiedź nie", {"foreign_origin": "no"}, counted=False),
    example("EECO15", "z mniejszości", {"minority": "yes"}),
    example("EECO15", "odmowa", {"minority": "refused"}, counted=False),
    example("EECO16", "bezdomna", {"homeless": "yes"}),
    example("EECO16", "ma gdzie mieszkać", {"homeless": "no"}, counted=False),
    example("EECO17", "z obszaru wiejskiego", {"degurba": 3}),
    example("EECO17", "z obszaru pośredniego", {"degurba": 2}, counted=False),
    example("EECR01", "bierna, szuka pracy", INACTIVE | LEFT, ({"kind": Outcome.JOB_SEARCH},)),
    example("EECR01", "bezrobotna, szuka pracy", LEFT, ({"kind": Outcome.JOB_SEARCH},), counted=False),
    example("EECR01", "bierna, przerwała udział i szuka pracy", INACTIVE | DROPPED, ({"kind": Outcome.JOB_SEARCH},)),
    example("EECR01", "bierna, szuka pracy dopiero 29. dnia", INACTIVE | LEFT, ({"kind": Outcome.JOB_SEARCH, "obtained_on": DAY_29},), counted=False),
    example("EECR02", "podjęła naukę", LEFT, ({"kind": Outcome.EDUCATION},)),
    example("EECR02", "uczyła się już przy wejściu", LEARNING | LEFT, ({"kind": Outcome.EDUCATION},), counted=False),
    example("EECR03", "kwalifikacja", LEFT, (CERTIFICATE,)),
    example("EECR03", "kwalifikacja 28. dnia", LEFT, (CERTIFICATE | {"obtained_on": DAY_28},)),
    example("EECR03", "kwalifikacja 29. dnia", LEFT, (CERTIFICATE | {"obtained_on": DAY_29},), counted=False),
    example("EECR03", "zaświadczenie o udziale bez walidacji", LEFT, (CERTIFICATE | {"is_validated": False},), counted=False),
    example("EECR03", "jeszcze w projekcie", {}, (CERTIFICATE | {"obtained_on": date(2024, 4, 2)},), counted=False),
    example("EECR04", "pracuje, przedtem bezrobotna", LEFT, ({"kind": Outcome.EMPLOYMENT},)),
    example("EECR04", "pracuje, przedtem bierna", INACTIVE | LEFT, ({"kind": Outcome.EMPLOYMENT},)),
    example("EECR04", "pracowała już przy wejściu", WORKING | LEFT, ({"kind": Outcome.EMPLOYMENT},), counted=False),
    example("EECR04", "praca bez dowodu", LEFT, ({"kind": Outcome.EMPLOYMENT, "evidence": ""},), counted=False),
    example("social_situation", "postęp społeczny", LEFT, ({"kind": Outcome.SOCIAL_PROGRESS},)),
    example("social_situation", "postęp 29. dnia po zakończeniu", LEFT, ({"kind": Outcome.SOCIAL_PROGRESS, "obtained_on": DAY_29},), counted=False),
    example("social_situation", "praca to nie postęp społeczny", LEFT, ({"kind": Outcome.EMPLOYMENT},), counted=False),
    example("local_services", "zaczęła usługę społeczną", {}, supports={SERVICES: False}),
    example("local_services", "dostała tylko szkolenie", {}, supports={TRAINING: True}, counted=False),
    example("left_institutional_care", "ukończyła wsparcie, dzięki któremu opuściła placówkę", {}, supports={LEAVING_CARE: True}),
    example("left_institutional_care", "wsparcie jeszcze trwa", {}, supports={LEAVING_CARE: False}, counted=False),
    example("informal_carers", "zaczęła wsparcie dla opiekunów, jest z otoczenia", {"is_surroundings": True}, supports={CARERS: False}),
    example("informal_carers", "opiekuje się, ale dostała inne wsparcie", {}, premise="carer", supports={TRAINING: True}, counted=False),
]  # fmt: skip
