"""What people fill in: the first account, invitations, their own details, and signing in."""
