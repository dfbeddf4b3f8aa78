#!/usr/bin/env python
"""Django's command line."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    from accounts.acting import acting

    with acting(how="command", source=sys.argv[1] if len(sys.argv) > 1 else ""):
        execute_from_command_line(sys.argv)
