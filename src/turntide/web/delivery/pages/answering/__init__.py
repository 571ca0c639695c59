"""Pages of whoever answers by a link."""
