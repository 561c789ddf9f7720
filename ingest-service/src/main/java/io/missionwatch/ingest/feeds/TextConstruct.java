package io.missionwatch.ingest.feeds;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reads the text of an element, in whichever way it is wrapped: plain, escaped, inline or in base64. */
final class TextConstruct {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private static final Pattern ESCAPED_TAGS = Pattern.compile("</[a-zA-Z][a-zA-Z0-9]*>");

    private final FeedLimits limits;

    TextConstruct(FeedLimits limits) {
        this.limits = limits;
    }

    /** A title: plain text unless it shows clear signs of HTML. */
    FeedText readTitle(Element element, String base) {
        return read(element, base, HtmlText::looksLikeHtml);
    }

    /**
     * A teaser or text: HTML as soon as it has anything like a tag.
     *
     * @param base what relative links in the text are resolved against; may be empty
     */
    FeedText read(Element element, String base) {
        return read(element, base, HtmlText::mayBeHtml);
    }

    private FeedText read(Element element, String base, Predicate<String> isHtml) {
        var type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        var text = capped(hasMarkup(element) ? inline(element, type) : escaped(element, type, isHtml));
        return text.html() ? FeedText.html(HtmlText.clean(text.value(), base)) : text;
    }

    private static boolean hasMarkup(Element element) {
        return element.childrenSize() > 0;
    }

    private static FeedText inline(Element element, String type) {
        for (var child : element.getAllElements()) {
            if (!child.equals(element) && child.tag().namespace().equals(XHTML)) {
                plainTag(child);
            }
        }
        boolean wrapped = element.childrenSize() == 1
                && isAtom10(element)
                && type.contains("html")
                && element.child(0).tag().localName().equalsIgnoreCase("div")
                && element.ownText().isBlank();
        if (!wrapped) {
            return FeedText.html(element.html());
        }
        var div = element.child(0);
        // XHTML that holds nothing but escaped tags was HTML before somebody wrapped it.
        return div.childrenSize() == 0 && ESCAPED_TAGS.matcher(div.wholeText()).find()
                ? FeedText.html(div.wholeText())
                : FeedText.html(div.html());
    }

    private static void plainTag(Element element) {
        if (!element.tag().prefix().isEmpty()) {
            element.tagName(element.tag().localName());
        }
        element.removeAttr("xmlns");
    }

    private static FeedText escaped(Element element, String type, Predicate<String> isHtml) {
        var text = element.wholeText();
        var mode = element.attr("mode").strip().toLowerCase(Locale.ROOT);
        if (mode.equals("base64") || isBinary(element, type)) {
            var decoded = fromBase64(text);
            return isHtml.test(decoded) ? FeedText.html(decoded) : FeedText.plain(decoded);
        }
        if (type.contains("html")) {
            return FeedText.html(text);
        }
        if (isAtom10(element) && (type.equals("text") || type.equals("text/plain"))) {
            return FeedText.plain(text);
        }
        boolean declaredPlain = isAtom(element) && element.hasAttr("type") && !mode.equals("escaped");
        // Atom 1.0 says that text without a type is plain; everywhere else publishers escape HTML and do not say so.
        boolean guessed = !declaredPlain && !isAtom10(element) && isHtml.test(text);
        return guessed ? FeedText.html(text) : FeedText.plain(text);
    }

    private static boolean isBinary(Element element, String type) {
        return isAtom10(element) && type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml");
    }

    private static boolean isAtom10(Element element) {
        return element.tag().namespace().equalsIgnoreCase("http://www.w3.org/2005/Atom");
    }

    private static boolean isAtom(Element element) {
        return isAtom10(element) || element.tag().namespace().equalsIgnoreCase("http://purl.org/atom/ns#");
    }

    private static String fromBase64(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private FeedText capped(FeedText text) {
        return text.value().length() <= limits.textLength()
                ? text
                : new FeedText(text.html(), text.value().substring(0, limits.textLength()));
    }
}
