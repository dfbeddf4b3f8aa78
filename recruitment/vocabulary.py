"""Words of recruitment: decisions, kinds of criteria, the codes of rules, and what decides between equal points."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Decision(models.TextChoices):
    """What the commission decided, or what the candidate did since."""

    WAITING = "waiting", _("czeka na decyzję")
    QUALIFIED = "qualified", _("zakwalifikowana")
    RESERVE = "reserve", _("lista rezerwowa")
    REJECTED = "rejected", _("odrzucona")
    WITHDRAWN = "withdrawn", _("rezygnacja")


# Whose data the project has no more reason to keep.
LEAVING = (Decision.REJECTED, Decision.WITHDRAWN)


class CriterionKind(models.TextChoices):
    FORMAL = "formal", _("formalne")
    SCORED = "scored", _("punktowane")


class RuleCode(models.TextChoices):
    """What a criterion or a quota asks about a candidate; each is a rule of ``rules.RULES``."""

    SEX = "sex", _("płeć")
    AGE = "age", _("wiek")
    VOIVODESHIP = "voivodeship", _("województwo zamieszkania")
    COUNTY = "county", _("powiat zamieszkania")
    COMMUNE = "commune", _("gmina zamieszkania")
    DEGURBA = "degurba", _("stopień urbanizacji (DEGURBA)")
    PREMISES = "premises", _("liczba przesłanek zagrożenia wykluczeniem")
    PREMISE = "premise", _("określona przesłanka")
    DISABILITY = "disability", _("niepełnosprawność i jej stopień")
    LABOUR = "labour", _("status na rynku pracy")
    LABOUR_DETAIL = "labour_detail", _("status na rynku pracy: w tym")
    EDUCATION = "education", _("wykształcenie")
    HOMELESS = "homeless", _("bezdomność lub wykluczenie mieszkaniowe")
    MINORITY = "minority", _("mniejszość narodowa lub etniczna, migrant")
    FOREIGN_ORIGIN = "foreign_origin", _("obce pochodzenie")
    CITIZENSHIP = "citizenship", _("obywatelstwo")
    TARGET_GROUP = "target_group", _("grupa docelowa projektu")
    SURROUNDINGS = "surroundings", _("otoczenie osoby zagrożonej wykluczeniem")
    DOCUMENTS = "documents", _("komplet wymaganych dokumentów")
    QUESTION = "question", _("własne pytanie: tak albo nie")
    SCORE = "score", _("ocena komisji, na przykład rozmowa")


# Answered by the commission, because no field of the form says it.
BY_COMMISSION = (RuleCode.QUESTION, RuleCode.SCORE)


class Tie(models.TextChoices):
    """What decides between equal points. "criterion:12" – more points of that criterion – is one too."""

    PREMISES = "premises", _("więcej przesłanek zagrożenia wykluczeniem")
    APPLIED = "applied", _("wcześniejsze zgłoszenie")
    LOT = "lot", _("losowanie")


TIE_PATTERN = r"^(premises|applied|lot|criterion:[0-9]{1,18})$"
DEFAULT_TIES = (Tie.PREMISES.value, Tie.APPLIED.value)
