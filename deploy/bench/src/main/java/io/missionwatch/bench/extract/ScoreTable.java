package io.missionwatch.bench.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The comparison as text. */
final class ScoreTable {

    private static final String HEAD = "%-12s %-20s %6s %10s %7s %7s %7s %7s %8s %9s %14s%n"
            .formatted(
                    "set",
                    "extractor",
                    "pages",
                    "precision",
                    "recall",
                    "F1",
                    "titles",
                    "days",
                    "authors",
                    "failures",
                    "100 KB pages/s");

    private ScoreTable() {}

    static String of(List<SetResult> results) {
        var table = new StringBuilder(HEAD);
        results.forEach(result -> table.append(row(result)));
        return table.toString();
    }

    private static String row(SetResult result) {
        return String.format(
                Locale.ROOT,
                "%-12s %-20s %6d %10.4f %7.4f %7.4f %7.3f %7.3f %8.3f %9d %14.0f%n",
                result.set(),
                result.contender().label(),
                result.pages().size(),
                result.precision(),
                result.recall(),
                result.f1(),
                result.shareOfTitles(),
                result.shareOfDays(),
                result.shareOfAuthors(),
                result.failures(),
                result.bytesPerSecond() / 102_400);
    }

    /** A line for each page: set, extractor, page, precision, recall, whether title and day are right; tab-separated. */
    static String pages(Map<String, List<SetResult>> results) {
        var lines = new StringBuilder();
        results.values().stream()
                .flatMap(List::stream)
                .forEach(result -> result.pages()
                        .forEach(page -> lines.append(String.format(
                                Locale.ROOT,
                                "%s\t%s\t%s\t%.3f\t%.3f\t%b\t%b%n",
                                result.set(),
                                result.contender().label(),
                                page.page().name(),
                                page.score().precision(),
                                page.score().recall(),
                                page.titleIsRight(),
                                page.dayIsRight()))));
        return lines.toString();
    }
}
