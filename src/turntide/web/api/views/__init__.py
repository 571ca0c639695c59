"""The pages of tokens and webhooks."""
