"""What may be changed: levers, a scenario with the region that it is of, and differences between two.

Imports `language` and `region`.
"""
