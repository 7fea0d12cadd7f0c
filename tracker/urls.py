from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from events.views.taking import oembed, sitemap
from tracker import health

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    path("api/v1/", include("events.api.urls")),
    path("oembed", oembed.oembed, name="oembed"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<str:name>.xml", sitemap.part, name="sitemap-part"),
]

# Last, all below the prefix of a language; `/` itself leads to the browser's language.
urlpatterns += i18n_patterns(path("", include("events.views.urls")))

handler404 = "events.views.frame.errors.not_found"
handler500 = "events.views.frame.errors.server_error"
