"""Names of the former buttons, for the pages that are still to be rewritten."""

BAND, CELL, CLOSE, SECTION, SOLVE, TRY = "band", "cell", "close", "section", "solve", "try"
KEEP, OPEN, PAGE, RENAME, RESET, REVERT = "keep", "open", "page", "rename", "reset", "revert"
ADD, REMOVE = "add", "remove"
DROP, MOVE, PUT, REFER = "drop", "move", "put", "refer"
FORGET, FREE, REPLAN, REST, VINTAGE = "forget", "free", "replan", "rest", "vintage"
TO_GDP, TO_SECTORS = "gdp", "sectors"
