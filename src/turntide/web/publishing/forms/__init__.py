"""What is typed of what is public."""
