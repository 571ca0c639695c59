"""A paper at work, for every test of reporting."""

from report_fixtures import *  # noqa: F403
