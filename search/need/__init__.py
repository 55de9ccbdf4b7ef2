"""Understanding of a need: what a text says of age, place, languages, cost, stage and danger."""
