"""What holds of every answer the site gives, whatever the page: its headers, and that its markup is inert."""

from __future__ import annotations

from email.message import Message
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from lxml import html

Answer = Any
"""What the test client gives back: a response, with additions of its own."""
TELLS_NOBODY = "no-referrer"
"""What an address with a key says, which is less than every other says."""
FETCHES = ("src", "href", "action", "formaction", "data", "poster", "srcset")


def policy_of(response: Answer) -> dict[str, list[str]]:
    """The content security policy, by directive."""
    parts = (part.split() for part in response["Content-Security-Policy"].split(";") if part.strip())
    return {part[0]: part[1:] for part in parts}


def is_page(response: Answer) -> bool:
    return bool(response.get("Content-Type", "").startswith("text/html"))


def is_download(response: Answer) -> bool:
    return response.status_code == 200 and not is_page(response)


def disposition_of(response: Answer) -> tuple[str, str]:
    """How a download is offered: 'attachment', and the name a browser saves it under."""
    message = Message()
    message["Content-Disposition"] = response["Content-Disposition"]
    return message.get_content_disposition() or "", message.get_filename() or ""


def faults_of_headers(response: Answer, *, same_for_all: bool = False) -> list[str]:
    """What is wrong; ``same_for_all``: anybody may keep it, as it looks at no cookie and sets none."""
    wanted = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    wrong = [name for name, value in wanted.items() if response.get(name) != value]
    if response.get("Referrer-Policy") not in (settings.SECURE_REFERRER_POLICY, TELLS_NOBODY):
        wrong.append("Referrer-Policy")
    kept = {word.strip() for word in response.get("Cache-Control", "").split(",")}
    private = kept >= {"no-store", "private"}
    public = same_for_all and "public" in kept and not response.cookies
    if public and "cookie" in response.get("Vary", "").lower():
        wrong.append("Vary")
    return wrong + ([] if private or public else ["Cache-Control"])


def faults_of_policy(response: Answer) -> list[str]:
    """A page may fetch from its own site alone, and may not be framed; an inline script or style does nothing."""
    policy = policy_of(response)
    if is_download(response):
        return [] if "sandbox" in policy else ["a download that is opened all the same has rights"]
    closed = ("default-src", "frame-ancestors", "base-uri")
    faults = [name for name in closed if policy.get(name) != ["'none'"]]
    own = {"'self'", "'none'"}
    return faults + [name for name, sources in policy.items() if not own.issuperset(sources)]


def faults_of_markup(page: bytes) -> list[str]:
    """Everything in a page that runs, styles or leads elsewhere by itself."""
    root: Any = html.document_fromstring(page.decode())
    faults = [
        f"<{one.tag}> within the page" for one in root.iter("style", "iframe", "object", "embed", "base")
    ]
    faults += ["an inline script" for one in root.iter("script") if _is_code(one)]
    for one in root.iter(html.etree.Element):
        faults += [f"{name} of <{one.tag}>" for name in one.attrib if _runs(str(name), str(one.get(name)))]
        faults += [one.get(name, "") for name in FETCHES if one.tag != "a" and _elsewhere(one.get(name))]
    forms = (form for form in root.iter("form") if form.get("method", "get").lower() == "post")
    return faults + [form.get("action", "a form") for form in forms if not _has_token(form)]


def _is_code(script: html.HtmlElement) -> bool:
    """Whether a browser would run what stands in it; JSON is only data."""
    return script.get("type") != "application/json" and bool((script.text or "").strip())


def _runs(name: str, value: str) -> bool:
    script = value.strip().lower().startswith(("javascript:", "data:", "vbscript:"))
    return name.startswith(("on", "hx-on")) or name in ("style", "srcdoc") or script


def _elsewhere(address: str | None) -> bool:
    return bool(address) and bool(urlsplit(str(address)).netloc)


def _has_token(form: html.HtmlElement) -> bool:
    return bool(form.xpath(".//input[@name='csrfmiddlewaretoken']"))
