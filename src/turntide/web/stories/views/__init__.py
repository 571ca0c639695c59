"""Views of stories."""
