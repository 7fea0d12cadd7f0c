import re

import pytest

from events.presenting.markdown import excerpt, render

TAG = re.compile(r"<[^>]*>")
LINK = r'<a (href="https://[^"]*" )?(title="[^"]*" )?rel="noopener nofollow">'
HARMLESS = re.compile(rf"</?(p|code|a)>|{LINK}")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("One line.", "<p>One line.</p>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ('It\'s "so"', "<p>It&#x27;s &quot;so&quot;</p>"),
        ("**Much** of _it_", "<p><strong>Much</strong> of <em>it</em></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        (
            "[a](https://e.org/?b=1&c=2)",
            '<p><a href="https://e.org/?b=1&amp;c=2" rel="noopener nofollow">a</a></p>\n',
        ),
        ("# No heading", "<p># No heading</p>\n"),
        ("No heading\n===", "<p>No heading\n===</p>\n"),
    ],
)
def test_what_a_summary_becomes(text, html):
    assert render(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="#" onclick="x()">x</a>',
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](data:text/html;base64,PHN)",
        "[x](vbscript:x)",
        "<javascript:alert(1)>",
        "![x](https://evil.example/track.png)",
        "[x]: javascript:alert(1)\n\n[x]",
        "`<script>`",
        "<!-- x --><style>p{}</style>",
        '[x](https://e.org "onmouseover=alert(1)")',
        "<svg/onload=alert(1)>",
    ],
)
def test_what_a_summary_cannot_do(text):
    tags = TAG.findall(render(text))

    assert {tag for tag in tags if not HARMLESS.fullmatch(tag)} == set()


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("", ""),
        ("Short.", "Short."),
        ("First.\n\nSecond.", "First."),
        ("**Bold** & [linked](https://e.org)", "Bold & linked"),
        ("One two three four five", "One two three …"),
        ("One, two", "One, two"),
        ("x" * 30, f"{'x' * 15} …"),
    ],
)
def test_how_a_summary_begins(text, beginning):
    assert excerpt(text, 15 if len(text) > 15 and "*" not in text else 280) == beginning
