"""Views of the officer's board."""
