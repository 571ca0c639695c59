"""What is kept of programs."""

from turntide.web.api.models.token import Answered, Scope, Spent, Token, Tokens
from turntide.web.api.models.webhook import Sending, Sendings, Webhook, Webhooks

__all__ = [
    "Answered",
    "Scope",
    "Sending",
    "Sendings",
    "Spent",
    "Token",
    "Tokens",
    "Webhook",
    "Webhooks",
]
