"""Messages, numbers and units, in Chinese and English; what is wrong, as a value that is said in either.

Imports nothing of the model.
"""
