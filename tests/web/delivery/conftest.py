"""A round that is open, for every test of delivery."""

from delivery_fixtures import *  # noqa: F403
