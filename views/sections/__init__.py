"""The parts of the feasibility page: each a module with `controls`, what can be set there, and `draw`, what follows."""
