"""The official code lists: the code is the value, the official words are the label.

Sources are domain notes on SL2014 (2014–2020) and SM EFS (2021–2027); a label that an institution words differently is
corrected in a translation file (see docs/decisions), never in the data. ``offered(…)`` says which values a form offers.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

RESULT_WINDOW_DAYS = 28  # "do 4 tygodni": the 28th day after leaving is inside
LONG_TERM_MONTHS = {"young": 6, "other": 12}  # without work for longer than this: below 25 years of age, and from 25 on
YOUNG_BELOW = 25
EFFECTIVENESS_WINDOW_DAYS = 90  # "do 3 miesięcy", understood as 90 calendar days following the day of leaving
# What a job must be to count for effectiveness (domain notes, section 5).
# At least so many: of the contract, of the business, and after the refund where the project paid for the job.
MONTHS_OF_WORK = 3
HALF_TIME = "0.5"  # at least, of a contract of employment
WAGES_OF_A_CONTRACT = 3  # a civil contract is worth at least so many minimum wages of its day


class Scope(models.TextChoices):
    """Which official form describes a participation; it follows from the project's programming period."""

    SL2014 = "sl2014", "SL2014"
    SMEFS = "smefs", "SM EFS"
    BASIC = "basic", _("podstawowy")


class Sex(models.TextChoices):
    """The regulation of 2021 knows a third value; Polish practice records these two. This is the one place."""

    FEMALE = "K", _("kobieta")
    MALE = "M", _("mężczyzna")


class Identifier(models.TextChoices):
    """What identifies a person; everything but PESEL means "brak PESEL: tak" in the official file."""

    PESEL = "pesel", _("PESEL")
    PASSPORT = "passport", _("paszport")
    ID_CARD = "id_card", _("dokument tożsamości")
    RESIDENCE_CARD = "residence_card", _("karta pobytu")
    OTHER = "other", _("inny identyfikator")


class Citizenship(models.TextChoices):
    POLISH = "polish", _("obywatelstwo polskie")
    EU = "eu", _("brak polskiego obywatelstwa – obywatel kraju UE")
    THIRD = "third", _("brak polskiego obywatelstwa lub UE – obywatel kraju spoza UE lub bezpaństwowiec")


class Answer(models.TextChoices):
    """An answer to a question about status. Refusal is an answer, an empty field is none."""

    YES = "yes", _("tak")
    NO = "no", _("nie")
    REFUSED = "refused", _("odmowa podania informacji")


class Education(models.TextChoices):
    """The highest completed level at entry. SM EFS knows three ranges, SL2014 six levels."""

    ISCED_0 = "isced_0", _("niższe niż podstawowe (ISCED 0)")
    ISCED_1 = "isced_1", _("podstawowe (ISCED 1)")
    ISCED_2 = "isced_2", _("gimnazjalne (ISCED 2)")
    ISCED_3 = "isced_3", _("ponadgimnazjalne (ISCED 3)")
    ISCED_4 = "isced_4", _("policealne (ISCED 4)")
    ISCED_5_8 = "isced_5_8", _("wyższe (ISCED 5–8)")
    ISCED_0_2 = "isced_0_2", _("średnie I stopnia lub niższe (ISCED 0–2)")
    ISCED_3_4 = "isced_3_4", _("ponadgimnazjalne (ISCED 3) lub policealne (ISCED 4)")


class Degurba(models.IntegerChoices):
    """Degree of urbanisation of the gmina of residence."""

    URBAN = 1, _("1 – miasta, obszary gęsto zaludnione")
    INTERMEDIATE = 2, _("2 – miasta i przedmieścia, obszary pośrednie")
    RURAL = 3, _("3 – obszary wiejskie, słabo zaludnione")


class LabourStatus(models.TextChoices):
    """Status on the labour market on the day of entry; SM EFS no longer tells registered from unregistered."""

    UNEMPLOYED_REGISTERED = "unemployed_registered", _("osoba bezrobotna zarejestrowana w ewidencji urzędów pracy")
    UNEMPLOYED_UNREGISTERED = (
        "unemployed_unregistered",
        _("osoba bezrobotna niezarejestrowana w ewidencji urzędów pracy"),
    )
    UNEMPLOYED = "unemployed", _("osoba bezrobotna")
    INACTIVE = "inactive", _("osoba bierna zawodowo")
    EMPLOYED = "employed", _("osoba pracująca")


UNEMPLOYED = (LabourStatus.UNEMPLOYED_REGISTERED, LabourStatus.UNEMPLOYED_UNREGISTERED, LabourStatus.UNEMPLOYED)


