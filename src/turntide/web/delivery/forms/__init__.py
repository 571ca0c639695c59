"""Forms of delivery."""
