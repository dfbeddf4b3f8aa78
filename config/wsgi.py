"""What the production server loads."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
# All views are loaded now, once, before the server divides into workers; not by the first request to each of them.
get_resolver().url_patterns  # noqa: B018
