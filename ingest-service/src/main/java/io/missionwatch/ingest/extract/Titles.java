package io.missionwatch.ingest.extract;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the headline of a page among what claims to be it, without the name of the site. */
final class Titles {

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[|\u2013\u2014\u00b7\u2022\u00bb:/-]\\s+|\\s*[|\u00bb]\\s*");
    private static final int SHORTEST = 3;
    private static final String BARS = "|\u00b7\u2022\u00bb";
    private static final int LONGEST = 300;

    private final PageHead head;
    private final List<String> headings;
    private final Optional<String> headline;
    private final Optional<String> outlet;
    private final NavigableSet<String> lines;

    /**
     * Looks for a title.
     *
     * @param page its headings of the first rank are claims too, and a title that stands on it as a line is believed
     */
    Titles(PageHead head, StructuredData data, PageText page, Optional<String> outlet) {
        this.head = head;
        this.headings = page.blocks().stream()
                .filter(block -> block.headingLevel() == 1)
                .map(TextBlock::text)
                .limit(10)
                .toList();
        this.lines = page.blocks().stream()
                .filter(block -> block.text().length() < LONGEST)
                .map(block -> letters(block.text()))
                .collect(Collectors.toCollection(TreeSet::new));
        this.headline = data.text("headline");
        this.outlet = outlet;
    }

    /** The headline; empty where the page has none. */
    String title() {
        var social = head.first("og:title", "twitter:title", "dc.title", "dcterms.title", "title")
                .map(this::withoutSite);
        var claims = Stream.of(social, headline.map(this::withoutSite), Optional.of(withoutSite(head.title())))
                .flatMap(Optional::stream)
                .filter(title -> title.length() >= SHORTEST)
                .toList();
        if (claims.isEmpty()) {
            return headings.stream().findFirst().orElse("");
        }
        return headings.stream()
                .filter(heading -> agree(heading, claims.get(0)))
                .findFirst()
                .orElse(claims.get(0));
    }

    private static boolean agree(String heading, String claim) {
        var a = letters(heading);
        var b = letters(claim);
        return a.length() >= SHORTEST && (a.equals(b) || (b.contains(a) && a.length() * 2 > b.length()));
    }

    /** Drops the parts at either end that name the outlet, or that surround a line of the page, or stand after a bar. */
    String withoutSite(String title) {
        if (title.length() > LONGEST || isLine(title)) {
            return title;
        }
        var cuts = SEPARATOR.matcher(title).results().toList();
        if (cuts.isEmpty()) {
            return title;
        }
        var first = cuts.get(0);
        var last = cuts.get(cuts.size() - 1);
        var head = title.substring(0, last.start());
        var tail = title.substring(last.end());
        var rest = title.substring(first.end());
        if (isSite(tail) || isLine(head) || isShortAfterBar(head, last.group(), tail)) {
            return withoutSite(head);
        }
        return isSite(title.substring(0, first.start())) || isLine(rest) ? rest : title;
    }

    /** Whether a line of the page is this, or begins with it where it is too long for that to be chance. */
    private boolean isLine(String text) {
        var letters = letters(text);
        var line = lines.ceiling(letters);
        return line != null && (line.equals(letters) || (words(letters) >= 4 && line.startsWith(letters + " ")));
    }

    private static boolean isShortAfterBar(String head, String separator, String tail) {
        return BARS.indexOf(separator.strip().charAt(0)) >= 0 && words(tail) <= 4 && words(tail) < words(head);
    }

    private boolean isSite(String part) {
        var plain = letters(part).replace(" ", "");
        return !plain.isEmpty()
                && outlet.map(name -> letters(name).replace(" ", ""))
                        .filter(name -> !name.isEmpty())
                        .filter(name -> name.equals(plain)
                                || (plain.length() > 3 && (name.contains(plain) || plain.contains(name))))
                        .isPresent();
    }

    private static int words(String text) {
        return text.split("\\s+", -1).length;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
