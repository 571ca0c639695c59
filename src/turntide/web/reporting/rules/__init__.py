"""What a paper is. Pure."""
