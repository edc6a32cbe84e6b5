"""A line to a server on which answers take their time, and which can be cut."""

import asyncio
import contextlib
import threading


class Line:
    """Passes bytes on between a port of its own and the server's, whose answers come `delay` seconds late."""

    def __init__(self, server: int) -> None:
        self.server, self.port, self.delay, self.cut = server, 0, 0.0, False
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        threading.Thread(target=self._run, args=(started,), daemon=True).start()
        started.wait()

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}/"

    def break_off(self) -> None:
        """Ends every connection, and takes no other until `mend`."""
        self.cut = True
        self._loop.call_soon_threadsafe(lambda: [writer.close() for writer in self._writers])

    def mend(self) -> None:
        self.cut = False

    def _run(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        listener = self._loop.run_until_complete(asyncio.start_server(self._connect, "127.0.0.1", 0))
        self.port = listener.sockets[0].getsockname()[1]
        started.set()
        self._loop.run_forever()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.cut:
            return writer.close()
        theirs, to_server = await asyncio.open_connection("localhost", self.server)
        self._writers |= {writer, to_server}
        with contextlib.suppress(ConnectionError):
            await asyncio.gather(self._pass(reader, to_server, late=False), self._pass(theirs, writer, late=True))

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, late: bool) -> None:
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def deliver() -> None:
            with contextlib.suppress(ConnectionError):
                while True:
                    due, data = await waiting.get()
                    await asyncio.sleep(max(0.0, due - self._loop.time()))
                    writer.write(data)

        delivery = asyncio.create_task(deliver())
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(65536):
                waiting.put_nowait((self._loop.time() + (self.delay if late else 0.0), data))
        delivery.cancel()
        writer.close()
