"""What is looked up of papers."""
