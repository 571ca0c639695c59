"""Views of the mail app."""
