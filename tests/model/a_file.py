"""Changes a file of the data."""

from pathlib import Path


def replace(file: Path, *changes: tuple[str, str]) -> None:
    """Puts other text in place of what must stand there once."""
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
