"""Between the rows of the plan store and the immutable plan of the library."""
