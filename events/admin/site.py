"""The desk as a whole: what it is called. Django's own site, so that other applications find it."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.admin.entrance import LogInForm

admin.site.site_title = _("Editors’ desk")
admin.site.site_header = _("Record of diplomacy: editors’ desk")
admin.site.index_title = _("What would you like to work on?")
admin.site.enable_nav_sidebar = True
admin.site.login_form = LogInForm
