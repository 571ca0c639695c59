"""The site's settings. What differs between installations comes from the environment (docs/running.md)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from turntide.web.config.databases import database
from turntide.web.config.environment import Address, data_folder, environment, secret_key
from turntide.web.config.signing_in import oidc_name, oidc_origins, oidc_providers

ENV = environment()
DATA = data_folder(ENV)
ADDRESS = Address(ENV.str("TURNTIDE_URL", default="http://localhost:8000"))

DEBUG = ENV.bool("TURNTIDE_DEBUG", default=False)
SECRET_KEY = secret_key(ENV, DATA)
ALLOWED_HOSTS = [ADDRESS.host, *ENV.list("TURNTIDE_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])]
CSRF_TRUSTED_ORIGINS = [ADDRESS.origin]

INSTALLED_APPS = [
    "turntide.web.config.apps.RoofConfig",
    "turntide.web.api.apps.ApiConfig",
    "turntide.web.publishing.apps.PublishingConfig",
    "turntide.web.reporting.apps.ReportingConfig",
    "turntide.web.periods.apps.PeriodsConfig",
    "turntide.web.stories.apps.StoriesConfig",
    "turntide.web.delivery.apps.DeliveryConfig",
    "turntide.web.intake.apps.IntakeConfig",
    "turntide.web.plans.apps.PlansConfig",
    "turntide.web.files.apps.FilesConfig",
    "turntide.web.mail.apps.MailConfig",
    "turntide.web.organisations.apps.OrganisationsConfig",
    "turntide.web.accounts.apps.AccountsConfig",
    "turntide.web.audit.apps.AuditConfig",
    "turntide.web.design.apps.DesignConfig",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "django_q",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    # Public pages are answered here: nothing beneath it, which looks at cookies or forbids keeping, touches them.
    "turntide.web.publishing.cookie_free.CookieFreeMiddleware",
    "turntide.web.config.privacy.PrivatePagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "turntide.web.config.sizes.SizeMiddleware",
    "turntide.web.accounts.language.PersonLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
]

ROOT_URLCONF = "turntide.web.config.urls"
WSGI_APPLICATION = "turntide.web.config.wsgi.application"
FORM_RENDERER = "turntide.web.design.forms.LookRenderer"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "turntide.web.config.context.here",
                "turntide.web.config.context.across",
            ],
        },
    },
]

DATABASES = {"default": database(ENV, DATA)}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "turntide_cache"},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "turntide.web.accounts.passwords.StrengthValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"

# Signing in, by allauth (accounts/adapters.py, accounts/forms/signing_in.py)
SETUP_KEY = ENV.str("TURNTIDE_SETUP_KEY", default="")
NEW_PLACES = ENV.str("TURNTIDE_NEW_PLACES", default="owners")
OIDC_NAME = oidc_name(ENV)
ALLAUTH_TRUSTED_PROXY_COUNT = ENV.int("TURNTIDE_PROXIES", default=0)
ACCOUNT_ADAPTER = "turntide.web.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if ADDRESS.secure else "http"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_RATE_LIMITS = {
    "welcome": "20/m/ip",
    "join": "20/m/ip",
    "invite": "30/h/user",
    "password_strength": "120/m/ip",
    "follow": "6/m/ip,60/h/ip",
}
_FORMS = "turntide.web.accounts.forms.signing_in"
ACCOUNT_FORMS = {
    "login": f"{_FORMS}.SignInForm",
    "reauthenticate": f"{_FORMS}.ConfirmItsYouForm",
    "reset_password": f"{_FORMS}.ForgottenForm",
    "reset_password_from_key": f"{_FORMS}.ResetForm",
    "change_password": f"{_FORMS}.ChangePasswordForm",
    "set_password": f"{_FORMS}.FirstPasswordForm",
    "add_email": f"{_FORMS}.NewAddressForm",
}
MFA_ADAPTER = "turntide.web.accounts.adapters.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": f"{_FORMS}.CodeForm",
    "reauthenticate": f"{_FORMS}.ConfirmByCodeForm",
    "activate_totp": f"{_FORMS}.TurnOnAppForm",
    "add_webauthn": f"{_FORMS}.AddPasskeyForm",
    "edit_webauthn": f"{_FORMS}.NamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Turntide"
MFA_TOTP_TOLERANCE = 1
# An address is proven by the invitation; where no mail server is set up, nobody could confirm one.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = ADDRESS.host == "localhost"
SOCIALACCOUNT_ADAPTER = "turntide.web.accounts.adapters.SignInElsewhereAdapter"
SOCIALACCOUNT_PROVIDERS = oidc_providers(ENV)
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
USERSESSIONS_TRACK_ACTIVITY = False
# (end of signing in)

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English")), ("cy", _("Welsh"))]
LOCALE_PATHS = [Path(__file__).parent.parent / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
MOST_SENT_AT_ONCE = 250 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

vars().update(ENV.email_url("EMAIL_URL", default=f"filemail:///{DATA / 'mail'}"))
DEFAULT_FROM_EMAIL = ENV.str("TURNTIDE_FROM", default=f"Turntide <turntide@{ADDRESS.host}>")
# A worker must not wait for a mail server that says nothing (mail/transports).
EMAIL_TIMEOUT = 30
NOTIFY_KEY = ENV.str("TURNTIDE_NOTIFY_KEY", default="")
NOTIFY_TEMPLATE = ENV.str("TURNTIDE_NOTIFY_TEMPLATE", default="")
NOTIFY_URL = ENV.str("TURNTIDE_NOTIFY_URL", default="https://api.notifications.service.gov.uk")
NOTIFY_REPLY_TO = ENV.str("TURNTIDE_NOTIFY_REPLY_TO", default="")

# What programs may do (api): requests in a minute, and addresses that webhooks reach though they are not public ones.
API_MOST_BY_ADDRESS = ENV.int("TURNTIDE_API_MOST_BY_ADDRESS", default=300)
API_MOST_BY_TOKEN = ENV.int("TURNTIDE_API_MOST_BY_TOKEN", default=600)
WEBHOOKS_ALSO_TO = ENV.list("TURNTIDE_WEBHOOKS_ALSO_TO", default=[])

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ADDRESS.secure
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "turntide.web.config.views.too_old"
SECURE_SSL_REDIRECT = ADDRESS.secure
# The one that watches over the site asks it on its own machine, without https.
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = 31_536_000 if ADDRESS.secure else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ADDRESS.secure else None
# What holds for the domain's other names is for whoever has the domain to say, so HSTS speaks for this host alone.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF, *oidc_origins(ENV)],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

Q_CLUSTER = {
    "name": "turntide",
    "orm": "default",
    "workers": ENV.int("TURNTIDE_READERS", default=1),
    "timeout": 900,
    "retry": 960,
    "max_attempts": 5,
    "ack_failures": False,
    "catch_up": False,
    "poll": 0.5,
    "queue_limit": 20,
    "save_limit": 1000,
    "label": "Turntide",
    "log_level": "WARNING",
}
