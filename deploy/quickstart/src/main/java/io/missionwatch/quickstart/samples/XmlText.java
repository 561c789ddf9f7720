package io.missionwatch.quickstart.samples;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document written element by element; text and attributes are escaped here and nowhere else. */
final class XmlText {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    XmlText() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        write(() -> xml.writeStartDocument("UTF-8", "1.0"));
    }

    /** Opens an element; attributes as name, value, name, value. */
    XmlText open(String name, String... attributes) {
        return write(() -> {
            xml.writeCharacters("\n");
            xml.writeStartElement(name);
            writeAttributes(attributes);
        });
    }

    XmlText close() {
        return write(xml::writeEndElement);
    }

    XmlText element(String name, String content, String... attributes) {
        open(name, attributes);
        return write(() -> {
            xml.writeCharacters(content);
            xml.writeEndElement();
        });
    }

    XmlText empty(String name, String... attributes) {
        return write(() -> {
            xml.writeCharacters("\n");
            xml.writeEmptyElement(name);
            writeAttributes(attributes);
        });
    }

    /** The whole document; elements still open are closed. */
    String finish() {
        write(xml::writeEndDocument);
        return text.append('\n').toString();
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private XmlText write(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the document cannot be written", e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }
}
