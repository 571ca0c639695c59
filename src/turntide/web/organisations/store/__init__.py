"""Bodies taken out of their rows, put back into them, and found."""
