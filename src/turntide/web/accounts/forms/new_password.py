"""A field for a new password: asked once, can be shown, and its strength is told while it is typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.passwords import strength_problems


class PasswordBox(forms.PasswordInput):
    """A password that can be shown while it is typed."""

    template_name = "accounts/widgets/password.html"


class NewPasswordBox(forms.PasswordInput):
    """A new password, whose strength is told while it is typed where scripts run."""

    template_name = "accounts/widgets/new_password.html"

    def __init__(self) -> None:
        super().__init__(
            {
                "autocomplete": "new-password",
                "hx-post": reverse_lazy("password_strength"),
                "hx-trigger": "keyup changed delay:400ms",
                "hx-target": "next .tt-strength",
            }
        )


NEW_PASSWORD_HINT = _("10 characters or more. Four words that do not belong together make a good password.")


class NewPasswordField(forms.CharField):
    """A new password; the form says whose it is by calling ``refuse_weak`` in its ``clean``."""

    def __init__(self, **options: Any) -> None:
        wanted = {"label": _("Password"), "help_text": NEW_PASSWORD_HINT, **options}
        super().__init__(widget=NewPasswordBox(), strip=False, max_length=128, **wanted)


def refuse_weak(form: forms.Form, *, email: str, name: str) -> None:
    """Put what is wrong with the password of a form beside its field."""
    password = form.cleaned_data.get("password")
    problems = strength_problems(password, email=email, name=name) if password else []
    if problems:
        form.add_error("password", ValidationError(problems))
