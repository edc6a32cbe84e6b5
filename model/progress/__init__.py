"""What became of the plan: outcomes beside targets, regions re-based on them, rows of its report as indicators.

Imports the rooms up to `economics`.
"""
