from io import BytesIO
from xml.etree import ElementTree as ET

from PIL import Image

from events.presenting.previews.lines import PictureLine
from events.presenting.previews.pictures import EDGE, HIGHEST, WIDTH, as_png, as_svg, laid_out

LINE = PictureLine("A <meeting> & more", 28, False, 4, "#1c1b19", "#8a5300")
FOOT = ["Record, taken today.", "http://site.test/en/"]


def texts(svg):
    return [text.text for text in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_below_a_picture_stands_whose_it_is():
    layout = laid_out([LINE], FOOT, "More there.")

    assert texts(as_svg(layout, "A title", "en")) == [LINE.said, *FOOT]
    assert [text.y > layout.rule for text in layout.texts] == [False, True, True]


def test_both_forms_have_the_same_size():
    layout = laid_out([LINE] * 3, FOOT, "More there.")

    image = Image.open(BytesIO(as_png(layout)))
    root = ET.fromstring(as_svg(layout, "A title", "en"))

    assert image.format == "PNG"
    assert image.size == (WIDTH, layout.height)
    assert (root.get("width"), root.get("height")) == (str(WIDTH), str(layout.height))


def test_a_picture_by_itself_has_neither_style_nor_script():
    svg = as_svg(laid_out([LINE], FOOT, ""), 'A "title" <b>', "en")

    names = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}
    assert names == {"svg", "title", "rect", "circle", "path", "text"}
    assert b"style" not in svg


def test_a_long_view_is_cut_and_says_so():
    layout = laid_out([LINE] * 500, FOOT, "More there.")

    assert layout.height <= HIGHEST
    said = [text.said for text in layout.texts]
    assert said[-3:] == ["More there.", *FOOT]


def test_a_long_line_is_wrapped():
    layout = laid_out([PictureLine("word " * 60, 28, False, 0)], [], "")

    assert len(layout.texts) > 2
    assert {text.x for text in layout.texts} == {EDGE}


def test_what_is_written_from_the_right_begins_there():
    svg = as_svg(laid_out([PictureLine("جامعة الدول", 28, False, 0)], [], ""), "", "ar")

    assert b'direction="rtl"' in svg
    assert f'x="{WIDTH - EDGE}"'.encode() in svg
