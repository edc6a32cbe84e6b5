"""Which tests wait for LibreOffice: they can be left out by `-m "not office"`."""

import pytest

OPENED_BY_IT = {"books", "pages"}
"""Fixtures of what it makes of our files."""


def pytest_collection_modifyitems(items):
    for item in items:
        if OPENED_BY_IT & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.office)
