"""One module or folder a page; each reads from top to bottom like the screen. `frame` stands around every page."""
