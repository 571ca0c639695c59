"""What a web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "turntide.web.config.settings")
application = get_wsgi_application()

# A server that makes its processes after this shares among them all that is loaded by now: every view and page
# too, not at the first request. What is never given back need not be looked through for what could be.
assert get_resolver().url_patterns
gc.collect()
gc.freeze()
