"""Kinds of letters that only these tests know."""

from mail_fixtures import *  # noqa: F403
