"""Opening files safely: what they are, within which limits, in a process of their own."""
