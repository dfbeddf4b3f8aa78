"""The vocabulary of rules: what a criterion or a quota can ask about a candidate. The page the commission's lawyer reads.

A rule has a Polish sentence with its parameters, a test (true, false, or None where the data are missing), and the fact by which
it was decided. ``test`` takes the parameters once and answers a function, so that ten thousand candidates are a plain loop.
Refusing an answer is an answer: it is not "yes" (domain notes, section 3.3).
"""

from datetime import date
from types import SimpleNamespace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participants.completeness import completed_years
from participants.vocabulary import (
    Answer,
    Citizenship,
    Degurba,
    DisabilityDegree,
    Education,
    LabourDetail,
    LabourStatus,
    PremiseKind,
    Sex,
)
from projects.templatetags.polish import counted, day

from .vocabulary import RuleCode


def listed(words, joint=", "):
    return joint.join(str(word) for word in words)


def labels_of(vocabulary, values):
    """The official words of these values, in official order."""
    return [member.label for member in vocabulary if member.value in values]


class Rule:
    """One entry of the vocabulary. ``field`` is the field of the form where the missing fact is entered."""

    field = ""
    missing = gettext_lazy("brak danych")
    remedy = gettext_lazy("Uzupełnij formularz zgłoszeniowy.")

    def sentence(self, params):
        """The rule in words, with its parameters."""
        raise NotImplementedError

    def test(self, params):
        """A function of the facts of one candidate: True, False, or None where the data are missing."""
        raise NotImplementedError

    def said(self, facts, params):
        """The fact that decided, in words."""
        raise NotImplementedError

    def possible(self):
        """Every answer that this rule can meet, where they can be counted: facts that hold nothing else. Else nothing."""
        return []

    def fact(self, facts, params):
        """The fact that decided, or what is missing."""
        return str(self.missing) if self.test(params)(facts) is None else str(self.said(facts, params))


class OneOf(Rule):
    """A field holds one of the chosen values of a vocabulary."""

    def __init__(self, field, vocabulary, missing, beginning=""):
        self.field, self.vocabulary, self.missing, self.beginning = field, vocabulary, missing, beginning

    def sentence(self, params):
        return self.beginning + listed(labels_of(self.vocabulary, params["values"]), _(" lub "))

    def test(self, params):
        field, wanted = self.field, frozenset(params["values"])

        def answer(facts):
            value = getattr(facts, field)
            return None if value in ("", None) else value in wanted

        return answer

    def said(self, facts, params):
        return self.vocabulary(getattr(facts, self.field)).label

    def possible(self):
        return [SimpleNamespace(**{self.field: value}) for value in self.vocabulary.values]


class LivesIn(Rule):
    """The place of residence is one of these, whatever the letter case."""

    def __init__(self, field, missing, beginning):
        self.field, self.missing, self.beginning = field, missing, beginning

    def sentence(self, params):
        return self.beginning % {"places": listed(params["values"])}

    def test(self, params):
        field, wanted = self.field, frozenset(plain(place) for place in params["values"])

        def answer(facts):
            place = getattr(facts, field)
            return plain(place) in wanted if place else None

        return answer

    def said(self, facts, params):
        return getattr(facts, self.field)


def plain(place):
    return " ".join(place.split()).casefold()


class AnswersYes(Rule):
    """A question of the form was answered yes."""

    def __init__(self, field, words):
        self.field, self.words = field, words
        self.missing = gettext_lazy("brak odpowiedzi")

    def sentence(self, params):
        return self.words

    def test(self, params):
        field = self.field

        def answer(facts):
            given = getattr(facts, field)
            return given == Answer.YES if given else None

        return answer

    def said(self, facts, params):
        return Answer(getattr(facts, self.field)).label


class Aged(Rule):
    """Completed years on the day of the application, from and to inclusive."""

    field = "birth_date"
    missing = gettext_lazy("brak daty urodzenia")

    def sentence(self, params):
        return _("wiek: %(range)s") % {"range": self.range(params)}

    def range(self, params):
        low, high = params.get("from"), params.get("to")
        if low is not None and high is not None:
            return _("%(low)s–%(years)s") % {"low": low, "years": counted(high, "rok", "lata", "lat")}
        if low is not None:
            return _("co najmniej %(years)s") % {"years": counted(low, "rok", "lata", "lat")}
        return _("najwyżej %(years)s") % {"years": counted(high, "rok", "lata", "lat")}

    def test(self, params):
        low, high = params.get("from"), params.get("to")
        low, high = -1 if low is None else low, 999 if high is None else high

        def answer(facts):
            age = completed_years(facts.birth_date, facts.applied_on)
            return None if age is None else low <= age <= high

        return answer

    def possible(self):
        day = date(2100, 12, 31)
        return [SimpleNamespace(birth_date=date(2100 - age, 1, 1), applied_on=day) for age in range(121)]

    def said(self, facts, params):
        return _("%(age)s w dniu %(day)s; wymagane: %(range)s") % {
            "age": counted(completed_years(facts.birth_date, facts.applied_on), "rok", "lata", "lat"),
            "day": day(facts.applied_on),
            "range": self.range(params),
        }


