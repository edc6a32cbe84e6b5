"""Prints the JSON schema of saved files: `python -m docs.schema > docs/scenarios.schema.json`."""

import json
import sys

from model.link.saved import SavedFile


def text() -> str:
    """The schema as it stands in docs/scenarios.schema.json."""
    return json.dumps(SavedFile.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # as every file here is
    sys.stdout.write(text())
