"""Tags of the reporting pages."""
