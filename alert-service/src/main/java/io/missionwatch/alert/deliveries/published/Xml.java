package io.missionwatch.alert.deliveries.published;

import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML documents: every text is escaped, and characters that XML 1.0 cannot carry become blanks. */
final class Xml {

    private final XMLStreamWriter out;

    private interface Step {
        void run() throws XMLStreamException;
    }

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    static String document(String root, String namespace, Consumer<Xml> content) {
        var text = new StringWriter();
        try {
            var xml = new Xml(XMLOutputFactory.newFactory().createXMLStreamWriter(text));
            xml.out.writeStartDocument("UTF-8", "1.0");
            xml.out.writeStartElement(root);
            if (!namespace.isEmpty()) {
                xml.out.writeDefaultNamespace(namespace);
            }
            content.accept(xml);
            xml.out.writeEndElement();
            xml.out.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing to memory cannot fail", impossible);
        }
    }

    /** An element with a text. */
    Xml text(String name, String text) {
        return element(name, element -> element.characters(text));
    }

    /** An element with what is written into it. */
    Xml element(String name, Consumer<Xml> content) {
        run(() -> out.writeStartElement(name));
        content.accept(this);
        run(out::writeEndElement);
        return this;
    }

    /** An attribute of the element that was just begun. */
    Xml attribute(String name, String value) {
        run(() -> out.writeAttribute(name, legal(value)));
        return this;
    }

    Xml characters(String text) {
        run(() -> out.writeCharacters(legal(text)));
        return this;
    }

    private static String legal(String text) {
        var legal = new StringBuilder();
        text.codePoints().forEach(point -> legal.appendCodePoint(isLegal(point) ? point : ' '));
        return legal.toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0x7e)
                || (point >= 0xa0 && point <= 0xd7ff)
                || (point >= 0xe000 && point <= 0xfffd)
                || point >= 0x1_0000;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing to memory cannot fail", impossible);
        }
    }
}
