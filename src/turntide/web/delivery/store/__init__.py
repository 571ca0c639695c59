"""What is looked up of delivery."""
