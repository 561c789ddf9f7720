package io.missionwatch.ingest.extract;

import io.missionwatch.ingest.extract.TextBlock.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Walks through a page once, from top to bottom, and writes down its text block by block. */
final class PageReader implements NodeFilter {

    private static final Set<String> WITHOUT_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "canvas",
            "video",
            "audio",
            "map",
            "button",
            "input",
            "select",
            "textarea",
            "datalist",
            "dialog",
            "picture",
            "head",
            "math",
            "figcaption",
            "progress",
            "meter",
            "nav",
            "menu",
            "amp-ad",
            "rp",
            "rt");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "img", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "ruby", "s", "samp", "small", "span", "strike",
            "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

    private final NameReader names = new NameReader();
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final Deque<Box> open = new ArrayDeque<>();
    private final BlockText text = new BlockText();
    private final boolean withHidden;
    private int links;

    private PageReader(boolean withHidden) {
        this.withHidden = withHidden;
    }

    /** Reads what a browser would show. */
    static PageText read(Element body) {
        return read(body, false);
    }

    /** Reads also what stays hidden until scripts have run. */
    static PageText readWithHidden(Element body) {
        return read(body, true);
    }

    private static PageText read(Element body, boolean withHidden) {
        var reader = new PageReader(withHidden);
        reader.enter(body);
        for (var child : body.childNodes()) {
            reader.traverse(child);
        }
        reader.leave();
        return new PageText(reader.blocks, reader.boxes);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText(), links > 0);
        } else if (node instanceof Element element) {
            return open(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        var tag = element.normalName();
        if (WITHOUT_TEXT.contains(tag) || (!withHidden && isInvisible(element))) {
            if (!INLINE.contains(tag)) {
                flush();
            }
            return FilterResult.SKIP_ENTIRELY;
        }
        if (tag.equals("br")) {
            breakLine();
        } else if (!INLINE.contains(tag)) {
            enter(element);
        } else if (tag.equals("a")) {
            links++;
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isInvisible(Element element) {
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
            return true;
        }
        var style = element.attr("style");
        return !style.isEmpty() && Styles.hides(style);
    }

    private void breakLine() {
        if (text.endsWithBreak()) {
            flush();
        } else {
            text.breakLine();
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            var tag = element.normalName();
            if (tag.equals("a")) {
                links--;
            } else if (!INLINE.contains(tag) && !tag.equals("br")) {
                leave();
            }
        }
        return FilterResult.CONTINUE;
    }

    private void enter(Element element) {
        flush();
        var box = new Box(element, Optional.ofNullable(open.peek()), names.of(element), blocks.size());
        boxes.add(box);
        open.push(box);
    }

    private void leave() {
        flush();
        open.pop().close(blocks.size());
    }

    private void flush() {
        if (!open.isEmpty()) {
            text.take(open.peek(), shape()).ifPresent(blocks::add);
        }
    }

    /** Decided by the nearest few elements: what stands further out is layout. */
    private Shape shape() {
        return open.stream()
                .limit(4)
                .map(Box::tag)
                .map(PageReader::shapeOf)
                .filter(shape -> shape != Shape.OTHER)
                .reduce((inner, outer) -> inner == Shape.PARAGRAPH ? outer : inner)
                .orElse(Shape.OTHER);
    }

    private static Shape shapeOf(String tag) {
        return switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Shape.HEADING;
            case "li", "dd", "dt" -> Shape.ITEM;
            case "td", "th" -> Shape.CELL;
            case "p", "blockquote", "pre" -> Shape.PARAGRAPH;
            default -> Shape.OTHER;
        };
    }
}