class LabourDetail(models.TextChoices):
    """The "w tym" of the status."""

    LONG_TERM = "long_term", _("osoba długotrwale bezrobotna")
    UNEMPLOYED_OTHER = "unemployed_other", _("inne")
    NOT_IN_EDUCATION = "not_in_education", _("osoba nieuczestnicząca w kształceniu lub szkoleniu")
    IN_EDUCATION = "in_education", _("osoba ucząca się lub uczestnicząca w kształceniu")  # see ``worded``
    INACTIVE_OTHER = "inactive_other", _("inne")
    SELF_EMPLOYED = "self_employed", _("osoba prowadząca działalność na własny rachunek")
    GOVERNMENT = "government", _("osoba pracująca w administracji rządowej")
    LOCAL_GOVERNMENT = "local_government", _("osoba pracująca w administracji samorządowej")
    NGO = "ngo", _("osoba pracująca w organizacji pozarządowej")
    SME = "sme", _("osoba pracująca w MMŚP")
    LARGE = "large", _("osoba pracująca w dużym przedsiębiorstwie")
    MEDICAL = "medical", _("osoba pracująca w podmiocie wykonującym działalność leczniczą")
    SCHOOL_TEACHING = "school_teaching", _("osoba pracująca w szkole lub placówce systemu oświaty (kadra pedagogiczna)")
    SCHOOL_OTHER = "school_other", _("osoba pracująca w szkole lub placówce systemu oświaty (kadra niepedagogiczna)")
    SCHOOL_MANAGEMENT = (
        "school_management",
        _("osoba pracująca w szkole lub placówce systemu oświaty (kadra zarządzająca)"),
    )
    UNIVERSITY = "university", _("osoba pracująca na uczelni")
    INSTITUTE = "institute", _("osoba pracująca w instytucie naukowym")
    RESEARCH = "research", _("osoba pracująca w instytucie badawczym")
    LUKASIEWICZ = "lukasiewicz", _("osoba pracująca w Sieci Badawczej Łukasiewicz")
    INTERNATIONAL_INSTITUTE = "international_institute", _("osoba pracująca w międzynarodowym instytucie naukowym")
    FEDERATION = "federation", _("osoba pracująca dla federacji podmiotów systemu szkolnictwa wyższego i nauki")
    STATE_BODY = "state_body", _("osoba pracująca na rzecz państwowej osoby prawnej")
    EMPLOYED_OTHER = "employed_other", _("inne")


UNEMPLOYED_DETAILS = (LabourDetail.LONG_TERM, LabourDetail.UNEMPLOYED_OTHER)
INACTIVE_DETAILS = (LabourDetail.NOT_IN_EDUCATION, LabourDetail.IN_EDUCATION, LabourDetail.INACTIVE_OTHER)
EMPLOYED_DETAILS = tuple(d for d in LabourDetail if d not in UNEMPLOYED_DETAILS + INACTIVE_DETAILS)
EMPLOYED_DETAILS_2014 = (
    LabourDetail.SELF_EMPLOYED,
    LabourDetail.GOVERNMENT,
    LabourDetail.LOCAL_GOVERNMENT,
    LabourDetail.NGO,
    LabourDetail.SME,
    LabourDetail.LARGE,
    LabourDetail.EMPLOYED_OTHER,
)


class Occupation(models.TextChoices):
    """ "Wykonywany zawód" of an employed person (2014–2020)."""

    INSTRUCTOR = "instructor", _("instruktor praktycznej nauki zawodu")
    SOCIAL_STAFF = "social_staff", _("kluczowy pracownik instytucji pomocy i integracji społecznej")
    TEACHER_GENERAL = "teacher_general", _("nauczyciel kształcenia ogólnego")
    TEACHER_VOCATIONAL = "teacher_vocational", _("nauczyciel kształcenia zawodowego")
    TEACHER_PRESCHOOL = "teacher_preschool", _("nauczyciel wychowania przedszkolnego")
    LABOUR_OFFICE = "labour_office", _("pracownik instytucji rynku pracy")
    HEALTH = "health", _("pracownik instytucji systemu ochrony zdrowia")
    FAMILY = "family", _("pracownik instytucji systemu wspierania rodziny i pieczy zastępczej")
    HIGHER_EDUCATION = "higher_education", _("pracownik instytucji szkolnictwa wyższego")
    OWES = "owes", _("pracownik ośrodka wsparcia ekonomii społecznej")
    COUNSELLING = "counselling", _("pracownik poradni psychologiczno-pedagogicznej")
    FARMER = "farmer", _("rolnik")
    OTHER = "other", _("inny")


