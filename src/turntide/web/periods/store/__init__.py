"""Reading a place's plans and what became of them into a record, as they stand or stood at a moment."""
