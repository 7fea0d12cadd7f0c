"""XML that is well formed, whatever the record holds."""

import re
from xml.etree import ElementTree as ET

# Characters that XML 1.0 cannot hold, not even escaped.
UNWRITABLE = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def element(
    parent: ET.Element, name: str, text: str | None = None, /, **attributes: str | None
) -> ET.Element:
    """A new last child of `parent`. Attributes that are None are left out."""
    given = {key: printable(value) for key, value in attributes.items() if value is not None}
    found = ET.SubElement(parent, name, given)
    if text is not None:
        found.text = printable(text)
    return found


def printable(text: str) -> str:
    return UNWRITABLE.sub("\ufffd", text)


def document(root: ET.Element) -> bytes:
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
