"""The text of all that: links, files, what a link showed when it was made.

Imports the rooms up to `work`.
"""
