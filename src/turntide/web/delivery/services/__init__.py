"""Writes of delivery."""
