"""The official words of the file of SM EFS, and which code of ours each means. The first spelling is the one we write.

Read in any letter case, with any dash and any spaces around signs. Sources disagree on some labels (domain notes, section 9);
variants that were met are all read, and the label of a refusal is a setting because the authority may insist on the other one.
"""

import re
from functools import lru_cache

from django.conf import settings

from activities.vocabulary import SupportDetail, SupportKind
from participants.vocabulary import (
    EMPLOYED_DETAILS,
    INACTIVE_DETAILS,
    UNEMPLOYED,
    UNEMPLOYED_DETAILS,
    Answer,
    Citizenship,
    Degurba,
    Education,
    LabourDetail,
    LabourStatus,
    ParticipantKind,
    Sex,
    Situation,
)

DASHES = str.maketrans("–—−‑‒", "-----")
AROUND_SIGNS = re.compile(r"\s*([-/(),;])\s*")
REMEMBERED = 8192


@lru_cache(REMEMBERED)
def plain(text):
    """A label as it is compared: lower case, one kind of dash, no spaces around signs."""
    return AROUND_SIGNS.sub(r"\1", " ".join(text.casefold().translate(DASHES).split())).rstrip(".")


class Words:
    """A dictionary of the file. ``entries`` are (code, official spelling, other spellings …); a later entry may repeat a code."""

    def __init__(self, *entries):
        self.codes, self.labels, self.shown = {}, {}, []
        for code, official, *others in entries:
            if code not in self.labels:
                self.labels[code] = official
                self.shown.append(official)
            for spelling in (official, *others):
                self.codes.setdefault(plain(spelling), code)

    def code(self, text):
        """The code of a label, or None when the label is not in the dictionary."""
        return self.codes.get(plain(text))

    def label(self, code):
        """The official label of a code; "" for none."""
        return self.labels.get(code, "")

    @property
    def allowed(self):
        """The official labels, for a message."""
        return ", ".join(f"„{label}”" for label in self.shown)


YES_NO = Words((True, "Tak", "T"), (False, "Nie", "N"))
SEX = Words((Sex.FEMALE.value, "kobieta", "K"), (Sex.MALE.value, "mężczyzna", "M"))
CITIZENSHIP = Words(
    (Citizenship.POLISH.value, "Obywatelstwo polskie", "polskie"),
    (
        Citizenship.EU.value,
        "Brak polskiego obywatelstwa – obywatel kraju UE",
        "Brak polskiego obywatelstwa - obywatel kraju Unii Europejskiej",
    ),
    (
        Citizenship.THIRD.value,
        "Brak polskiego obywatelstwa lub UE – obywatel kraju spoza UE/ bezpaństwowiec",
        "Brak polskiego obywatelstwa lub UE – obywatel kraju spoza UE lub bezpaństwowiec",
    ),
)
KIND = Words(
    (ParticipantKind.INDIVIDUAL.value, "indywidualny"),
    (
        ParticipantKind.EMPLOYEE.value,
        "pracownik lub przedstawiciel instytucji/podmiotu",
        "pracownik lub przedstawiciel instytucji",
        "pracownik lub przedstawiciel instytucji lub podmiotu",
    ),
)
EDUCATION = Words(
    (
        Education.ISCED_0_2.value,
        "średnie I stopnia lub niższe (ISCED 0–2)",
        # the dictionary of five values tells these apart; the indicators of 2021–2027 do not
        "brak lub niepełne podstawowe (ISCED 0)",
        "podstawowe (ISCED 1) lub gimnazjalne (ISCED 2)",
        "niższe niż podstawowe (ISCED 0)",
        "podstawowe (ISCED 1)",
        "gimnazjalne (ISCED 2)",
    ),
    (
        Education.ISCED_3_4.value,
        "ponadgimnazjalne (ISCED 3) lub policealne (ISCED 4)",
        "ponadgimnazjalne (ISCED 3)",
        "policealne (ISCED 4)",
    ),
    (Education.ISCED_5_8.value, "wyższe (ISCED 5–8)"),
)
# What we have recorded by the dictionary of 2014–2020 is written in that of SM EFS.
RANGE_OF_LEVEL = {
    Education.ISCED_0: Education.ISCED_0_2.value,
    Education.ISCED_1: Education.ISCED_0_2.value,
    Education.ISCED_2: Education.ISCED_0_2.value,
    Education.ISCED_3: Education.ISCED_3_4.value,
    Education.ISCED_4: Education.ISCED_3_4.value,
}
STATUS = Words(
    (
        LabourStatus.UNEMPLOYED.value,
        "Osoba bezrobotna",
        "Osoba bezrobotna zarejestrowana w ewidencji urzędów pracy",
        "Osoba bezrobotna niezarejestrowana w ewidencji urzędów pracy",
    ),
    (LabourStatus.INACTIVE.value, "Osoba bierna zawodowo", "bierna zawodowo"),
    (LabourStatus.EMPLOYED.value, "Osoba pracująca", "pracująca"),
)
STATUS.labels |= {status.value: STATUS.labels[LabourStatus.UNEMPLOYED] for status in UNEMPLOYED}


