"""The plan store: plans, editions, headings, actions, and the history of each."""
