from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from events.views.taking import loaded, oembed, released, shown, sitemap
from tracker import health
from tracker.cookies import DESK
from tracker.reporting import security_txt
from tracker.watching.metrics import metrics

desk = DESK.removeprefix("/")
urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("metrics", metrics),
    path(".well-known/security.txt", security_txt),
    path("api/v1/", include("events.api.urls")),
    path("oembed", oembed.oembed, name="oembed"),
    path("embed.js", loaded.script, name="embed-script"),
    path("accents/<str:colour>.css", loaded.accent, name="accent"),
    path("pictures/<slug:digest>.webp", shown.picture, name="picture-file"),
    path("releases/<str:name>/<path:path>", released.file, name="release-file"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<str:name>.xml", sitemap.part, name="sitemap-part"),
]

if settings.ROLE == "all":
    # Before the others, which answer below the same address to reading only.
    urlpatterns.insert(0, path("api/v1/", include("events.writing.addresses")))
    urlpatterns += [
        # The language of the desk; readers have that of the address.
        path(f"{desk}i18n/", include("django.conf.urls.i18n")),
        # A reader does not even load what belongs to the desk.
        path(desk, include("events.admin.entering.addresses")),
        path(desk, include("events.previewing.addresses")),
        path(desk, admin.site.urls),
    ]

# Last, all below the prefix of a language; `/` itself leads to the browser's language.
urlpatterns += i18n_patterns(path("", include("events.views.urls")))

handler400 = "events.views.frame.errors.bad_request"
handler404 = "events.views.frame.errors.not_found"
handler500 = "events.views.frame.errors.server_error"
