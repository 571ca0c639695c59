"""What is looked up of stories."""