class DisabilityDegree(models.TextChoices):
    """Degree by the certificate; it decides thresholds of effectiveness and points of recruitment."""

    LIGHT = "light", _("lekki")
    MODERATE = "moderate", _("umiarkowany")
    SEVERE = "severe", _("znaczny")


class DisabilityKind(models.TextChoices):
    """What kind of disability the certificate names, as far as a rule asks for it (effectiveness, points of recruitment)."""

    INTELLECTUAL = "intellectual", _("intelektualna")
    MULTIPLE = "multiple", _("sprzężona")
    MENTAL = "mental", _("choroba psychiczna")
    PERVASIVE = "pervasive", _("całościowe zaburzenia rozwojowe")
    OTHER = "other", _("inna")


SEVERE_KINDS = (DisabilityKind.INTELLECTUAL, DisabilityKind.MULTIPLE)  # beside a severe degree: thresholds of their own


class ParticipantKind(models.TextChoices):
    INDIVIDUAL = "individual", _("indywidualny")
    EMPLOYEE = "employee", _("pracownik lub przedstawiciel instytucji/podmiotu")


class PremiseKind(models.TextChoices):
    """Why a person is at risk of poverty or exclusion (guidelines 2014–2020, with additions of 2021–2027)."""

    POVERTY = "poverty", _("korzysta z pomocy społecznej – ubóstwo")
    ORPHANHOOD = "orphanhood", _("korzysta z pomocy społecznej – sieroctwo")
    AID_HOMELESS = "aid_homeless", _("korzysta z pomocy społecznej – bezdomność")
    UNEMPLOYMENT = "unemployment", _("korzysta z pomocy społecznej – bezrobocie")
    AID_DISABILITY = "aid_disability", _("korzysta z pomocy społecznej – niepełnosprawność")
    ILLNESS = "illness", _("korzysta z pomocy społecznej – długotrwała lub ciężka choroba")
    VIOLENCE = "violence", _("korzysta z pomocy społecznej – przemoc domowa")
    TRAFFICKING = "trafficking", _("korzysta z pomocy społecznej – ochrona ofiar handlu ludźmi")
    MOTHERHOOD = "motherhood", _("korzysta z pomocy społecznej – ochrona macierzyństwa lub wielodzietności")
    HELPLESSNESS = "helplessness", _("korzysta z pomocy społecznej – bezradność opiekuńczo-wychowawcza")
    FOREIGNERS = "foreigners", _("korzysta z pomocy społecznej – trudności w integracji cudzoziemców")
    AFTER_PRISON = "after_prison", _("korzysta z pomocy społecznej – trudności po zwolnieniu z zakładu karnego")
    ADDICTION = "addiction", _("korzysta z pomocy społecznej – alkoholizm lub narkomania")
    CRISIS = "crisis", _("korzysta z pomocy społecznej – zdarzenie losowe lub sytuacja kryzysowa")
    DISASTER = "disaster", _("korzysta z pomocy społecznej – klęska żywiołowa lub ekologiczna")
    SOCIAL_EMPLOYMENT = "social_employment", _("osoba z art. 1 ust. 2 ustawy o zatrudnieniu socjalnym")
    FOSTER_CARE = "foster_care", _("piecza zastępcza lub rodzina z trudnościami opiekuńczo-wychowawczymi")
    JUVENILE = "juvenile", _("nieletni ze środkami zapobiegania demoralizacji")
    YOUTH_CENTRE = "youth_centre", _("przebywa w młodzieżowym ośrodku wychowawczym lub socjoterapii")
    DISABILITY = "disability", _("osoba z niepełnosprawnością")
    CARER = "carer", _("opiekuje się osobą z niepełnosprawnością i z tego powodu nie pracuje")
    DEPENDENT = "dependent", _("potrzebuje wsparcia w codziennym funkcjonowaniu")
    HOMELESS = "homeless", _("bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań")
    PRISON = "prison", _("odbywa karę pozbawienia wolności")
    FOOD_AID = "food_aid", _("korzysta z programu pomocy żywnościowej (PO PŻ, FE PŻ)")
    LONG_TERM_UNEMPLOYED = "long_term_unemployed", _("długotrwale bezrobotna (2021–2027)")
    INACTIVE = "inactive", _("bierna zawodowo (2021–2027)")
    LEAVING_PRISON = "leaving_prison", _("opuściła zakład karny w ostatnich 12 miesiącach (2021–2027)")
    FOREIGN_ORIGIN = "foreign_origin", _("obcego pochodzenia lub objęta ochroną czasową (2021–2027)")


