"""A mail server that takes whatever is handed in, for as long as a context lasts."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from threading import Thread


class Mailbox(socketserver.ThreadingTCPServer):
    """What was handed in at this `port`, in order."""

    daemon_threads = True
    messages: list[EmailMessage]

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Session(socketserver.StreamRequestHandler):
    server: Mailbox

    def handle(self) -> None:
        self._say(b"220 tests")
        for line in self.rfile:
            command = line[:4].upper()
            if command == b"DATA":
                self._say(b"354 go on")
                text = b"".join(iter(self.rfile.readline, b".\r\n"))
                message = message_from_bytes(text, policy=default)
                assert isinstance(message, EmailMessage)
                self.server.messages.append(message)
            if command == b"QUIT":
                self._say(b"221 bye")
                return
            self._say(b"250 taken")

    def _say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    with Mailbox(("127.0.0.1", 0), _Session) as server:
        server.messages = []
        thread = Thread(target=server.serve_forever, args=[0.05])
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
