"""Who answers, and whether actions are theirs."""
