"""What programs may read and write: /api/v1, tokens and webhooks."""
