"""The addresses of the API that need a token, below `/api/v1/`."""

from django.urls import path

from events.writing.tokens import TokenDetail, TokenList, TokenRotation

urlpatterns = [
    path("tokens/", TokenList.as_view()),
    path("tokens/<int:id>/", TokenDetail.as_view()),
    path("tokens/<int:id>/rotate/", TokenRotation.as_view()),
]
