"""The doors by which something is published."""
