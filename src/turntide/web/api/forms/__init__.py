"""What is typed of tokens and webhooks."""
