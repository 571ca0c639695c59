"""Views of how a place and its plans report."""
