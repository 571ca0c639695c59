import os, pytest
from test_accounts_in_a_browser import _invited
from test_accounts_in_a_browser import *
from django.urls import reverse
@pytest.mark.parametrize("w",[1280,320])
def test_shots(browser, live_server, cast, w, settings):
    c=browser.new_context(base_url=live_server.url, viewport={"width":w,"height":800}); p=c.new_page()
    inv=_invited(cast)
    def shot(name, url=None):
        if url: p.goto(url)
        p.screenshot(path=f"/tmp/accounts/shot-{name}-{w}.png", full_page=True)
    shot("login", reverse("account_login"))
    shot("join", inv)
    sign_in(p, cast.owner.email)
    shot("reauth", reverse("mfa_add_webauthn"))
    p.get_by_label("Password", exact=True).fill(PASSWORD); p.get_by_role("button", name="Confirm").click()
    shot("addkey")
    for r in ("account","mfa_index","mfa_activate_totp","usersessions_list","account_email","mfa_list_webauthn"): shot(r, reverse(r))
    shot("people", reverse("members",args=["tarrow"]))
    p.get_by_role("button", name="Invite", exact=True).click(); shot("invite-wrong")
    settings.EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend"
    p.get_by_label("E-mail addresses").fill("bo@tarrow.example, al@tarrow.example"); p.get_by_role("button", name="Invite", exact=True).click(); shot("links")
    c.close()
