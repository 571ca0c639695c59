"""Letters: what is to be sent, what was, and the ways by which it goes out."""
