"""How editors come in: the pages on which they log in, prove who they are and see to their account.

django-allauth does the work; what is here is how often one may try, what of it this desk offers,
and its words. What is typed goes through `events.admin.entering.limits` everywhere.
"""

from events.admin.entering.adapters import DeskAccounts

__all__ = ["DeskAccounts"]
