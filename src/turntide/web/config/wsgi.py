"""What a web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from turntide.web.config.warming import warm

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "turntide.web.config.settings")
# Nothing of what is loaded is given back: looking for what could be would take an eighth of the start.
gc.disable()
application = get_wsgi_application()
warm()
gc.enable()
