"""Log lines for operators: what failed and where in the code, without the data of the people it failed for."""

import logging
import re
import traceback

QUERY_STRING = re.compile(r"(/[^\s?\"']*)\?[^\s\"']*")
# whoever has the key of a calendar sees its deadlines
CALENDAR_KEY = re.compile(r"(/kalendarz/)[^\s\"']+")
# gunicorn adds the caller's address and a piece of what was sent
MALFORMED = re.compile(r"(Invalid request) from ip=[^\n]*")


class WithoutPersonalData(logging.Formatter):
    """Leaves out query strings (names are searched there), keys of calendars and exception messages.

    PostgreSQL repeats the refused row in its message, and Python quotes the value that it could not convert; the class of
    the exception and the lines of code that led to it are enough to find the mistake.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line of any formatter, its addresses cut before the question mark."""
        record.exc_text = None  # another handler's formatter may have left its text here
        line = MALFORMED.sub(r"\1", QUERY_STRING.sub(r"\1", super().format(record)))
        return CALENDAR_KEY.sub(r"\1…", line)

    def formatException(self, ei) -> str:
        """The classes of the exception and of its causes, each with its frames."""
        parts, exception = [], ei[1]
        while exception is not None:
            parts += [*traceback.format_tb(exception.__traceback__), f"{type(exception).__qualname__}\n"]
            exception = exception.__cause__ or exception.__context__
        return "".join(parts).rstrip()
