"""Text as official papers have it, but what somebody typed as it was typed."""

import re

CJK = "[⺀-\uffee]"


class Own(str):
    """What a visitor typed."""


def typeset(text: str, language: str) -> str:
    """No spaces beside Chinese letters and long dashes in spans; in English no line ends between figure and sign.

    What is quoted is somebody's own, and stays.
    """
    if isinstance(text, Own):
        return text
    if language != "zh":
        return re.sub(r"(?<=\d) (?=%)|(?<=±) (?=\d)", "\u00a0", text)
    parts = re.split("(“[^”]*”)", text)
    parts[::2] = [re.sub(rf"(?<={CJK}) +| +(?={CJK})", "", re.sub(r"(?<=\d)–(?=\d)", "—", part)) for part in parts[::2]]
    return "".join(parts)
