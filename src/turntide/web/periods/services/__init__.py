"""The doors by which periods are written."""
