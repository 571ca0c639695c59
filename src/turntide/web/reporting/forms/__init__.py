"""What is typed of papers."""
