from events.dates.edtf import EDTF, parse
from events.dates.errors import DateError
__all__ = ["EDTF", "DateError", "parse"]
