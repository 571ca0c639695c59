"""Letters to those who follow what is published."""
