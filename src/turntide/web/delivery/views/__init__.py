"""Views of delivery."""
