"""People, places and who may do what in which place."""
