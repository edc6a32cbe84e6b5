"""A visitor without a browser: speaks Streamlit's own protocol over a websocket, as its page does."""

import json

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.protocol import State
from websockets.typing import Origin, Subprotocol

LEVER = "lever_gdp_later"


class Visitor:
    """A tab that shows a page; `query` is what its address bar says by now."""

    def __init__(self, address: str, query: str = "", cookie: str = "") -> None:
        self.address, self.query = address.rstrip("/"), query
        self.origin = self.address
        self.cookie = cookie
        self.page = self.session = self.widget = self.fragment = ""
        self.seq = self.answered = 0
        self.socket: ClientConnection | None = None

    async def open(self) -> None:
        """Connects, again after a loss too, and has the page drawn."""
        protocols = [Subprotocol(each) for each in ("streamlit", "none", self.session) if each]
        self.socket = await connect(
            self.address.replace("http", "ws", 1) + "/_stcore/stream", origin=Origin(self.origin),
            subprotocols=protocols, additional_headers={"Cookie": self.cookie}, max_size=None, compression=None,
        )  # fmt: skip
        await self.run()

    @property
    def connected(self) -> bool:
        """Whether the connection stands."""
        return self.socket is not None and self.socket.state is State.OPEN

    async def close(self) -> None:
        """Leaves."""
        if self.socket:
            await self.socket.close()

    async def run(self, widget: WidgetState | None = None) -> None:
        """Has the page or, with what a widget says, its fragment run, and reads what is drawn."""
        assert self.socket is not None
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash = self.query, self.page
        state.context_info.url, state.context_info.locale = f"{self.address}/", "en-GB"
        if widget:
            state.fragment_id = self.fragment
            state.widget_states.widgets.append(widget)
        await self.socket.send(message.SerializeToString())
        async for payload in self.socket:
            answer = ForwardMsg.FromString(payload) if isinstance(payload, bytes) else ForwardMsg()
            kind = answer.WhichOneof("type")
            if kind == "new_session":
                self.page = answer.new_session.page_script_hash
                self.session = answer.new_session.initialize.session_id
            elif kind == "delta":
                self.draw(answer.delta)
            elif kind == "script_finished" and (not widget or self.answered == self.seq):
                return

    def draw(self, delta: Delta) -> None:
        """Takes from the page's bridge what its address bar says by now."""
        element = delta.new_element.bidi_component
        if element.id.endswith("-bridge"):
            said = json.loads(element.json or element.mixed.json)
            self.widget, self.fragment = element.id, delta.fragment_id
            self.query, self.answered = said["query"], said["answered"]

    async def move(self, value: float) -> None:
        """Moves the lever of later growth to this value [per cent]."""
        await self._say({"key": LEVER, "value": value, "gesture": self.seq})

    async def rest(self) -> None:
        """Takes the hand off the lever: the rest of the page is drawn."""
        await self._say({"key": LEVER, "rest": True})

    async def _say(self, message: dict[str, object]) -> None:
        self.seq = max(self.seq, self.answered) + 1
        said = json.dumps({"sent": {**message, "seq": self.seq, "done": False}})
        await self.run(WidgetState(id=self.widget, json_value=said))


class BareVisitor(Visitor):
    """A visitor of a page with one slider and a text that says its value."""

    text = ""

    def draw(self, delta: Delta) -> None:
        """Takes what the text says."""
        element = delta.new_element
        self.widget = element.slider.id or self.widget
        self.text = element.text.body or self.text

    async def move(self, value: float) -> None:
        """Moves the slider."""
        state = WidgetState(id=self.widget)
        state.double_array_value.data.append(value)
        await self.run(state)

    async def rest(self) -> None:
        """There is nothing more to draw."""
