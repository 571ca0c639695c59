"""Pages of how a place and its plans report."""
