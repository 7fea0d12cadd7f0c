from xml.etree import ElementTree as ET

import orjson

from events.feeds.oembed import Embedding, Thumbnail, as_json, as_xml, element, frame

PAGE = "http://site.test/en/embed/timeline/?a=1&b=2"
EMBEDDING = Embedding(PAGE, 'A "title" <b>', "Site", "http://site.test/en/", 300, 200)


def test_a_frame_is_escaped():
    assert frame(PAGE, 'A "title" <b>', 200) == (
        '<iframe src="http://site.test/en/embed/timeline/?a=1&amp;b=2"'
        ' title="A &quot;title&quot; &lt;b&gt;" width="100%" height="200" frameborder="0"'
        ' loading="lazy"></iframe>'
    )


def test_a_script_stands_beside_the_frame_that_it_helps():
    code = element(PAGE, "Title", "http://site.test/embed.js")

    assert code == (
        f"<record-embed>{frame(PAGE, 'Title')}</record-embed>\n"
        '<script src="http://site.test/embed.js" async></script>'
    )


def test_the_answer_has_the_fields_of_a_rich_one():
    assert orjson.loads(as_json(EMBEDDING)) == {
        "type": "rich",
        "version": "1.0",
        "title": 'A "title" <b>',
        "provider_name": "Site",
        "provider_url": "http://site.test/en/",
        "cache_age": 3600,
        "html": frame(PAGE, 'A "title" <b>', 200),
        "width": 300,
        "height": 200,
    }


def test_a_thumbnail_has_its_size():
    found = orjson.loads(
        as_json(Embedding(PAGE, "", "", "", thumbnail=Thumbnail("http://site.test/c.png", 12, 6)))
    )

    assert {name: found[name] for name in found if name.startswith("thumbnail")} == {
        "thumbnail_url": "http://site.test/c.png",
        "thumbnail_width": 12,
        "thumbnail_height": 6,
    }


def test_xml_says_the_same_as_json():
    root = ET.fromstring(as_xml(EMBEDDING))

    assert root.tag == "oembed"
    assert {child.tag: child.text for child in root} == {
        name: str(value) for name, value in orjson.loads(as_json(EMBEDDING)).items()
    }
