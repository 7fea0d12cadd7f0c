"""What the log has, and who may read the numbers."""

from tracker import environment
from tracker.settings.mailing import ERROR_REPORTS_TO
from tracker.watching import logs

LOG_LEVEL = environment.choice(
    "LOG_LEVEL", default="INFO", among=("DEBUG", "INFO", "WARNING", "ERROR")
)
LOG_FORMAT = environment.choice("LOG_FORMAT", default="text", among=("text", "json"))
# Who may read `/metrics`: whoever sends it as “Authorization: Bearer …”. Empty: nobody.
METRICS_TOKEN = environment.text("METRICS_TOKEN")
# Whether each request has a line; whoever collects lines as JSON wants them.
ACCESS_LOG = environment.switch("ACCESS_LOG", default=LOG_FORMAT == "json")
LOGGING = logs.where_lines_go(LOG_LEVEL, LOG_FORMAT, reports=bool(ERROR_REPORTS_TO))
