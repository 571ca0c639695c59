"""Views of whoever answers by a link."""
