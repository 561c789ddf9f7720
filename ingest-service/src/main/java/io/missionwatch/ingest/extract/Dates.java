package io.missionwatch.ingest.extract;

import io.missionwatch.ingest.dates.Months;
import io.missionwatch.ingest.extract.PublicationDate.Source;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds when a page says that its article was published. */
final class Dates {

    private static final String[] META = WordList.lines("date-names.txt").toArray(String[]::new);
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d\\d)([/_-]?)(0[1-9]|1[0-2]|[a-z]{3})\\2(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final List<String> ASIDE = List.of("aside", "footer", "nav", "li");

    private final Document document;
    private final PageHead head;
    private final StructuredData data;
    private final Optional<String> language;

    Dates(Document document, PageHead head, StructuredData data, Optional<String> language) {
        this.document = document;
        this.head = head;
        this.data = data;
        this.language = language;
    }

    /**
     * The date from the most trusted place that has one.
     *
     * @param nearTitle lines that stand around the title, nearest first
     */
    Optional<PublicationDate> published(URI url, List<String> nearTitle) {
        return data.text("datePublished")
                .flatMap(text -> read(text, Source.STRUCTURED_DATA))
                .or(() -> head.first(META).flatMap(text -> read(text, Source.META)))
                .or(() -> data.text("dateCreated").flatMap(text -> read(text, Source.STRUCTURED_DATA)))
                .or(this::microdata)
                .or(this::timeElement)
                .or(() -> address(url))
                .or(() -> nearTitle.stream()
                        .flatMap(line -> read(line, Source.DATELINE).stream())
                        .findFirst());
    }

    private Optional<PublicationDate> read(String text, Source source) {
        return DateText.find(text, source, language);
    }

    private Optional<PublicationDate> microdata() {
        return document.select("[itemprop~=(?i)datePublished]").stream()
                .flatMap(element -> values(element).flatMap(text -> read(text, Source.META).stream()))
                .findFirst();
    }

    private Optional<PublicationDate> timeElement() {
        var times = document.getElementsByTag("time").stream().limit(50).toList();
        var told = times.stream().filter(Dates::saysPublished);
        var plain = times.stream().filter(time -> !isAside(time));
        return Stream.concat(told, plain)
                .flatMap(time -> values(time).flatMap(text -> read(text, Source.TIME_ELEMENT).stream()))
                .findFirst();
    }

    private static boolean saysPublished(Element time) {
        return time.hasAttr("pubdate")
                || (time.className() + time.id()).toLowerCase(Locale.ROOT).contains("publi");
    }

    private static boolean isAside(Element time) {
        return time.parents().stream().limit(12).anyMatch(around -> ASIDE.contains(around.normalName()));
    }

    private static Stream<String> values(Element element) {
        return Stream.of(element.attr("datetime"), element.attr("content"), element.text())
                .filter(value -> !value.isBlank());
    }

    private Optional<PublicationDate> address(URI url) {
        var path = Optional.ofNullable(url.getPath()).orElse("").toLowerCase(Locale.ROOT);
        var m = ADDRESS.matcher(path);
        while (m.find()) {
            var month = m.group(3);
            int number = Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : Months.numberOf(month);
            if (number > 0) {
                return read("%s-%02d-%s".formatted(m.group(1), number, m.group(4)), Source.ADDRESS);
            }
        }
        return Optional.empty();
    }
}
