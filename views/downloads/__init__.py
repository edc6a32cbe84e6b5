"""What leaves the page: a workbook, a brief, pictures, data, lines of Python. Each is made only when it is asked for.

A download is made from a `State` that stands still, in a thread without a session: nothing here asks Streamlit for
anything, nor the clock for the day.
"""
