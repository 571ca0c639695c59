"""The doors by which tokens, webhooks and what programs write are kept."""
