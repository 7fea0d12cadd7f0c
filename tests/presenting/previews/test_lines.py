from events.presenting.previews.drawing import INK, SOFT
from events.presenting.previews.lines import STANCES, PictureLine, lines_of
from events.vocabulary import TRAITS

PAGE = """<body><p>Before.</p><main>
  <h1>Who <bdi>stands</bdi>
    where</h1>
  <nav>Elsewhere</nav><p class="hint">How to use it</p><form><p>Search</p></form>
  <p class="note">As far as it is known<br>today</p>
  <table><thead><tr><th>Nobody</th></tr></thead><tbody><tr><th>A force</th>
    <td class="supports"><span class="whom">France: </span><span class="sign" aria-hidden="true">
    +</span> Supports<span class="basis" aria-hidden="true">x</span><span
    class="unseen">, said</span>
    </td><td class="none">nothing on record</td></tr></tbody></table>
  <ol><li class="entry kind-summit"><div class="when"><span>6 January</span></div>
    <div class="what"><h3><a href="/x">Paris</a></h3><img src="x"><p
    hidden>Never</p></div></li></ol>
</main><p>After.</p></body>"""


def test_a_picture_says_what_its_page_says():
    assert lines_of(PAGE) == [
        PictureLine("Who stands where", 46, True, 0),
        PictureLine("As far as it is known", 24, False, 4, SOFT),
        PictureLine("today", 24, False, 4, SOFT),
        PictureLine("A force", 30, True, 22),
        PictureLine("France: + Supports", 28, False, 4, STANCES["supports"]),
        PictureLine("6 January", 24, False, 20, SOFT, TRAITS["summit"].colour),
        PictureLine("Paris", 30, True, 6, INK),
    ]


def test_what_is_no_page_says_nothing():
    assert lines_of("") == lines_of("<p>No main part</p></p></main>") == []
