"""What a period is taken from."""
