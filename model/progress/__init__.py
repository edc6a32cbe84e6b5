"""What became of the plan: outcomes beside targets, regions re-based on them, further paths of the plan report.

Imports the rooms up to `economics`.
"""
