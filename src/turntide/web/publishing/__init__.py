"""The public page, what follows it, and open data."""
