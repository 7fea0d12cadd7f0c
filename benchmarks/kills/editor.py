"""An editor with a browser, who publishes from a list and renames an actor through a web server
that may be gone at any moment."""

from http.client import HTTPException
from http.cookiejar import CookieJar
from threading import Event, Thread
from time import sleep
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from tests.admin.desk import fields_of

NAME, PASSWORD = "editor-of-kills", "used by the benchmarks only"
# How many entries are published with one press of a button.
AT_A_TIME = 5
PATIENCE = 30


class Editor:
    """Publishes these entries, and gives the actor a new name after each press. `pressed`: the keys
    for which the server has answered; `names`: the names that it has confirmed."""

    def __init__(self, site: str, keys: list[int], actor: int) -> None:
        self.site, self.keys, self.actor = site, keys, actor
        self.pressed: list[int] = []
        self.names: list[str] = []
        self.ended = Event()
        self._open = build_opener(HTTPCookieProcessor(CookieJar()))
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()

    def join(self) -> None:
        self._thread.join()

    @property
    def is_done(self) -> bool:
        return not self._thread.is_alive()

    def _work(self) -> None:
        left = self.keys
        is_in = False
        while left and not self.ended.is_set():
            try:
                is_in = is_in or self._log_in()
                self._publish(left[:AT_A_TIME])
                self.pressed += left[:AT_A_TIME]
                left = left[AT_A_TIME:]
                name = f"Renamed {len(self.names) + 1}"
                self._post(f"/admin/events/actor/{self.actor}/change/", {"name_en": name})
                self.names.append(name)
            except (URLError, HTTPException, OSError, LookupError):
                sleep(0.2)

    def _log_in(self) -> bool:
        page = "/admin/login/?next=/admin/"
        account = [("username", NAME), ("password", PASSWORD)]
        self._send(page, [*self._token(page), *account])
        return True

    def _publish(self, keys: list[int]) -> None:
        action = [("action", "publish_selected"), *(("_selected_action", str(key)) for key in keys)]
        self._send("/admin/events/entry/", [*self._token("/admin/events/entry/"), *action])

    def _post(self, path: str, changes: dict[str, str]) -> None:
        """Send the form of a page with some changes. Raises `LookupError` if it is refused."""
        with self._open.open(self.site + path, timeout=PATIENCE) as page:
            form = fields_of(page.read().decode())
        answer = self._send(path, [*(form | changes).items()])
        if 'class="errornote"' in answer:
            raise LookupError(path)

    def _token(self, path: str) -> list[tuple[str, str]]:
        with self._open.open(self.site + path, timeout=PATIENCE) as page:
            found = page.read().decode().partition('name="csrfmiddlewaretoken" value="')[2]
        return [("csrfmiddlewaretoken", found.partition('"')[0])]

    def _send(self, path: str, fields: list[tuple[str, object]]) -> str:
        data = urlencode(fields, doseq=True).encode()
        with self._open.open(self.site + path, data, timeout=PATIENCE) as answer:
            found: str = answer.read().decode()
            return found
