"""Sheets of updates: made for a person, and read when they come back."""
