"""Bringing a plan in: read it, review it, adopt it."""
