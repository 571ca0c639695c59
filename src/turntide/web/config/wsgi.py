"""What a web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from turntide.web.config.warming import warm

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "turntide.web.config.settings")
application = get_wsgi_application()
warm()
