package io.missionwatch.bench.extract;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one extractor made of one set of pages.
 *
 * @param failures pages that it threw an exception on
 * @param cpuSeconds processor time of one pass after a first pass to warm up
 */
record SetResult(String set, Contender contender, List<PageResult> pages, int failures, double cpuSeconds) {

    SetResult {
        pages = List.copyOf(pages);
    }

    /** A page with what was made of it. */
    record PageResult(LabelledPage page, Extraction extraction, ShingleScore score) {

        boolean titleIsRight() {
            return letters(page.title()).equals(letters(extraction.title()));
        }

        boolean dayIsRight() {
            return extraction.day().equals(page.day());
        }

        boolean authorsAreRight() {
            return page.authors().stream()
                    .map(PageResult::letters)
                    .sorted()
                    .toList()
                    .equals(extraction.authors().stream()
                            .map(PageResult::letters)
                            .sorted()
                            .toList());
        }

        private static String letters(String text) {
            return text.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}]+", " ")
                    .strip();
        }
    }

    static SetResult of(String set, Contender contender, List<LabelledPage> pages) {
        pass(contender, pages);
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        var outcomes = pass(contender, pages);
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        List<PageResult> results = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            var extraction = outcomes.get(i).orElse(Extraction.NOTHING);
            results.add(new PageResult(
                    pages.get(i), extraction, ShingleScore.of(pages.get(i).body(), extraction.body())));
        }
        int failures = (int) outcomes.stream().filter(Optional::isEmpty).count();
        return new SetResult(set, contender, results, failures, seconds);
    }

    private static List<Optional<Extraction>> pass(Contender contender, List<LabelledPage> pages) {
        return pages.stream().map(page -> extract(contender, page)).toList();
    }

    private static Optional<Extraction> extract(Contender contender, LabelledPage page) {
        try {
            return Optional.of(contender.extract(page));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    double precision() {
        return pages.stream()
                .filter(page -> page.score().hasExtracted())
                .mapToDouble(page -> page.score().precision())
                .average()
                .orElse(0);
    }

    double recall() {
        return pages.stream()
                .mapToDouble(page -> page.score().recall())
                .average()
                .orElse(0);
    }

    double f1() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    double shareOfTitles() {
        return share(page -> !page.page().title().isEmpty(), PageResult::titleIsRight);
    }

    double shareOfDays() {
        return share(page -> page.page().day().isPresent(), PageResult::dayIsRight);
    }

    double shareOfAuthors() {
        return share(page -> !page.page().authors().isEmpty(), PageResult::authorsAreRight);
    }

    private double share(Predicate<PageResult> counted, Predicate<PageResult> right) {
        return pages.stream()
                .filter(counted)
                .mapToInt(page -> right.test(page) ? 1 : 0)
                .average()
                .orElse(0);
    }

    double bytesPerSecond() {
        return pages.stream().mapToLong(page -> page.page().html().length).sum() / cpuSeconds;
    }
}
