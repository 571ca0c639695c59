"""allauth's forms in our words: sentence case, no placeholders, a new password asked once and shown on demand."""

from __future__ import annotations

from typing import Any, cast

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.forms.new_password import NEW_PASSWORD_HINT, NewPasswordBox, PasswordBox

_OF_THE_APP = _("Six figures from your authenticator app, or one of your recovery codes.")


def _say(form: forms.Form, field: str, label: str | Promise, hint: str | Promise = "") -> None:
    wanted = form.fields[field]
    wanted.label, wanted.help_text = cast(str, label), cast(str, hint)
    wanted.widget.attrs.pop("placeholder", None)


def _ask_password(form: forms.Form, field: str, label: str | Promise) -> None:
    _say(form, field, label)
    form.fields[field].widget = PasswordBox({"autocomplete": "current-password"})


def _ask_new_password(form: forms.Form, label: str | Promise) -> None:
    _say(form, "password1", label, NEW_PASSWORD_HINT)
    form.fields["password1"].widget = NewPasswordBox()
    # It can be shown, so nobody need type it twice.
    del form.fields["password2"]


class SignInForm(account.LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _say(self, "login", _("E-mail address"))
        self.fields["login"].widget = forms.EmailInput({"autocomplete": "username"})
        _ask_password(self, "password", _("Password"))
        _say(self, "remember", _("Keep me signed in on this device for two weeks"))


class ConfirmItsYouForm(account.ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _ask_password(self, "password", _("Password"))


class ForgottenForm(account.ResetPasswordForm):
    """Where to send the link that sets a new password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _say(self, "email", _("E-mail address"))


class ResetForm(account.ResetPasswordKeyForm):
    """A new password in place of a forgotten one."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _ask_new_password(self, _("New password"))


class ChangePasswordForm(account.ChangePasswordForm):
    """A new password in place of one that is known."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _ask_password(self, "oldpassword", _("Password now"))
        _ask_new_password(self, _("New password"))


class FirstPasswordForm(account.SetPasswordForm):
    """A password for somebody who has signed in another way so far."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _ask_new_password(self, _("Password"))


class NewAddressForm(account.AddEmailForm):
    """Another e-mail address in place of the one now."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _say(
            self,
            "email",
            _("New e-mail address"),
            _("We send a link to it. It takes effect once you open that."),
        )


class CodeForm(mfa.AuthenticateForm):
    """The second step of signing in."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _say(self, "code", _("Code"), _OF_THE_APP)


class ConfirmByCodeForm(mfa.ReauthenticateForm):
    """A code, before something that matters."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _say(self, "code", _("Code"), _OF_THE_APP)


class TurnOnAppForm(totp.ActivateTOTPForm):
    """The first code of an authenticator app."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _say(self, "code", _("Code"), _("The six figures that the app shows now."))
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "class": "govuk-input--width-10"}


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """A passkey and what it is called."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _say(self, "name", _("What you call it"), _("For example: my phone, or the key on my key ring."))
        self.fields["passwordless"].initial = True
        _say(self, "passwordless", _("Sign in with it instead of a password"))


class NamePasskeyForm(webauthn.EditWebAuthnForm):
    """What a passkey is called."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _say(self, "name", _("What you call it"))