def counting(facts, params):
    """The premises that count: all that were declared, or only those with a document named."""
    return [kind for kind, document in facts.premises.items() if document or not params.get("documented")]


def documented(words, params):
    return _("%(words)s, z dokumentem") % {"words": words} if params.get("documented") else words


class HowManyPremises(Rule):
    """How many reasons for being at risk there are. None declared is none: there is nothing to wait for."""

    field = "premises"

    def sentence(self, params):
        low, high = params.get("from") or 0, params.get("to")
        if high is None:
            words = _("co najmniej %(premises)s zagrożenia wykluczeniem") % {"premises": premises(low)}
        elif high == low:
            words = _("%(premises)s zagrożenia wykluczeniem") % {"premises": premises(low)}
        else:
            words = _("liczba przesłanek zagrożenia wykluczeniem od %(low)s do %(high)s") % {"low": low, "high": high}
        return documented(words, params)

    def test(self, params):
        low, high, proved = params.get("from") or 0, params.get("to"), params.get("documented")
        high = 999 if high is None else high

        def answer(facts):
            return low <= (len(counting(facts, params)) if proved else len(facts.premises)) <= high

        return answer

    def possible(self):
        return [SimpleNamespace(premises=dict.fromkeys(range(n), "x")) for n in range(len(PremiseKind) + 1)]

    def said(self, facts, params):
        kinds = counting(facts, params)
        return f"{premises(len(kinds))}: {listed(labels_of(PremiseKind, kinds))}" if kinds else _("brak przesłanek")


def premises(n):
    return counted(n, "przesłanka", "przesłanki", "przesłanek")


class HasPremise(Rule):
    """At least one of these reasons for being at risk."""

    field = "premises"

    def sentence(self, params):
        words = _("przesłanka: %(kinds)s") % {"kinds": listed(labels_of(PremiseKind, params["values"]), _(" lub "))}
        return documented(words, params)

    def test(self, params):
        wanted, proved = frozenset(params["values"]), params.get("documented")

        def answer(facts):
            return any(kind in wanted and (document or not proved) for kind, document in facts.premises.items())

        return answer

    def said(self, facts, params):
        kinds = [kind for kind in counting(facts, params) if kind in params["values"]]
        return listed(labels_of(PremiseKind, kinds)) or _("nie ma takiej przesłanki")


class Disabled(Rule):
    """A person with disabilities, where degrees are named of one of them."""

    field = "disability"
    missing = gettext_lazy("brak odpowiedzi albo stopnia niepełnosprawności")

    def sentence(self, params):
        degrees = params.get("values") or ()
        if not degrees:
            return _("osoba z niepełnosprawnościami")
        return _("niepełnosprawność, stopień: %(degrees)s") % {
            "degrees": listed(labels_of(DisabilityDegree, degrees), _(" lub "))
        }

    def test(self, params):
        degrees = frozenset(params.get("values") or ())

        def answer(facts):
            if facts.disability != Answer.YES:
                return False if facts.disability else None
            if not degrees:
                return True
            return facts.disability_degree in degrees if facts.disability_degree else None

        return answer

    def possible(self):
        return [SimpleNamespace(disability=Answer.YES, disability_degree=degree) for degree in DisabilityDegree.values]

    def said(self, facts, params):
        if facts.disability != Answer.YES:
            return Answer(facts.disability).label
        if not facts.disability_degree:
            return _("tak")
        return _("stopień %(degree)s") % {"degree": DisabilityDegree(facts.disability_degree).label}


class OfTargetGroup(Rule):
    """The candidate was put into this target group; its name travels in the parameters."""

    field = "target_group"
    missing = gettext_lazy("nie wybrano grupy docelowej")

    def sentence(self, params):
        return _("grupa docelowa: %(group)s") % {"group": params["name"]}

    def test(self, params):
        group = params["group"]

        def answer(facts):
            return None if facts.target_group_id is None else facts.target_group_id == group

        return answer

    def said(self, facts, params):
        return _("ta grupa") if facts.target_group_id == params["group"] else _("inna grupa")


