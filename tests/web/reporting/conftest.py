"""A paper at work, for every test of reporting."""

from delivery_fixtures import *  # noqa: F403
from report_fixtures import *  # noqa: F403
