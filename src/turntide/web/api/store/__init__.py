"""What is looked up for programs."""
