import pytest
from django.conf import settings


def test_pages_of_others_may_load_the_script(client, db):
    response = client.get("/embed.js")

    assert response.text == (settings.BASE_DIR / "static/site/embed.js").read_text("utf-8")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "max-age=3600" in response["Cache-Control"]
    assert not response.cookies


def test_an_accent_is_a_style_sheet(client, db):
    response = client.get("/accents/0b4a86.css")

    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "--link: #0b4a86;" in response.text


@pytest.mark.parametrize("colour", ["blue", "0B4A86", "fff", "888888", "}*{color:red"])
def test_what_is_no_accent_is_not_there(client, db, colour):
    assert client.get(f"/accents/{colour}.css").status_code == 404
