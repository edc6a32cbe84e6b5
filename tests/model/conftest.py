"""The language in which the tests are spoken to, and how many examples the properties of the model try: enough to find
a wrong formula, few enough to be run often."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from model.region.loader import DATA

settings.register_profile("model", deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("model")

os.environ["LC_ALL"] = "C.UTF-8"  # whatever the language of the one who runs them


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data, to be spoilt."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))
