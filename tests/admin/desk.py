"""An editor at the desk: opens pages, fills in what they show, presses a button."""

from html.parser import HTMLParser
from typing import Any

from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse


class Desk:
    def __init__(self, client: Client) -> None:
        self.client = client
        self.messages: list[str] = []

    def url(self, model: str, page: str, *args: Any) -> str:
        return reverse(f"admin:events_{model}_{page}", args=args)

    def open(self, model: str, page: str = "changelist", *args: Any, **query: Any) -> Any:
        return self.client.get(self.url(model, page, *args), query)

    def form(self, model: str, pk: int | None = None) -> dict[str, Any]:
        """What a browser would send back if nothing was changed on the page, with all rows open."""
        response = self.open(model, "change", pk, open="all") if pk else self.open(model, "add")
        assert response.status_code == 200, response.status_code
        return fields_of(response.content.decode())

    def send(
        self, model: str, pk: int | None, data: dict[str, Any], button: str = "_continue"
    ) -> Any:
        address = self.url(model, "change", pk) if pk else self.url(model, "add")
        return self.post(address, data | {button: "1"})

    def save(
        self, model: str, pk: int | None = None, button: str = "_continue", **changes: Any
    ) -> Any:
        """Open the page, change these fields, press the button."""
        return self.send(model, pk, self.form(model, pk) | changes, button)

    def act(self, model: str, action: str, *entries: Any, **data: Any) -> Any:
        """Tick entries in a list and run an action."""
        selected = {"action": action, "_selected_action": [entry.pk for entry in entries]}
        return self.post(self.url(model, "changelist"), selected | data)

    def post(self, address: str, data: dict[str, Any]) -> Any:
        response = self.client.post(address, data)
        self.messages = [str(message) for message in get_messages(response.wsgi_request)]
        return response


def row(form: dict[str, Any], prefix: str, **values: Any) -> dict[str, Any]:
    """The form with one more row of a kind of part, as "add another" would make it."""
    index = int(form[f"{prefix}-TOTAL_FORMS"])
    empty = {
        name.replace("__prefix__", str(index)): value
        for name, value in form.items()
        if name.startswith(f"{prefix}-__prefix__-")
    }
    added = {f"{prefix}-{index}-{name}": value for name, value in values.items()}
    return {**form, **empty, **added, f"{prefix}-TOTAL_FORMS": str(index + 1)}


def errors(response: Any) -> dict[str, list[str]]:
    """What a refused form says, by field; fields of parts as `prefix-index-field`."""
    assert response.status_code == 200, response.status_code
    found = dict(response.context["adminform"].form.errors)
    for inline in response.context["inline_admin_formsets"]:
        prefix = inline.formset.prefix
        if inline.formset.non_form_errors():
            found[prefix] = inline.formset.non_form_errors()
        for index, form_errors in enumerate(inline.formset.errors):
            found |= {f"{prefix}-{index}-{name}": said for name, said in form_errors.items()}
    return {name: [str(text) for text in texts] for name, texts in found.items()}


def fields_of(html: str) -> dict[str, Any]:
    parser = _Fields()
    parser.feed(html)
    return parser.fields


class _Fields(HTMLParser):
    """Collects the fields of the form whose id ends in `_form`, with the values a browser sends."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Any] = {}
        self.inside = False
        self.select: str | None = None
        self.multiple = False
        self.area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "form":
            self.inside = (values.get("id") or "").endswith("_form")
        name = values.get("name")
        if not self.inside:
            return
        if tag == "input" and name:
            self._input(name, values)
        elif tag == "textarea" and name:
            self.area, self.fields[name] = name, ""
        elif tag == "select" and name:
            self.select, self.multiple = name, "multiple" in values
            self.fields[name] = [] if self.multiple else ""
        elif tag == "option" and self.select:
            self._option(values)

    def _input(self, name: str, values: dict[str, str | None]) -> None:
        kind = values.get("type")
        if kind == "checkbox":
            if "checked" in values:
                self.fields.setdefault(name, []).append(values.get("value") or "on")
        elif kind != "submit":
            self.fields[name] = values.get("value") or ""

    def _option(self, values: dict[str, str | None]) -> None:
        assert self.select
        if "selected" in values:
            if self.multiple:
                self.fields[self.select].append(values.get("value"))
            else:
                self.fields[self.select] = values.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.fields[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.area:
            # The line break after the opening tag belongs to the page; browsers send CR LF.
            text = self.fields[self.area].removeprefix("\r\n").removeprefix("\n")
            self.fields[self.area] = text.replace("\r\n", "\n").replace("\n", "\r\n")
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "form":
            self.inside = False
