"""A place that publishes, for every test of publishing."""

from given_fixtures import *  # noqa: F403
