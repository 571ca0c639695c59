"""Forms of the mail app."""
