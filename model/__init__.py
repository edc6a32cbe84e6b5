"""The economics and the scenario, pure: no screen, no clock, no globals.

Read in this order: `levers` (what may be changed), `scenario` (a complete set of it), `paths` and `target` (the
arithmetic on arrays), `projection` and `verdict` (what follows from a scenario), `link` (a scenario as text; with
its `query`, the `parts` that carry levers and the `headline` it showed), `pack` (a region's figures; `loader` loads
them, `tables` reads one file, `checks` holds rows and files against each other; `regions` makes others of them, planned
again from outcomes by `replan`, to which `carry` takes scenarios), `answer` (all of it, as command line
and notebook share it), `command` (the command line).
"""
