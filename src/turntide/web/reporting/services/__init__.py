"""The doors by which papers are written."""
