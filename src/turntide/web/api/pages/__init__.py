"""What the pages of tokens and webhooks show."""
