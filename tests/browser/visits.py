"""One person at one browser window, and everything that goes wrong while they are there."""

from django.conf import settings
from django.test import Client

NARROW, WIDE = 390, 1280
# What htmx writes when a newer request, or leaving the page, takes the place of one under way.
TAKEN_PLACE = ("htmx:afterRequest", "htmx:sendAbort")


class Visits:
    """Opens windows, and remembers what no page may do: write errors to the console, fail, or ask another server."""

    def __init__(self, chromium, server):
        self.chromium = chromium
        self.server = server
        self.contexts = []
        self.troubles = []
        self.expected = []

    def __call__(self, user=None, *, width=WIDE, javascript=True):
        """A new window, signed in as the user; without one, nobody is signed in."""
        context = self.chromium.new_context(
            base_url=self.server.url,
            viewport={"width": width, "height": 900},
            locale="pl-PL",
            timezone_id="Europe/Warsaw",
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        if user:
            context.add_cookies([self.session_of(user)])
        context.on("console", self.note_console)
        context.on("weberror", lambda error: self.note("script", error.error))
        context.on("request", self.note_foreign)
        context.on("response", lambda response: response.status >= 500 and self.note("failed", response.url))
        return context.new_page()

    def session_of(self, user):
        client = Client()
        client.force_login(user)
        return {
            "name": settings.SESSION_COOKIE_NAME,
            "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
            "url": self.server.url,
        }

    def note_console(self, message):
        if message.type == "error" and not message.text.startswith(TAKEN_PLACE):
            self.note("console", message.text)

    def note_foreign(self, request):
        if not request.url.startswith((self.server.url, "data:", "blob:")):
            self.note("asked another server", request.url)

    def note(self, what, detail):
        self.troubles.append(f"{what}: {detail}")

    def expect(self, words):
        """A trouble that this test brings about on purpose."""
        self.expected.append(words)

    def close(self):
        """Closes every window and answers with what went wrong and was not expected."""
        for context in self.contexts:
            context.close()
        failures = [f"{path}: {error!r}" for path, error in self.server.failures]
        self.server.failures.clear()
        return [t for t in self.troubles + failures if not any(words in t for words in self.expected)]
