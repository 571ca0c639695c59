"""The cast, for every test of the site."""

from cast_fixtures import *  # noqa: F403
