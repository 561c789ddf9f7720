package io.missionwatch.ingest.feeds;

import io.missionwatch.ingest.markup.TagLimit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** The HTML inside feeds: cleaned of everything that acts, or read as plain paragraphs. */
final class HtmlText {

    private static final Pattern LOOKS_LIKE_HTML = Pattern.compile(
            "</[a-z][a-z0-9]*>|&(#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});"
                    + "|<(a|b|blockquote|br|div|em|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|script|span|strong|style|table|ul|video)"
                    + "(\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG_OR_REFERENCE = Pattern.compile(
            "</?[a-z][^<>]*>|&(#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", Pattern.CASE_INSENSITIVE);
    // Left open, these would swallow the text after them.
    private static final Pattern EMBEDDED = Pattern.compile(
            "</?(iframe|object|embed|applet|frame|frameset|noembed|noframes)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Set<String> WITHOUT_TEXT = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "iframe",
            "object",
            "svg",
            "math",
            "head",
            "select",
            "textarea",
            "button",
            "video",
            "audio");
    private static final int DEPTH = 150;
    private static final int MOST_TAGS = 50_000;

    private HtmlText() {}

    /** Whether text that may be either is HTML: it has a closing tag, a common opening one or a character reference. */
    static boolean looksLikeHtml(String text) {
        return LOOKS_LIKE_HTML.matcher(text).find();
    }

    /** Whether text where HTML is usual has anything that HTML would read differently. */
    static boolean mayBeHtml(String text) {
        return TAG_OR_REFERENCE.matcher(text).find();
    }

    /** The same HTML without scripts, handlers and odd links, and with its links made absolute. */
    static String clean(String html, String base) {
        if (html.indexOf('<') < 0) {
            return html;
        }
        var body = parse(html).body();
        SafeHtml.clean(body, base);
        return body.html().strip();
    }

    /** What people read, paragraphs separated by a newline. */
    static String paragraphs(String html) {
        var out = new Paragraphs();
        parse(html).body().filter(out);
        return out.text();
    }

    private static Document parse(String html) {
        var parser = Parser.htmlParser();
        parser.setMaxDepth(DEPTH);
        var document =
                Jsoup.parse(EMBEDDED.matcher(TagLimit.cut(html, MOST_TAGS)).replaceAll(""), "", parser);
        document.outputSettings()
                .prettyPrint(false)
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset("UTF-8");
        return document;
    }

    private static final class Paragraphs implements NodeFilter {

        private final StringBuilder text = new StringBuilder();
        private boolean breakDue;
        private boolean spaceDue;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.getWholeText());
            } else if (node instanceof Element element) {
                if (WITHOUT_TEXT.contains(element.normalName().toLowerCase(Locale.ROOT))) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                breakDue |= endsLine(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                breakDue |= endsLine(element);
                spaceDue |= element.normalName().equals("td")
                        || element.normalName().equals("th");
            }
            return FilterResult.CONTINUE;
        }

        private static boolean endsLine(Element element) {
            var name = element.normalName();
            return name.equals("br") || (element.isBlock() && !name.equals("td") && !name.equals("th"));
        }

        private void append(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (Character.isWhitespace(c) || c == '\u00A0') {
                    spaceDue = true;
                } else {
                    separate();
                    text.append(c);
                }
            }
        }

        private void separate() {
            if (!text.isEmpty()) {
                if (breakDue) {
                    text.append('\n');
                } else if (spaceDue) {
                    text.append(' ');
                }
            }
            breakDue = false;
            spaceDue = false;
        }

        String text() {
            return text.toString();
        }
    }
}
