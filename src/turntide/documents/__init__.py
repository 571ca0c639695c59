"""A file as it is laid out: paragraphs and tables of cells, each with its place."""
