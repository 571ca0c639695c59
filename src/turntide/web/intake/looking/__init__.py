"""A document and its reading side by side: which part is shown, and what became of each cell. Pure."""
