"""Pictures of papers, the public page and what programs are given, for `take_screens.py`."""

from __future__ import annotations

from screens_of_delivery import PLACE, Camera

PUBLIC = "/in/tarrow/"
ID = "[0-9a-f-]{36}"


def papers(camera: Camera) -> None:
    """From the draft to what is frozen."""
    camera.visit("papers", f"{PLACE}papers/")
    draft = camera.first(f"/papers/{ID}/")
    camera.visit("paper-draft", draft)
    camera.visit("paper-parts", f"{draft}arrange/")
    camera.visit("paper-words", f"{draft}words/asks/")
    camera.visit("paper-edit", f"{draft}edit/")
    camera.visit("paper-freeze", f"{draft}freeze/")
    camera.visit("paper-new", f"{PLACE}papers/new/")
    camera.visit("paper-new-theme", f"{PLACE}papers/new/theme/")
    camera.visit("letterheads", f"{PLACE}letterheads/")


def public(camera: Camera) -> None:
    """What an officer prepares, and what anybody sees of it."""
    camera.visit("public-preparing", f"{PLACE}public/")
    plan = camera.first(f"/public/plans/{ID}/")
    camera.visit("public-settings", f"{PLACE}public/settings/")
    camera.visit("public-plan-settings", plan)
    camera.visit("public-plain-words", f"{plan}words/")
    camera.visit("public-preview", f"{PLACE}public/preview/")
    camera.visit("public", PUBLIC)
    for kind in ("plan", "theme", "action"):
        camera.visit(f"public-{kind}", camera.first(f"/{kind}s/{ID}/", beneath="/in/tarrow"))
    for page in ("changes", "stories", "search", "figures", "follow", "elsewhere", "data", "accessibility"):
        camera.visit(f"public-{page}", f"{PUBLIC}{page}/")
    camera.visit("across", "/across/")
    camera.visit("across-involved", "/across/involved/")


def programs(camera: Camera) -> None:
    """Keys and webhooks."""
    camera.visit("programs", f"{PLACE}programs/")
    camera.visit("program-key-new", f"{PLACE}programs/keys/new/")
    camera.visit("webhook-new", f"{PLACE}programs/webhooks/new/")
