"""A page's path comes in; what a headless Chromium saw goes out: console messages, requests, pictures."""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
        if (found := shutil.which(name))
    ),
    None,
)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--hide-scrollbars", "--disable-background-networking", "--remote-debugging-pipe",
)  # fmt: skip


class Browser:
    """Chromium's own protocol over a pipe: messages are JSON, a NUL byte between them."""

    def __init__(self, send: int, receive: int) -> None:
        self._send, self._receive = send, receive
        self._next = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One command; what happens before its answer is kept in `events`."""
        self._next += 1
        message: dict[str, Any] = {"id": self._next, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._send, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._next:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return dict(answer["result"])
            self.events.append(answer)

    def _read(self) -> dict[str, Any]:
        found = bytearray()
        while not found.endswith(b"\0"):
            found += os.read(self._receive, 1) or self._closed()
        return dict(json.loads(found[:-1]))

    def _closed(self) -> bytes:
        raise RuntimeError("the browser went away")

    def attach(self) -> None:
        """A blank page whose console and network are listened to."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def show(self, path: Path, *, width: int = 1280, dark: bool = False) -> None:
        """Load a file at a width, in light or dark, and wait until it is there."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=900, deviceScaleFactor=1, mobile=width < 600,
        )  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        self.call("Page.navigate", url=path.resolve().as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def run(self, script: str) -> Any:
        """The value of a script in the page."""
        found = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        return found["result"].get("value")

    def messages(self) -> list[str]:
        """What was written to the console or the log, errors of scripts among it."""
        wanted = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
        return [json.dumps(event) for event in self.events if event.get("method") in wanted]

    def requests(self) -> list[str]:
        """The addresses that were asked for."""
        return [
            event["params"]["request"]["url"]
            for event in self.events
            if event.get("method") == "Network.requestWillBeSent"
        ]

    def picture(
        self, path: Path, *, top: int = 0, height: int | None = None, scale: float = 1
    ) -> int:
        """Save a PNG of the page, whole or a stretch of it; the page's height."""
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {
            "x": 0, "y": top, "width": size["width"], "height": height or size["height"],
            "scale": scale,
        }  # fmt: skip
        found = self.call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(found["data"]))
        return round(size["height"])


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """A headless Chromium with a profile of its own."""
    assert CHROMIUM is not None
    to_read, to_send = os.pipe()
    from_read, from_send = os.pipe()
    command = (
        f'exec "{CHROMIUM}" {" ".join(FLAGS)} --user-data-dir="{folder}" about:blank '
        f"3<&{to_read} 4>&{from_send}"
    )
    process = subprocess.Popen(
        ["bash", "-c", command], pass_fds=(to_read, from_send), stderr=subprocess.DEVNULL
    )
    os.close(to_read)
    os.close(from_send)
    try:
        found = Browser(to_send, from_read)
        found.attach()
        yield found
    finally:
        process.kill()
        process.wait()
        os.close(to_send)
        os.close(from_read)
