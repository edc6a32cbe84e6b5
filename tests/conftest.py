"""What every test's process does before the first test."""

import gc


def pytest_collection_finish():
    """What was loaded stays and need not be looked through for garbage; what follows, more seldom than usual."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)
