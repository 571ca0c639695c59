"""What is looked up of what is public."""
