"""One file a chart: its definition, built once for each language and theme; its rows; its text for screen readers."""
