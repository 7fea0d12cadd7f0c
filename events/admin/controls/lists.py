"""Lists of texts in one control: one on each line, or words with commas between them."""

import re
from typing import Any, ClassVar

from django import forms

LINES = {"rows": 3, "dir": "auto", "class": "vLargeTextField"}


class TextsField(forms.CharField):
    """One on each line."""

    widget: forms.Widget = forms.Textarea(attrs=LINES)
    separator: ClassVar[str] = r"[\r\n]+"
    joint: ClassVar[str] = "\n"

    def to_python(self, value: Any) -> Any:
        parts = re.split(self.separator, str(super().to_python(value)))
        return [part.strip() for part in parts if part.strip()]

    def prepare_value(self, value: Any) -> Any:
        return self.joint.join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(data) != (initial or []))


class ListedWordsField(TextsField):
    """With commas or spaces between them."""

    widget = forms.TextInput(attrs={"class": "vTextField"})
    separator = r"[\s,;]+"
    joint = ", "
