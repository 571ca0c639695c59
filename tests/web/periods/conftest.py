"""A plan that is delivered, for every test of periods."""

from periods_fixtures import *  # noqa: F403
