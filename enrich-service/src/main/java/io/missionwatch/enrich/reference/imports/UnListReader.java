package io.missionwatch.enrich.reference.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the entries of the UN list's XML in one pass. Files that declare a DTD or entities are refused unread. */
final class UnListReader {

    private static final int LONGEST_TEXT = 1_000;
    private static final Set<String> ALIASES = Set.of("INDIVIDUAL_ALIAS", "ENTITY_ALIAS");
    private static final Set<String> COUNTRIES = Set.of("NATIONALITY", "INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS");

    /** A listed person or body. */
    record Entry(
            boolean individual, int line, String reference, String name, List<Alias> aliases, List<String> countries) {
        Entry {
            aliases = List.copyOf(aliases);
            countries = List.copyOf(countries);
        }
    }

    /** A further name, and how good the list says it is. */
    record Alias(String quality, String name) {}

    private final XMLStreamReader xml;

    private UnListReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static List<Entry> read(String source, InputStream stream) throws IOException {
        try {
            return new UnListReader(factory().createXMLStreamReader(stream)).entries(source);
        } catch (XMLStreamException wrong) {
            var location = wrong.getLocation();
            throw new IOException(
                    source + ":" + (location == null ? 1 : location.getLineNumber())
                            + ": not a list in XML, or one with a DTD",
                    wrong);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private List<Entry> entries(String source) throws XMLStreamException, IOException {
        var entries = new ArrayList<Entry>();
        boolean isList = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a DTD or an entity", xml.getLocation());
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                isList |= xml.getLocalName().equals("CONSOLIDATED_LIST");
                if (isList
                        && (xml.getLocalName().equals("INDIVIDUAL")
                                || xml.getLocalName().equals("ENTITY"))) {
                    entries.add(entry(xml.getLocalName()));
                }
            }
        }
        if (!isList) {
            throw new IOException(source + ":1: no CONSOLIDATED_LIST in it");
        }
        return entries;
    }

    private Entry entry(String element) throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        var reference = "";
        var names = new String[] {"", "", "", ""};
        var aliases = new ArrayList<Alias>();
        var countries = new ArrayList<String>();
        while (!ends(element)) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var child = xml.getLocalName();
            if (ALIASES.contains(child)) {
                aliases.add(alias(child));
            } else if (COUNTRIES.contains(child)) {
                countries.addAll(countries(child));
            } else {
                switch (child) {
                    case "REFERENCE_NUMBER" -> reference = text();
                    case "FIRST_NAME" -> names[0] = text();
                    case "SECOND_NAME" -> names[1] = text();
                    case "THIRD_NAME" -> names[2] = text();
                    case "FOURTH_NAME" -> names[3] = text();
                    case "NAME_ORIGINAL_SCRIPT" -> aliases.add(new Alias("good", text()));
                    default -> {}
                }
            }
        }
        var name = Stream.of(names).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return new Entry(element.equals("INDIVIDUAL"), line, reference, name, aliases, countries);
    }

    private Alias alias(String element) throws XMLStreamException {
        var quality = "";
        var name = "";
        while (!ends(element)) {
            if (starts("QUALITY")) {
                quality = text();
            } else if (starts("ALIAS_NAME")) {
                name = text();
            }
        }
        return new Alias(quality, name);
    }

    private List<String> countries(String element) throws XMLStreamException {
        var countries = new ArrayList<String>();
        while (!ends(element)) {
            if (starts("VALUE") || starts("COUNTRY")) {
                countries.add(text());
            }
        }
        return countries;
    }

    private boolean starts(String element) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(element);
    }

    /** Goes on by one event; whether that ends the element. */
    private boolean ends(String element) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("an entity", xml.getLocation());
        }
        return event == XMLStreamConstants.END_DOCUMENT
                || (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals(element));
    }

    private String text() throws XMLStreamException {
        var text = xml.getElementText().strip();
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
