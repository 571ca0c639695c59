"""Originals as they were brought in, with their fingerprints."""
