"""Writes of the mail app: letters queued, sent, worded, returned."""
