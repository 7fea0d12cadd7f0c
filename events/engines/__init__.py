"""All that differs between SQLite and PostgreSQL. Nothing else asks which engine it runs on."""

from events.engines.backups import BackupError, is_empty, one_state
from events.engines.backups import check_file as check_backup
from events.engines.backups import restore as restore_backup
from events.engines.backups import rows_of as backed_up_rows
from events.engines.backups import save as save_backup
from events.engines.beside import another, plain, scratch
from events.engines.connections import let_go, limit_statements
from events.engines.index import (
    STRETCH_BITS,
    EngineSQL,
    LogHolder,
    ServerTime,
    SQLCondition,
    TagsField,
    bytes_cursor,
    copied,
    count_tags,
    holds_any_tag,
    holds_tags,
    is_postgresql,
    lock_log,
    lock_names,
    log_holder,
    number_of_tags,
    places_as_of,
    places_first,
    spans_day,
    tags_in,
    tags_of_rows,
)
from events.engines.patience import answer_within
from events.engines.sequences import go_on_after, last_number
from events.engines.servers import Replay, is_standby, name_primary, primary_id, replay
from events.engines.texts import count_texts, words_in_use, words_of_no_text
from events.engines.troubles import Trouble, trouble
from events.engines.words import WordsField, holds_words, lacks_words

__all__ = [
    "STRETCH_BITS",
    "BackupError",
    "EngineSQL",
    "LogHolder",
    "Replay",
    "SQLCondition",
    "ServerTime",
    "TagsField",
    "Trouble",
    "WordsField",
    "another",
    "answer_within",
    "backed_up_rows",
    "bytes_cursor",
    "check_backup",
    "copied",
    "count_tags",
    "count_texts",
    "go_on_after",
    "holds_any_tag",
    "holds_tags",
    "holds_words",
    "is_empty",
    "is_postgresql",
    "is_standby",
    "lacks_words",
    "last_number",
    "let_go",
    "limit_statements",
    "lock_log",
    "lock_names",
    "log_holder",
    "name_primary",
    "number_of_tags",
    "one_state",
    "places_as_of",
    "places_first",
    "plain",
    "primary_id",
    "replay",
    "restore_backup",
    "save_backup",
    "scratch",
    "spans_day",
    "tags_in",
    "tags_of_rows",
    "trouble",
    "words_in_use",
    "words_of_no_text",
]
