"""What delivery shows on an action's page."""
