"""What is said about an action."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from turntide.web.plans.models import Comment


class CommentForm(forms.Form):
    """A comment; editors may make it a draft note, which editors alone see."""

    says_optional = False
    text = forms.CharField(
        label=_("Your comment"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write your comment.")},
    )
    draft = forms.BooleanField(label=_("A draft note, for editors only"), required=False)

    def __init__(self, data: Any = None, *, editor: bool) -> None:
        super().__init__(data, prefix="comment")
        if not editor:
            del self.fields["draft"]

    @property
    def kind(self) -> str:
        """Whom it is for."""
        return Comment.Kind.DRAFT if self.cleaned_data.get("draft") else Comment.Kind.COMMENT
