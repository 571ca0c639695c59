"""Counts of tries begin anew for each test."""

from accounts_fixtures import *  # noqa: F403
