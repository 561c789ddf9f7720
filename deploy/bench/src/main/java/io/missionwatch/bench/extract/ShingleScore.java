package io.missionwatch.bench.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How well a text agrees with the true one, by the measure of the article-extraction-benchmark: runs of four words,
 * counted with their repetitions.
 *
 * @param shared runs that both have
 * @param extra runs that only the extracted text has
 * @param missed runs that only the true text has
 */
record ShingleScore(double shared, double extra, double missed) {

    private static final int WORDS = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    static ShingleScore of(String truth, String extracted) {
        var trueRuns = runs(truth);
        var extractedRuns = runs(extracted);
        var all = new HashSet<>(trueRuns.keySet());
        all.addAll(extractedRuns.keySet());
        int shared = 0;
        int extra = 0;
        int missed = 0;
        for (var run : all) {
            int inTruth = trueRuns.getOrDefault(run, 0);
            int inExtracted = extractedRuns.getOrDefault(run, 0);
            shared += Math.min(inTruth, inExtracted);
            extra += Math.max(0, inExtracted - inTruth);
            missed += Math.max(0, inTruth - inExtracted);
        }
        return new ShingleScore(shared, extra, missed);
    }

    private static Map<List<String>, Integer> runs(String text) {
        List<String> words = new ArrayList<>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        Map<List<String>, Integer> runs = new HashMap<>();
        for (int i = 0; i < Math.max(1, words.size() - WORDS + 1); i++) {
            var run = List.copyOf(words.subList(i, Math.min(i + WORDS, words.size())));
            if (!run.isEmpty()) {
                runs.merge(run, 1, Integer::sum);
            }
        }
        return runs;
    }

    /** Whether anything was extracted; a page without is left out of the mean precision. */
    boolean hasExtracted() {
        return shared + extra > 0;
    }

    double precision() {
        return ratio(extra, missed);
    }

    double recall() {
        return ratio(missed, extra);
    }

    private double ratio(double wrong, double other) {
        if (wrong == 0 && other == 0) {
            return 1;
        }
        return shared == 0 ? 0 : shared / (shared + wrong);
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
