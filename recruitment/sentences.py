"""Rounds in a sentence: what is going on, what is over, what is to come."""

from django.utils.translation import gettext as _

from projects.templatetags.polish import counted, day, plural

from .vocabulary import Decision


def sentence_of(round, situation, today):
    """One round in a sentence: "Trwa nabór II: 34 zgłoszenia na 24 miejsca, 5 czeka na komplet danych i dokumentów.\""""
    ranking = situation.rankings.get(round.pk)
    applied = (len(ranking.rows) if ranking else 0) + situation.forgotten.get(round.pk, 0)
    told = {
        "round": called(round),
        "places": counted(round.places, "miejsce", "miejsca", "miejsc"),
        "opens": day(round.opens_on),
        "closes": day(round.closes_on),
        "all": counted(applied, "zgłoszenie", "zgłoszenia", "zgłoszeń"),
    }
    if today < round.opens_on:
        return begun(_("%(round)s zacznie się %(opens)s: %(places)s.") % told)
    if round.is_open_on(today):
        return " ".join(
            filter(None, [_("Trwa %(round)s: %(all)s na %(places)s") % told + incomplete(ranking) + ".", until(round)])
        )
    return begun(_("%(round)s zakończył się %(closes)s: %(all)s na %(places)s") % told + decided(ranking) + ".")


def begun(sentence):
    """The sentence with a capital letter, whatever it begins with."""
    return sentence[:1].upper() + sentence[1:]


def called(round):
    """ "nabór II", or "nabór „otoczenie”" where the name does not say that it is a round."""
    return round.name if _("nabór") in round.name.lower() else _("nabór „%(name)s”") % {"name": round.name}


def until(round):
    return _("Zgłoszenia do %(day)s.") % {"day": day(round.closes_on)} if round.closes_on else ""


def incomplete(ranking):
    """ ", 5 czeka na komplet danych i dokumentów\""""
    waits = waiting_for_candidate(ranking)
    if not waits:
        return ""
    return _(", %(n)s %(waits)s na komplet danych i dokumentów") % {
        "n": waits,
        "waits": plural(waits, "czeka", "czekają", "czeka"),
    }


def decided(ranking):
    """ ", zakwalifikowano 24, na liście rezerwowej 6, na decyzję czeka 4\""""
    if not ranking:
        return ""
    count = {decision: len(ranking.with_decision(decision)) for decision in Decision}
    parts = [
        (count[Decision.QUALIFIED], _("zakwalifikowano %(n)s")),
        (count[Decision.RESERVE], _("na liście rezerwowej %(n)s")),
        (count[Decision.WAITING], _("na decyzję czeka %(n)s")),
    ]
    return "".join(f", {words % {'n': n}}" for n, words in parts if n)


def waiting_for_candidate(ranking):
    """How many of those who wait for a decision have first to bring something."""
    if not ranking:
        return 0
    return sum(row.assessment.waits_for_candidate for row in ranking.with_decision(Decision.WAITING))
