"""Accounts that log in elsewhere, by OpenID Connect. None is made by that: somebody is let in whose
address, as the provider has verified it, is that of one account of the desk."""

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib.auth.models import User
from django.http import HttpRequest


class AccountsElsewhere(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Whoever comes for the first time is found by the address, and by no address that several
        have."""
        if sociallogin.is_existing or request.user.is_authenticated:
            return
        verified = [one.email for one in sociallogin.email_addresses if one.verified]
        if len(verified) != 1:
            return
        found = User.objects.filter(email__iexact=verified[0], is_active=True, is_staff=True)
        if found.count() == 1:
            sociallogin.connect(request, found.get())
