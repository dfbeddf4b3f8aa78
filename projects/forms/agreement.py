"""What agreement numbers look like in each perspective. A number that looks otherwise is kept, with a remark.

Source of the examples: real agreements of PO KL, the regional programmes, PO WER and European Funds 2021–2027; a grant of a local
action group has a number of its own (``13/5/G/2020``).
"""

import re

from django.utils.translation import gettext as _

from ..models import ProgrammingPeriod

PREFIX = r"(?:UDA-|UMWP-)?"
LOOKS = {
    ProgrammingPeriod.ESF_2007: (
        re.compile(PREFIX + r"POKL\.\d\d\.\d\d\.\d\d-\d\d-\d{3,4}/\d\d(-\d\d)?"),
        "POKL.07.02.01-12-009/08-00",
    ),
    ProgrammingPeriod.ESF_2014: (
        re.compile(PREFIX + r"(RP[A-Z]{2}|POWR)\.\d\d\.\d\d\.\d\d-(\d\d|I[ZP]\.\d\d)-[0-9A-Z]{4}/\d\d(-\d\d)?"),
        "RPMA.09.01.00-14-7453/16-00",
    ),
    ProgrammingPeriod.ESF_PLUS_2021: (
        re.compile(PREFIX + r"FE[A-Z]{2}\.\d\d\.\d\d-I[ZP]\.\d\d-[0-9A-Z]{3,4}/\d\d(-\d\d)?"),
        "FEDS.07.05-IP.02-0172/24",
    ),
}


def remark_on(project):
    """A sentence when the agreement number does not look like those of its perspective, else None. Grants have their own numbers."""
    pattern, example = LOOKS.get(project.programme.period, (None, ""))
    number = project.agreement_number
    if not pattern or not number or project.parent_id or pattern.fullmatch(number):
        return None
    return _(
        "Numer umowy %(number)s wygląda inaczej niż numery perspektywy %(period)s, na przykład %(example)s.\n"
        "Zapisano go tak, jak go wpisano. Porównaj go z umową."
    ) % {"number": number, "period": project.programme.get_period_display(), "example": example}
