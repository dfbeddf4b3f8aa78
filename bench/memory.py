"""How much memory a piece of work takes, measured in a process of its own."""

import os
import re
import subprocess
import sys

from django.conf import settings
from django.db import connection

CHILD = r"""
import django, re
django.setup()
from projects.models import Project
{beginning}
def most():  # of this program alone; what getrusage says still remembers the parent
    return int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read()).group(1)) // 1024
idle = most()
{work}
print("idle", idle, "peak", most())
"""


def in_child(beginning, work):
    """(megabytes before, at most) of a process of its own that does the work; ``beginning`` is what it needs for it."""
    told = connection.settings_dict
    address = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**told)
    if told["HOST"].startswith("/") or not told["HOST"]:
        address = "postgres://{USER}@/{NAME}?host={HOST}".format(**told)
    environment = {**os.environ, "DATABASE_URL": address, "PYTHONPATH": str(settings.BASE_DIR), "DEBUG": "0"}
    code = CHILD.format(beginning=beginning, work=work)
    said = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    ).stdout
    return tuple(map(int, re.fullmatch(r"idle (\d+) peak (\d+)\s*", said).groups()))
