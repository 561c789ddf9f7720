package io.missionwatch.ingest.extract;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the lines of a page where readers look for its date: around its title. */
final class Datelines {

    private static final Pattern DIGITS_OR_MARKS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern LABEL = Pattern.compile(
            "(?i)^(?:date|datum|data|fecha|published|posted|publi\u00e9|publicado|pubblicato|ver\u00f6ffentlicht|erstellt|gepubliceerd|"
                    + "publicerad|publisert|opublikowano|\u0434\u0430\u0442\u0430|\u043e\u043f\u0443\u0431\u043b\u0438\u043a\u043e\u0432\u0430\u043d\u043e|yay\u0131nlanma).*");
    private static final int LONGEST = 160;
    private static final int MOST_LETTERS = 60;
    private static final int BELOW = 10;
    private static final int ABOVE = 3;

    private Datelines() {}

    /** Lines with a label in front, then the short lines from the title down, then those above it from the nearest. */
    static List<String> of(String title, PageText page) {
        var lines = page.blocks().stream().map(TextBlock::text).toList();
        var labelled = lines.stream()
                .filter(line ->
                        line.length() <= MOST_LETTERS && LABEL.matcher(line).matches());
        return Stream.concat(labelled, near(titleLine(title, page.blocks()), lines))
                .toList();
    }

    private static Stream<String> near(int title, List<String> lines) {
        if (title < 0) {
            return Stream.empty();
        }
        var below = lines.subList(title, Math.min(lines.size(), title + BELOW)).stream();
        var above = IntStream.rangeClosed(1, Math.min(ABOVE, title)).mapToObj(up -> lines.get(title - up));
        return Stream.concat(below, above)
                .filter(line -> line.length() <= LONGEST)
                .filter(line -> DIGITS_OR_MARKS.matcher(line).replaceAll("").length() <= MOST_LETTERS);
    }

    private static int titleLine(String title, List<TextBlock> blocks) {
        return IntStream.range(0, blocks.size())
                .filter(i -> !title.isEmpty() && blocks.get(i).text().startsWith(title))
                .findFirst()
                .orElseGet(() -> IntStream.range(0, blocks.size())
                        .filter(i -> blocks.get(i).headingLevel() == 1)
                        .findFirst()
                        .orElse(-1));
    }
}
