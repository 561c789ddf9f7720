package io.missionwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds who wrote an article. */
final class Authors {

    private static final WordList ROLES = WordList.named("author-roles.txt");
    private static final Pattern BY = Pattern.compile(
            "^(?:(?:written|reported|posted|published|story|text) by|author|autor(?:en|a)?|by|von|par|por|di|da|av|af|door|przez|od|autore|"
                    + "\u0430\u0432\u0442\u043e\u0440|\u0442\u0435\u043a\u0441\u0442)(?![\\p{L}\\p{N}])[:\\s]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*[,;|/\u2022\u00b7]\\s*|\\s+(?:and|und|et|y|e|og|och|en|with|mit|&)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?:|www\\.|@");
    private static final Pattern NOT_A_NAME = Pattern.compile("\\d{2,}|[<>{}\\[\\]?!*\u00a9]");
    private static final Pattern AROUND = Pattern.compile(
            "^[-\u2013\u2014:.\\s]+|[-\u2013\u2014:\\s]+$|\\s+(?:\uae30\uc790|\u8a18\u8005|\u8bb0\u8005)$");
    private static final Pattern ASIDE = Pattern.compile("\\s*\\([^)]*\\)");
    private static final List<String> META = List.of(
            "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator");
    private static final List<String> VISIBLE = List.of(
            "[rel=author]",
            "[itemprop~=(?i)author]",
            "[class~=(?i)(^|[ _-])(byline|author)s?([_-]*(name|link|line))?($| )]");
    private static final int MOST_WORDS = 6;
    private static final int LONGEST = 60;
    private static final int LONGEST_LINE = 500;
    private static final int MOST = 20;

    private final Document document;
    private final PageHead head;
    private final StructuredData data;
    private final List<String> outlets;

    /**
     * Prepares to look.
     *
     * @param outlet a name that is no author as long as there is another
     */
    Authors(Document document, PageHead head, StructuredData data, Optional<String> outlet) {
        this.document = document;
        this.head = head;
        this.data = data;
        this.outlets = Stream.concat(outlet.stream(), data.names("publisher").stream())
                .map(Authors::letters)
                .toList();
    }

    /** The names in the page's order; people before the outlet itself. */
    List<String> names() {
        Stream<Supplier<List<String>>> told = Stream.of(() -> data.names("author"), () -> data.names("creator"));
        Stream<Supplier<List<String>>> meta = META.stream().map(name -> () -> head.all(name));
        Stream<Supplier<List<String>>> seen = VISIBLE.stream().map(query -> () -> visible(query));
        List<String> outlet = new ArrayList<>();
        return Stream.of(told, meta, seen)
                .flatMap(claims -> claims)
                .map(claims -> names(claims.get()))
                .filter(names -> !names.isEmpty())
                .filter(names -> !isOutlet(names) || (outlet.isEmpty() && !outlet.addAll(names)))
                .findFirst()
                .orElse(outlet);
    }

    private boolean isOutlet(List<String> names) {
        return names.stream().map(Authors::letters).allMatch(outlets::contains);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+|^the ", "");
    }

    private List<String> visible(String query) {
        return document.select(query).stream()
                .limit(100)
                .filter(element -> element.closest("footer,aside,nav,li,[class*=comment],[class*=related]") == null)
                .limit(5)
                .map(Element::text)
                .filter(text -> text.length() <= 2 * LONGEST)
                .distinct()
                .toList();
    }

    /** The names in lines such as "By X and Y, Reporter". */
    static List<String> names(List<String> claims) {
        List<String> names = new ArrayList<>();
        for (var claim : claims) {
            if (claim.length() > LONGEST_LINE || ADDRESS.matcher(claim).find()) {
                continue;
            }
            var line = BY.matcher(ASIDE.matcher(claim.strip()).replaceAll("")).replaceFirst("");
            BETWEEN.splitAsStream(line)
                    .map(part -> AROUND.matcher(part.strip()).replaceAll(""))
                    .filter(Authors::isName)
                    .filter(name -> names.stream().noneMatch(name::equalsIgnoreCase))
                    .limit(MOST)
                    .forEach(names::add);
        }
        return names;
    }

    private static boolean isName(String text) {
        var words = text.toLowerCase(Locale.ROOT).split("\\s+", -1);
        return text.length() > 1
                && text.length() <= LONGEST
                && words.length <= MOST_WORDS
                && !NOT_A_NAME.matcher(text).find()
                && Stream.of(words).noneMatch(ROLES::has);
    }
}
