"""Items as HTML: what each of them says, and that nothing in the record is taken for markup."""

from datetime import date

import pytest

from events import public, publishing
from events.presenting.lists.items import items
from events.presenting.lists.items_html import listed
from events.presenting.wording.links import Links
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


@pytest.fixture
def shown():
    def shown(**filters):
        page = public.page(public.Filters(**filters))
        return listed(items(page.documents, Links(date(2026, 1, 7))))

    return shown


def test_a_position_says_where_somebody_stands(shown):
    record.position("stand", date="../2026-01-06", summary_en="At length.\n\nAnd more.")

    assert (
        shown()
        == """<li class="entry kind-position imprecise">
  <div class="when"><span class="date">by 6 January 2026</span>\
 <span class="mark">day not known</span></div>
  <div class="what">
    <p class="kind">Position</p>
    <h3 dir="auto"><a href="/en/entries/stand/">Title of stand</a></h3>
    <p class="line"><span class="stance supports"><span class="sign" aria-hidden="true">+</span>\
 Supports</span> <a href="/en/actors/france/"><span class="flagged"><img class="flag"\
 src="/static/flags/fr.svg" alt="" width="18" height="12" loading="lazy"><span>France</span></span>\
</a>:\
 <a href="/en/topics/force/">Topic force</a></p>
    <p class="excerpt" dir="auto">At length.</p>
    <p class="source-line"><a href="/en/sources/report/"><bdi lang="de">Report report</bdi></a>,\
 6 January 2026 · <span class="lacks">no publisher given, no address or archived copy,\
 no quote on record</span></p>
  </div>
</li>
"""
    )


def test_a_meeting_that_should_be_over_says_that_nobody_has_told(shown):
    record.summit("paris", date="2026-01-06", status="planned")

    badge = '<span class="status mixed">Planned; outcome not on record</span>'
    assert f'<p class="kind">Meeting {badge}</p>' in shown()
    assert 'class="line"' not in shown()
    assert "excerpt" not in shown()


def test_a_source_that_contradicts_is_said(shown):
    entry = record.development("event", publish=False)
    record.cite(entry, "other", stance="contradicts")
    publishing.publish(entry)

    assert '<span class="status wrong">contradicted by a source</span>' in shown()


def test_no_text_of_the_record_is_markup(shown):
    evil = '<script>alert(1)</script> & "more"'
    record.development("event", title_en=evil, summary_en=evil, actors=["evil"])
    record.actor("evil")
    html = shown()

    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;" in html


def test_a_text_in_another_language_says_so(shown):
    record.development("event", title_en="", title_de="Nur deutsch")

    assert '<bdi lang="de">Nur deutsch</bdi></a></h3>' in shown()


def test_nothing_is_nothing(shown):
    assert shown() == ""