class FromSurroundings(Rule):
    """Somebody from the surroundings of a person at risk, or just not."""

    field = "is_surroundings"

    def sentence(self, params):
        return _("osoba z otoczenia") if params["is"] else _("osoba zagrożona wykluczeniem, nie z otoczenia")

    def test(self, params):
        wanted = params["is"]

        def answer(facts):
            return facts.is_surroundings == wanted

        return answer

    def said(self, facts, params):
        return _("osoba z otoczenia") if facts.is_surroundings else _("nie jest z otoczenia")


class AllDocuments(Rule):
    """Every required document of the checklist came. What did not come is missing data, not a refusal."""

    field = "documents"
    remedy = gettext_lazy("Poproś o brakujące dokumenty i odnotuj ich wpływ.")

    def sentence(self, params):
        return _("złożone wszystkie wymagane dokumenty")

    def test(self, params):
        def answer(facts):
            return None if facts.lacks else True

        return answer

    def said(self, facts, params):
        return _("komplet")

    def fact(self, facts, params):
        return (
            _("brakuje: %(documents)s") % {"documents": listed(facts.lacks)}
            if facts.lacks
            else self.said(facts, params)
        )


class Asked(Rule):
    """A question of the project's own; the commission answers it."""

    field = "answers"
    missing = gettext_lazy("komisja jeszcze nie odpowiedziała")
    remedy = gettext_lazy("Wpisz odpowiedź komisji.")

    def sentence(self, params):
        return _("odpowiedź komisji: tak")

    def test(self, params):
        number = params["criterion"]

        def answer(facts):
            given = facts.answers.get(number)
            return given and given[0]

        return answer

    def said(self, facts, params):
        return _("tak") if facts.answers[params["criterion"]][0] else _("nie")


class Marked(Asked):
    """A mark by the commission, from nought to the points of the criterion."""

    missing = gettext_lazy("komisja jeszcze nie oceniła")
    remedy = gettext_lazy("Wpisz ocenę komisji.")

    def sentence(self, params):
        return _("ocena komisji")

    def test(self, params):
        number = params["criterion"]

        def answer(facts):
            given = facts.answers.get(number)
            return given and given[1] > 0

        return answer

    def said(self, facts, params):
        return _("ocena: %(points)s") % {"points": facts.answers[params["criterion"]][1]}


NO_ADDRESS = gettext_lazy("brak adresu")
RULES = {
    RuleCode.SEX: OneOf("sex", Sex, gettext_lazy("brak płci")),
    RuleCode.AGE: Aged(),
    RuleCode.VOIVODESHIP: LivesIn("voivodeship", NO_ADDRESS, gettext_lazy("mieszka w województwie: %(places)s")),
    RuleCode.COUNTY: LivesIn("county", NO_ADDRESS, gettext_lazy("mieszka w powiecie: %(places)s")),
    RuleCode.COMMUNE: LivesIn("commune", NO_ADDRESS, gettext_lazy("mieszka w gminie: %(places)s")),
    RuleCode.DEGURBA: OneOf("degurba", Degurba, gettext_lazy("brak stopnia urbanizacji"), "DEGURBA "),
    RuleCode.PREMISES: HowManyPremises(),
    RuleCode.PREMISE: HasPremise(),
    RuleCode.DISABILITY: Disabled(),
    RuleCode.LABOUR: OneOf("labour_status", LabourStatus, gettext_lazy("brak statusu na rynku pracy")),
    RuleCode.LABOUR_DETAIL: OneOf("labour_detail", LabourDetail, gettext_lazy("brak „w tym” statusu na rynku pracy")),
    RuleCode.EDUCATION: OneOf(
        "education", Education, gettext_lazy("brak wykształcenia"), gettext_lazy("wykształcenie ")
    ),
    RuleCode.HOMELESS: AnswersYes(
        "homeless", gettext_lazy("osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań")
    ),
    RuleCode.MINORITY: AnswersYes("minority", gettext_lazy("mniejszość narodowa lub etniczna, migrant")),
    RuleCode.FOREIGN_ORIGIN: AnswersYes("foreign_origin", gettext_lazy("osoba obcego pochodzenia")),
    RuleCode.CITIZENSHIP: OneOf("citizenship", Citizenship, gettext_lazy("brak obywatelstwa")),
    RuleCode.TARGET_GROUP: OfTargetGroup(),
    RuleCode.SURROUNDINGS: FromSurroundings(),
    RuleCode.DOCUMENTS: AllDocuments(),
    RuleCode.QUESTION: Asked(),
    RuleCode.SCORE: Marked(),
}
