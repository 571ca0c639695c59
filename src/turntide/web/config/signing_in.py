"""Signing in where people work: Entra ID or another provider of OpenID Connect, named by the environment."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import environ

PROVIDER_ID = "organisation"
"""Stands in the address that the provider leads back to: /account/oidc/organisation/login/callback/"""


def oidc_providers(env: environ.Env) -> dict[str, Any]:
    """allauth's settings of the one provider, or none where nothing is configured."""
    issuer = env.str("TURNTIDE_OIDC_ISSUER", default="")
    if not issuer:
        return {}
    app = {
        "provider_id": PROVIDER_ID,
        "name": oidc_name(env),
        "client_id": env.str("TURNTIDE_OIDC_CLIENT_ID"),
        "secret": env.str("TURNTIDE_OIDC_CLIENT_SECRET"),
        "settings": {
            "server_url": issuer.rstrip("/"),
            "oauth_pkce_enabled": True,
            # Entra ID does not say whether an address is verified: a council names the domains it vouches for.
            "verified_email": env.list("TURNTIDE_OIDC_DOMAINS", default=[]),
        },
    }
    return {"openid_connect": {"APPS": [app]}}


def oidc_name(env: environ.Env) -> str:
    """What the button on the sign-in page calls the provider; empty where there is none."""
    if not env.str("TURNTIDE_OIDC_ISSUER", default=""):
        return ""
    return str(env.str("TURNTIDE_OIDC_NAME", default="your organisation"))


def oidc_origins(env: environ.Env) -> list[str]:
    """Where the sign-in button may lead: a browser follows a form's redirect only to origins that are named."""
    issuer = urlsplit(env.str("TURNTIDE_OIDC_ISSUER", default=""))
    return [f"{issuer.scheme}://{issuer.netloc}"] if issuer.netloc else []
