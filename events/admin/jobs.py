"""What goes on in the background, how far it has come, and what has gone wrong with it."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events import desk
from events.admin.history import who
from events.admin.states import moment
from events.models import Job
from events.vocabulary import JobState


@admin.register(Job)
class JobAdmin(admin.ModelAdmin):
    """A list to look at, for those who may publish."""

    list_display = ["what", "about", "state", "progress", "asked", "asked_for_by", "finished"]
    list_display_links = None
    list_filter = ["state", "what"]
    list_per_page = 50
    list_select_related = ["asked_by"]
    show_full_result_count = False
    actions = ["try_again"]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return desk.may_see_jobs(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return desk.may_see_jobs(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if request.method == "GET" and desk.waits_without_worker():
            self.message_user(request, str(desk.NO_WORKER), messages.WARNING)
        return super().changelist_view(
            request, {"title": _("Background work")} | (extra_context or {})
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        return super().get_queryset(request).order_by("-asked_at")

    @admin.display(description=gettext_lazy("about"))
    def about(self, job: Job) -> str | SafeString:
        if not job.kind:
            return "–"
        address = reverse(f"admin:events_{job.kind}_change", args=[job.key])
        return format_html('<a href="{}">{}</a>', address, job.slug)

    @admin.display(description=gettext_lazy("progress"))
    def progress(self, job: Job) -> str | SafeString:
        values = {"done": job.done, "total": job.total}
        said = _("%(done)d of %(total)d") % values
        if job.error and job.state != JobState.DONE:
            return format_html("{}<br>{}", said, job.error)
        return said

    @admin.display(description=gettext_lazy("asked for"), ordering="asked_at")
    def asked(self, job: Job) -> str:
        return moment(job.asked_at)

    @admin.display(description=gettext_lazy("by"))
    def asked_for_by(self, job: Job) -> str:
        return who(job.asked_by)

    @admin.display(description=gettext_lazy("finished"), ordering="finished_at")
    def finished(self, job: Job) -> str:
        return moment(job.finished_at) if job.finished_at else "–"

    @admin.action(description=gettext_lazy("Try again what was given up"))
    def try_again(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        number = desk.try_jobs_again(jobs, by=request.user)
        message = ngettext(
            "%(count)s job is tried again.", "%(count)s jobs are tried again.", number
        )
        self.message_user(request, message % {"count": number}, messages.SUCCESS)
