"""The economics of a county's plan, pure: no screen, no clock, no globals.

Rooms from the ground up, each importing only those before it (`tests/test_rooms.py`): `language` (messages, numbers,
units), `region` (figures with their sources, the pack and its loader), `scenario` (levers, a scenario that holds its
region, differences), `economics` (growth, paths, verdict, solutions, uncertainty), `progress` (outcomes, re-basing,
rows of the plan report as indicators), `work` (what a visitor has open), `link` (the text of it), `answer` (all that
follows from a link, for notebooks and the command line), `cli` (`python -m model`).
"""
