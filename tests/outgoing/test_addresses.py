"""Where an address leads, and where the site does not go."""

import socket

import pytest

from events.outgoing import NotPublic, is_public, target_of

PRIVATE = [
    *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.2.1", "198.18.0.1"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1"),
    *("::ffff:169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b::7f00:1"),
    *("64:ff9b:1::808:808", "::127.0.0.1", "2002:7f00:1::", "2001:0:7f00:1::"),
    "no address",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_in_whatever_form(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_what_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://[::ffff:169.254.169.254]/", "does not lead to the public internet"),
        ("http://169.254.169.254/latest/meta-data/", "does not lead to the public internet"),
        ("http://2852039166/", "does not lead to the public internet"),
        ("http://0x7f.1/", "does not lead to the public internet"),
        ("http://0/", "does not lead to the public internet"),
        ("https://localhost/", "does not lead to the public internet"),
        ("http://8.8.8.8:22/", "The port has to be one of: 80, 443."),
        ("http://8.8.8.8:99999/", "That is no address of the web."),
        ("http://[::1/", "That is no address of the web."),
        ("ftp://8.8.8.8/", "has to begin with"),
        ("file:///etc/passwd", "has to begin with"),
        ("gopher://8.8.8.8:80/", "has to begin with"),
        ("//8.8.8.8/", "has to begin with"),
        ("", "has to begin with"),
        ("http:///", "has to begin with"),
        ("http://8.8.8.8/a b", "has to begin with"),
        ("http://8.8.8.8/a\r\nX: y", "has to begin with"),
        ("http://user:secret@8.8.8.8/", "may not have a user name"),
        ("http://@8.8.8.8/", "may not have a user name"),
        ("http://nowhere.invalid/", "“nowhere.invalid” is not found."),
        (f"http://{'a' * 70}.example/", "is not found"),
    ],
)
def test_what_is_refused_and_why(url, said):
    with pytest.raises(NotPublic, match=said.replace("(", r"\(")):
        target_of(url)


def test_one_private_address_among_those_of_a_name_is_enough(monkeypatch):
    answers = [(0, 0, 0, "", ("8.8.8.8", 80)), (0, 0, 0, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **more: answers)

    with pytest.raises(NotPublic):
        target_of("http://both.example/")


def test_what_is_connected_to_is_what_was_looked_at():
    target = target_of("https://8.8.8.8/ö?q=ü#part")

    assert (target.scheme, target.host, target.port, target.address, target.path) == (
        *("https", "8.8.8.8", 443, "8.8.8.8"),
        "/%C3%B6?q=%C3%BC",
    )


def test_a_setting_may_allow_what_is_private():
    assert target_of("http://127.0.0.1:8000/", private=True).address == "127.0.0.1"
