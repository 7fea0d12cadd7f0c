from xml.etree import ElementTree as ET

from events.feeds.xml import document, element, printable


def test_what_xml_cannot_say_is_replaced():
    assert printable("a\x00b\x0bc\ud800d\ufffee\tf") == "a\ufffdb\ufffdc\ufffdd\ufffde\tf"


def test_a_document_is_well_formed_whatever_it_holds():
    root = ET.Element("root")
    element(root, "child", "<&>\x08", name="\"'\x1f", left_out=None)

    read = ET.fromstring(document(root))

    assert read[0].text == "<&>\ufffd"
    assert read[0].attrib == {"name": "\"'\ufffd"}
