"""Whatever page shows a name or a number of somebody leaves a line in the log of access."""

import re

import pytest

from accounts.models import AccessLog
from participants.models import Person
from recruitment.models import Candidate

from .addresses import address
from .rights import ROWS
from .test_permissions import db, house, undone  # noqa: F401 (fixtures)

# On paper the letters are packed; each print has a test of its own.
PAGES = sorted({name for method, name in ROWS if method == "GET" and not re.search("pdf|print|packet|paper", name)})


@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_personal_data_stands_in_the_log(house, name):  # noqa: F811
    """Names are made unmistakable first; a page in whose bytes one of them stands is a page with personal data."""
    with undone():
        for model, word in ((Person, "Zażółciński"), (Candidate, "Gęślowska")):
            model.objects.update(last_name=word)
        before = AccessLog.objects.count()
        response = house.visitors["admin"].get(address(name, house.world))
        content = b"".join(response.streaming_content) if response.streaming else response.content
        found = re.search(r"Zażółciński|Gęślowska", content.decode(errors="ignore"))
        assert not found or AccessLog.objects.count() > before
