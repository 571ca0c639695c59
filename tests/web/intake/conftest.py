"""Files on their way in."""

from intake_fixtures import *  # noqa: F403
