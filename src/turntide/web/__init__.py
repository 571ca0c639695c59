"""The site: bring a plan in, check its reading, own it."""
