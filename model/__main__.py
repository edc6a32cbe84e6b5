"""The same answers without a browser: `python -m model --help`."""

from model.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
