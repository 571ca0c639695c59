"""Stories: what was the situation, what was done, what changed for people, in whose words, what was learnt."""
