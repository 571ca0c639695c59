"""Plans of an invented place, and one writer for each way they are laid out."""