def _detail(detail):
    """A detail with its whole label and without the words that only repeat the status."""
    label = DETAIL_LABELS[detail]
    return detail.value, label, label.removeprefix("osoba pracująca "), label.removeprefix("osoba ")


_SCHOOL = "osoba pracująca w szkole lub placówce systemu oświaty"
DETAIL_LABELS = {
    LabourDetail.LONG_TERM: "osoba długotrwale bezrobotna",
    LabourDetail.UNEMPLOYED_OTHER: "inne",
    LabourDetail.NOT_IN_EDUCATION: "osoba nieuczestnicząca w kształceniu lub szkoleniu",
    LabourDetail.IN_EDUCATION: "osoba uczestnicząca w kształceniu lub szkoleniu",
    LabourDetail.INACTIVE_OTHER: "inne",
    LabourDetail.SELF_EMPLOYED: "osoba prowadząca działalność na własny rachunek",
    LabourDetail.GOVERNMENT: "osoba pracująca w administracji rządowej",
    LabourDetail.LOCAL_GOVERNMENT: "osoba pracująca w administracji samorządowej",
    LabourDetail.NGO: "osoba pracująca w organizacji pozarządowej",
    LabourDetail.SME: "osoba pracująca w MMŚP",
    LabourDetail.LARGE: "osoba pracująca w dużym przedsiębiorstwie",
    LabourDetail.MEDICAL: "osoba pracująca w podmiocie wykonującym działalność leczniczą",
    LabourDetail.SCHOOL_TEACHING: f"{_SCHOOL} (kadra pedagogiczna)",
    LabourDetail.SCHOOL_OTHER: f"{_SCHOOL} (kadra niepedagogiczna)",
    LabourDetail.SCHOOL_MANAGEMENT: f"{_SCHOOL} (kadra zarządzająca)",
    LabourDetail.UNIVERSITY: "osoba pracująca na uczelni",
    LabourDetail.INSTITUTE: "osoba pracująca w instytucie naukowym",
    LabourDetail.RESEARCH: "osoba pracująca w instytucie badawczym",
    LabourDetail.LUKASIEWICZ: "osoba pracująca w Sieci Badawczej Łukasiewicz",
    LabourDetail.INTERNATIONAL_INSTITUTE: "osoba pracująca w międzynarodowym instytucie naukowym",
    LabourDetail.FEDERATION: "osoba pracująca dla federacji podmiotów systemu szkolnictwa wyższego i nauki",
    LabourDetail.STATE_BODY: "osoba pracująca na rzecz państwowej osoby prawnej",
    LabourDetail.EMPLOYED_OTHER: "inne",
}
_OTHER_SPELLINGS = {
    LabourDetail.LONG_TERM: ["długotrwale bezrobotna"],
    LabourDetail.IN_EDUCATION: [
        "osoba ucząca się",
        "osoba uczestnicząca w kształceniu/szkoleniu",
        "osoba ucząca się lub uczestnicząca w kształceniu",
    ],
    LabourDetail.NOT_IN_EDUCATION: ["osoba nieuczestnicząca w kształceniu/szkoleniu"],
    LabourDetail.SELF_EMPLOYED: ["prowadząca działalność na własny rachunek"],
}


def _details(details):
    return Words(*[(*_detail(detail), *_OTHER_SPELLINGS.get(detail, [])) for detail in details])


