"""What may be done with people, places, roles and invitations. Every write is one act with one audit row."""
