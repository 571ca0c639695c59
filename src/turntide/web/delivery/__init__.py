"""Who answers for what, rounds, updates, reminders: how a plan is delivered."""
