"""What is known of a region: indicators, figures and sources, the plan report, the pack of all that, its loader and
checks; a county that somebody types in.

Imports `language`.
"""