DETAILS = {
    LabourStatus.UNEMPLOYED.value: _details(UNEMPLOYED_DETAILS),
    LabourStatus.INACTIVE.value: _details(INACTIVE_DETAILS),
    LabourStatus.EMPLOYED.value: _details(EMPLOYED_DETAILS),
}
SITUATION = Words(
    (Situation.SEEKING.value, "osoba poszukująca pracy"),
    (Situation.EDUCATION.value, "osoba podjęła kształcenie lub szkolenie"),
    (Situation.QUALIFICATION.value, "osoba uzyskała kwalifikacje"),
    (Situation.COMPETENCE.value, "osoba nabyła kompetencje"),
    (
        Situation.JOB.value,
        "osoba podjęła pracę/rozpoczęła prowadzenie działalności na własny rachunek",
        "osoba podjęła pracę",
        "osoba podjęła pracę lub rozpoczęła prowadzenie działalności na własny rachunek",
    ),
    (Situation.SOCIAL.value, "sytuacja społeczna uległa poprawie", "sytuacja społeczna osoby uległa poprawie"),
    (Situation.STILL_EMPLOYED.value, "osoba kontynuuje zatrudnienie"),
    (Situation.OTHER.value, "inne"),
    (Situation.NOT_APPLICABLE.value, "nie dotyczy"),
)
SUPPORT_KIND = Words(
    (SupportKind.COUNSELLING.value, "doradztwo/konsultacje", "doradztwo"),
    (
        SupportKind.TRAINING.value,
        "krajowe szkolenie/kurs",
        "szkolenie/kurs",
        "szkolenie",
        "kurs",
        "zagraniczne szkolenie/kurs",
    ),
    (SupportKind.INTERNSHIP.value, "staż/praktyka", "staż zawodowy/praktyka", "staż/praktyki", "staż", "praktyka"),
    (SupportKind.ACTIVE_INTEGRATION.value, "usługa aktywnej integracji", "usługi aktywnej integracji"),
    (SupportKind.SOCIAL_SERVICES.value, "usługi społeczne", "usługa społeczna"),
    (SupportKind.JOB_BROKERAGE.value, "pośrednictwo pracy"),
    (SupportKind.SUBSIDISED_JOB.value, "subsydiowanie zatrudnienia", "zatrudnienie subsydiowane"),
    (SupportKind.BUSINESS_GRANT.value, "środki na rozpoczęcie działalności gospodarczej"),
    (SupportKind.SOCIAL_ECONOMY.value, "instrument wsparcia ekonomii społecznej"),
    (SupportKind.STUDIES.value, "studia", "studia podyplomowe"),
    (SupportKind.OTHER.value, "inne"),
)
SUPPORT_DETAIL = Words(
    (SupportDetail.PSYCHOLOGICAL.value, "pomoc psychologiczna"),
    (SupportDetail.CAREER.value, "doradztwo zawodowe"),
    (SupportDetail.LEGAL.value, "doradztwo/ pomoc prawna", "pomoc prawna"),
    (SupportDetail.SOCIAL.value, "usługa o charakterze społecznym"),
    (SupportDetail.VOCATIONAL.value, "usługa o charakterze zawodowym"),
    (SupportDetail.EDUCATIONAL.value, "usługa o charakterze edukacyjnym"),
    (SupportDetail.HEALTH.value, "usługa o charakterze zdrowotnym"),
    (SupportDetail.ASSISTANCE.value, "usługi asystenckie", "usługa asystencka"),
    (SupportDetail.CARE.value, "usługi opiekuńcze", "usługa opiekuńcza"),
    (SupportDetail.SUPPORTED_HOUSING.value, "mieszkania wspomagane", "mieszkanie wspomagane"),
    (SupportDetail.FAMILY.value, "wsparcie rodziny"),
    (SupportDetail.FOSTER_CARE.value, "piecza zastępcza"),
)
ANSWER = Words(
    (Answer.YES.value, "Tak", "T"),
    (Answer.NO.value, "Nie", "N"),
    (Answer.REFUSED.value, "Odmowa podania informacji", "Odmowa podania danych", "Odmowa", "Odmowa odpowiedzi"),
)
DEGURBA = Words(
    (Degurba.URBAN.value, "1", "DEGURBA 1", "miasta", "obszary gęsto zaludnione", "duże obszary miejskie"),
    (
        Degurba.INTERMEDIATE.value,
        "2",
        "DEGURBA 2",
        "obszary pośrednie",
        "miasta i przedmieścia",
        "małe obszary miejskie",
    ),
    (Degurba.RURAL.value, "3", "DEGURBA 3", "obszary wiejskie", "obszary słabo zaludnione"),
)
DEGREE = re.compile(r"\b([123])\b")


def degurba(text):
    """The degree in a cell that says 1, "3 – obszary wiejskie, słabo zaludnione" or "Obszary wiejskie (DEGURBA 3)"; else None."""
    code = DEGURBA.code(text)
    degrees = set(DEGREE.findall(text))
    return code or (int(degrees.pop()) if len(degrees) == 1 else None)


def answer_label(code):
    """Tak, Nie, or the refusal in the words that the setting ``SMEFS_REFUSAL`` gives."""
    return settings.SMEFS_REFUSAL if code == Answer.REFUSED else ANSWER.label(code)
