"""The economics and the scenario, pure: no screen, no clock, no globals.

Read in this order: `levers` (what may be changed), `scenario` (a complete set of it), `paths` and `target` (the
arithmetic on arrays), `projection` and `verdict` (what follows from a scenario), `link` (a scenario as text),
`pack` (a region's figures).
"""
