"""What a visitor has open: the scenario, those saved, the reference, the view; and its history.

Imports the rooms up to `progress`.
"""
