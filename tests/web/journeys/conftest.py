"""What every journey begins with."""

from journeys_fixtures import *  # noqa: F403
