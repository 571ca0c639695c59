"""The layouts plans come in: tables, labelled lines (forms, cards, lists), a workshop's record."""
