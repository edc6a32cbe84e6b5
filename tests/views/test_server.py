"""What stands before the page."""

import asyncio
import time

from views.server import BURST, PER_SECOND, paced


def test_messages_beyond_the_limit_come_later_and_none_is_lost():
    sent = iter(range(BURST + PER_SECOND))

    async def receive():
        return {"number": next(sent)}

    async def read():
        next_message, began = paced(receive), time.monotonic()
        first = [(await next_message())["number"] for _ in range(BURST)]
        burst = time.monotonic() - began
        rest = [(await next_message())["number"] for _ in range(PER_SECOND)]
        return first + rest, burst, time.monotonic() - began

    read_, burst, whole = asyncio.run(read())
    assert read_ == list(range(BURST + PER_SECOND))
    assert burst < 0.8
    assert whole > 0.9  # a second's worth beyond the burst