# Who may be left out of effectiveness: in prison, in foster care, in a home for the young.
IN_CARE = (PremiseKind.PRISON, PremiseKind.FOSTER_CARE, PremiseKind.JUVENILE, PremiseKind.YOUTH_CENTRE)


class ExitReason(models.TextChoices):
    """How participation ended. Path completed and a job taken count for effectiveness; dropping out does not."""

    COMPLETED = "completed", _("zgodnie z zaplanowaną ścieżką")
    TOOK_JOB = "took_job", _("przerwany z powodu podjęcia pracy")
    DROPPED_OUT = "dropped_out", _("przerwany przez osobę")
    REMOVED = "removed", _("skreślona z listy")
    HEALTH = "health", _("przerwany z powodu choroby lub śmierci")
    MOVED = "moved", _("przerwany z powodu przeprowadzki")
    OTHER = "other", _("przerwany z innego powodu")


EXITS_FOR_EFFECTIVENESS = (ExitReason.COMPLETED, ExitReason.TOOK_JOB)


class Situation(models.TextChoices):
    """ "Sytuacja w momencie zakończenia udziału": what is written into the official file."""

    COMPETENCE = "competence", _("osoba nabyła kompetencje")
    EDUCATION = "education", _("osoba podjęła kształcenie lub szkolenie")
    JOB = "job", _("osoba podjęła pracę/rozpoczęła prowadzenie działalności na własny rachunek")
    SEEKING = "seeking", _("osoba poszukująca pracy")
    QUALIFICATION = "qualification", _("osoba uzyskała kwalifikacje")
    STILL_EMPLOYED = "still_employed", _("osoba kontynuuje zatrudnienie")
    SOCIAL = "social", _("sytuacja społeczna uległa poprawie")
    OTHER = "other", _("inne")
    NOT_APPLICABLE = "not_applicable", _("nie dotyczy")


class OutcomeKind(models.TextChoices):
    """What a person achieved, on a day, with a proof."""

    QUALIFICATION = "qualification", _("kwalifikacje")
    COMPETENCE = "competence", _("kompetencje")
    EMPLOYMENT = "employment", _("praca")
    JOB_SEARCH = "job_search", _("poszukiwanie pracy")
    EDUCATION = "education", _("kształcenie lub szkolenie")
    SOCIAL_PROGRESS = "social_progress", _("postęp społeczny")


class ContractKind(models.TextChoices):
    """On what ground a person works."""

    EMPLOYMENT = "employment", _("umowa o pracę")
    CIVIL = "civil", _("umowa cywilnoprawna")
    SPECIFIC_WORK = "work", _("umowa o dzieło bez określonego czasu")
    BUSINESS = "business", _("własna działalność")


class ProgressSign(models.TextChoices):
    """By what social progress shows (guidelines on social effectiveness)."""

    EDUCATION = "education", _("podjęcie nauki")
    MOTIVATION = "motivation", _("wzmocnienie motywacji do pracy")
    CONFIDENCE = "confidence", _("zwiększenie pewności siebie i własnych umiejętności")
    PROBLEMS = "problems", _("lepsze rozwiązywanie pojawiających się problemów")
    VOLUNTEERING = "volunteering", _("podjęcie wolontariatu")
    HEALTH = "health", _("poprawa stanu zdrowia")
    ADDICTION = "addiction", _("ograniczenie nałogów")
    FUNCTIONING = "functioning", _("widoczna poprawa w funkcjonowaniu")
    OTHER = "other", _("inny postęp")


class InstitutionKind(models.TextChoices):
    """ "Typ instytucji" of an institution that takes part (2014–2020); the labels are not verified against the regulation."""

    PRESCHOOL = "preschool", _("przedszkole")
    SCHOOL = "school", _("szkoła")
    EDUCATION = "education", _("placówka systemu oświaty")
    LABOUR_MARKET = "labour_market", _("instytucja rynku pracy")
    SCIENCE = "science", _("jednostka naukowa")
    UNIVERSITY = "university", _("uczelnia")
    GOVERNMENT = "government", _("administracja rządowa")
    LOCAL_GOVERNMENT = "local_government", _("administracja samorządowa")
    SOCIAL_ECONOMY = "social_economy", _("podmiot ekonomii społecznej")
    SME = "sme", _("przedsiębiorstwo MMŚP")
    LARGE = "large", _("duże przedsiębiorstwo")
    OTHER = "other", _("inne")


