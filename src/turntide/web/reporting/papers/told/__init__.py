"""What the parts of papers say: a module a part, each a function of what lies on the desk."""
