package io.missionwatch.ingest.extract;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the strings in the scripts of a page that hold HTML, as pages do that are put together in the browser. */
final class ScriptStrings {

    private static final String ESCAPES = "nrtbf";
    private static final String ESCAPED = "\n\r\t\b\f";
    private static final int SHORTEST = 300;

    private final Document document;

    ScriptStrings(Document document) {
        this.document = document;
    }

    /** The longest string with paragraphs in it. */
    Optional<String> longestHtml() {
        return document.select("script").stream()
                .map(Element::data)
                .flatMap(ScriptStrings::strings)
                .map(ScriptStrings::unescaped)
                .filter(text -> text.contains("</p>"))
                .max(Comparator.comparingInt(String::length));
    }

    /** What stands between double quotes, as written, if it is long enough. */
    private static Stream<String> strings(String script) {
        var strings = Stream.<String>builder();
        int start = -1;
        for (int i = 0; i < script.length(); i++) {
            char c = script.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"' && start < 0) {
                start = i + 1;
            } else if (c == '"') {
                if (i - start >= SHORTEST) {
                    strings.add(script.substring(start, i));
                }
                start = -1;
            }
        }
        return strings.build();
    }

    private static String unescaped(String written) {
        var text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\' || i + 1 == written.length()) {
                text.append(c);
                continue;
            }
            char escape = written.charAt(++i);
            if (escape == 'u' && isHex(written, i + 1)) {
                text.append((char) Integer.parseInt(written.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                int known = ESCAPES.indexOf(escape);
                text.append(known < 0 ? escape : ESCAPED.charAt(known));
            }
        }
        return text.toString();
    }

    private static boolean isHex(String text, int start) {
        return start + 4 <= text.length()
                && text.substring(start, start + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
