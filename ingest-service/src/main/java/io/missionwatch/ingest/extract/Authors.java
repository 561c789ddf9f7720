package io.missionwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** Finds who wrote an article. */
final class Authors {

    private static final WordList ROLES = WordList.named("author-roles.txt");
    private static final Pattern BY = Pattern.compile(
            "^(?:written by|reported by|posted by|published by|author|autor(?:en|a)?|by|von|par|por|di|da|av|af|door|przez|od|autore|автор|текст)\\b[:\\s]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*[,;|/\u2022\u00b7]\\s*|\\s+(?:and|und|et|y|e|og|och|en|with|mit|&)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_A_NAME = Pattern.compile("https?:|www\\.|@|\\d{2,}|[<>{}\\[\\]?!]");
    private static final int MOST_WORDS = 6;
    private static final int LONGEST = 60;

    private Authors() {}

    /** The names in the page's order. */
    static List<String> of(Document document, PageHead head, StructuredData data) {
        return Stream.<java.util.function.Supplier<List<String>>>of(
                        () -> data.names("author"),
                        () -> data.names("creator"),
                        () -> head.all("author"),
                        () -> head.all("article:author"),
                        () -> head.all("parsely-author"),
                        () -> head.all("sailthru.author"),
                        () -> head.all("byl"),
                        () -> head.all("dc.creator"),
                        () -> head.all("dcterms.creator"),
                        () -> visible(document, "[rel=author]"),
                        () -> visible(document, "[itemprop~=(?i)author]"),
                        () -> visible(document, "[class~=(?i)(^|[ _-])(byline|author)([ _-]?name)?($| )]"))
                .map(claims -> names(claims.get()))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> visible(Document document, String query) {
        return document.select(query).stream()
                .limit(5)
                .map(element -> element.text())
                .filter(text -> text.length() <= 2 * LONGEST)
                .distinct()
                .toList();
    }

    /** The names in lines such as "By X and Y, Reporter". */
    static List<String> names(List<String> claims) {
        List<String> names = new ArrayList<>();
        for (var claim : claims) {
            var line = BY.matcher(claim.strip()).replaceFirst("");
            for (var part : BETWEEN.split(line, -1)) {
                var name = part.strip().replaceAll("^[-\u2013\u2014:.\\s]+|[-\u2013\u2014:\\s]+$", "");
                if (isName(name) && names.stream().noneMatch(name::equalsIgnoreCase)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static boolean isName(String text) {
        return text.length() > 1
                && text.length() <= LONGEST
                && text.split("\\s+", -1).length <= MOST_WORDS
                && !NOT_A_NAME.matcher(text).find()
                && Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1)).noneMatch(ROLES::has);
    }
}