class DocumentKind(models.TextChoices):
    """What a file proves or agrees."""

    APPLICATION = "application", _("formularz zgłoszeniowy")
    DECLARATION = "declaration", _("deklaracja uczestnictwa")
    CLAUSE = "clause", _("klauzula informacyjna (RODO)")
    IMAGE_CONSENT = "image_consent", _("zgoda na wykorzystanie wizerunku")
    CONTRACT = "contract", _("umowa uczestnictwa")
    PACKET = "packet", _("podpisany pakiet (deklaracja, klauzula, zgoda, umowa)")
    STATUS = "status", _("zaświadczenie o statusie na rynku pracy")
    DISABILITY = "disability", _("orzeczenie o niepełnosprawności")
    PREMISE = "premise", _("dokument przesłanki (OPS, oświadczenie)")
    CERTIFICATE = "certificate", _("certyfikat lub dyplom")
    JOB = "job", _("umowa o pracę lub inny dowód zatrudnienia")
    BUSINESS = "business", _("wydruk CEIDG lub KRS")
    PROGRESS = "progress", _("opinia o postępie społecznym")
    ATTENDANCE = "attendance", _("lista obecności lub karta doradztwa")
    OTHER = "other", _("inny dokument")


class CallChannel(models.TextChoices):
    PHONE = "phone", _("telefon")
    EMAIL = "email", _("e-mail")
    LETTER = "letter", _("list")
    MEETING = "meeting", _("spotkanie")
    TEAM = "team", _("w zespole")


class CallResult(models.TextChoices):
    """What came of an attempt to reach a person."""

    REACHED = "reached", _("rozmowa odbyta")
    PROMISED = "promised", _("dostarczy dokument")
    NO_ANSWER = "no_answer", _("brak odpowiedzi")
    WRONG = "wrong", _("zły numer lub adres")
    REFUSED = "refused", _("odmawia kontaktu")
    SENT = "sent", _("wysłano")
    CLOSED = "closed", _("sprawa zamknięta")
    HANDED_OVER = "handed_over", _("zmiana opiekuna")


CLOSING = (CallResult.REFUSED, CallResult.CLOSED)  # after these nobody waits for a proof any longer


_OFFERED = {
    Scope.SL2014: {
        Education: (
            Education.ISCED_0,
            Education.ISCED_1,
            Education.ISCED_2,
            Education.ISCED_3,
            Education.ISCED_4,
            Education.ISCED_5_8,
        ),
        LabourStatus: (
            LabourStatus.UNEMPLOYED_REGISTERED,
            LabourStatus.UNEMPLOYED_UNREGISTERED,
            LabourStatus.INACTIVE,
            LabourStatus.EMPLOYED,
        ),
        LabourDetail: UNEMPLOYED_DETAILS + INACTIVE_DETAILS + EMPLOYED_DETAILS_2014,
    },
    Scope.SMEFS: {
        Education: (Education.ISCED_0_2, Education.ISCED_3_4, Education.ISCED_5_8),
        LabourStatus: (LabourStatus.UNEMPLOYED, LabourStatus.INACTIVE, LabourStatus.EMPLOYED),
    },
}


# What one official form words otherwise than the other.
_WORDED = {
    Scope.SL2014: {LabourDetail.IN_EDUCATION: _("osoba ucząca się")},
    Scope.SMEFS: {
        LabourDetail.IN_EDUCATION: _("osoba uczestnicząca w kształceniu lub szkoleniu"),
        Education.ISCED_0: _("brak lub niepełne podstawowe (ISCED 0)"),
    },
}


def worded(value, scope):
    """The official label of a value in the words of one form."""
    return _WORDED.get(scope, {}).get(value, value.label)


def offered(vocabulary, scope):
    """The (code, label) pairs of a vocabulary that the form of this scope offers, in official order."""
    scope = Scope.SL2014 if scope == Scope.BASIC else scope
    values = _OFFERED.get(scope, {}).get(vocabulary, tuple(vocabulary))
    return [(value.value, worded(value, scope)) for value in values]


def details_of(status):
    """The "w tym" values that fit a labour status."""
    if status in UNEMPLOYED:
        return UNEMPLOYED_DETAILS
    return {LabourStatus.INACTIVE: INACTIVE_DETAILS, LabourStatus.EMPLOYED: EMPLOYED_DETAILS}.get(status, ())
