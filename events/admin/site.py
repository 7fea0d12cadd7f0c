"""The desk as a whole: what it is called. Django's own site, so that other applications find it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

admin.site.site_title = _("Editors’ desk")
admin.site.site_header = _("Record of diplomacy: editors’ desk")
admin.site.index_title = _("What would you like to work on?")
admin.site.enable_nav_sidebar = True

# Each account sees to its own, on pages that ask who it is once more.
for model in (Authenticator, EmailAddress, SocialAccount, SocialApp, SocialToken, UserSession):
    if admin.site.is_registered(model):
        admin.site.unregister(model)
