import html
import re

import nh3
import pytest

from events.presenting.wording.markdown import PARSER, TAGS, excerpt, render

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


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("6. Januar: Treffen", '<ol start="6">\n<li>Januar: Treffen</li>\n</ol>\n'),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>\n"),
        ("a  \nb", "<p>a<br>\nb</p>\n"),
        ("    code <b>", "<pre><code>code &lt;b&gt;\n</code></pre>\n"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n"),
        ("  One.  \n \n\n Two. ", "<p>One.</p>\n<p>Two.</p>\n"),
        ("One\nline", "<p>One\nline</p>"),
        ("AT&amp;T & co", "<p>AT&amp;T &amp; co</p>\n"),
        ("Київ 🇺🇦 שלום", "<p>Київ 🇺🇦 שלום</p>"),
        ("**שלום**", "<p><strong>שלום</strong></p>\n"),
        ("2 < 3 > 1", "<p>2 &lt; 3 &gt; 1</p>\n"),
        (
            "![x](https://e.org/a.png)",
            '<p>!<a href="https://e.org/a.png" rel="noopener nofollow">x</a></p>\n',
        ),
        (
            "<mailto:a@e.org>",
            '<p><a href="mailto:a@e.org" rel="noopener nofollow">mailto:a@e.org</a></p>\n',
        ),
    ],
)
def test_more_of_what_a_summary_becomes(text, html):
    assert render(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "One line.",
        'Two\nlines, it\'s "so".',
        "One.\n\nTwo – “quoted”: (so); 50 % of €1,000!",
        "Київ 🇺🇦 שלום",
        "2026 was a year. 6 January too.",
        "a-b + c = d",
        "https://e.org/a?b=1",
    ],
)
def test_a_text_without_marks_looks_as_if_it_had_been_parsed(text):
    parsed = nh3.clean(PARSER.render(text), tags=TAGS).strip()

    assert html.unescape(render(text)) == html.unescape(parsed)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](ftp://e.org)", '<p><a rel="noopener nofollow">x</a></p>\n'),
        (
            '[x](https://e.org/"onclick="x)',
            '<p><a href="https://e.org/%22onclick=%22x" rel="noopener nofollow">x</a></p>\n',
        ),
        ("&lt;script&gt;", "<p>&lt;script&gt;</p>\n"),
        ("`</code><script>`", "<p><code>&lt;/code&gt;&lt;script&gt;</code></p>\n"),
        ("```html onload=x\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>\n"),
    ],
)
def test_what_becomes_of_an_attack(text, html):
    assert render(text) == html


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("6. Januar 2026: Treffen", "6. Januar 2026: Treffen"),
        ("1. first\n2. second", "1. first 2. second"),
        ("- a\n- b", "a b"),
        ("Among them:\n- a\n- b", "Among them:"),
        ("> said\n\nmore", "said"),
        ("a  \nb", "a b"),
        ("One\nline", "One line"),
        ("\n\n  One.\n \t\nTwo.", "One."),
        ("2 < 3 & 4 > 3", "2 < 3 & 4 > 3"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("&lt;script&gt;", "<script>"),
        ("`code`", "code"),
        ("![x](https://e.org/a.png)", "!x"),
        ("Київ 🇺🇦 **שלום**", "Київ 🇺🇦 שלום"),
    ],
)
def test_how_a_summary_with_marks_begins(text, beginning):
    assert excerpt(text) == beginning


@pytest.mark.parametrize(
    ("text", "longest", "beginning"),
    [
        ("x" * 280, 280, "x" * 280),
        ("One two three", 13, "One two three"),
        ("One two, three", 12, "One two …"),
        ("One two. Three", 12, "One two …"),
        ("One – three four", 8, "One …"),
        ("**One** two three", 9, "One two …"),
        ("🇺🇦 " * 6, 10, "🇺🇦 🇺🇦 🇺🇦 …"),
    ],
)
def test_where_a_beginning_is_cut(text, longest, beginning):
    assert excerpt(text, longest) == beginning
