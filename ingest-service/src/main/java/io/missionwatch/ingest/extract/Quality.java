package io.missionwatch.ingest.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges how surely an extracted text is the whole article and nothing else. */
final class Quality {

    private static final double FULL_LENGTH = 1_500;
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONG_WORD = 4;
    private static final int MOST_WORDS = 30;

    private Quality() {}

    /**
     * From 0 to 1: length of the running text, share of running text in what was taken, whether the page's own words
     * about the article are found in it, and whether title and date are known.
     */
    static double of(List<TextBlock> blocks, boolean described, boolean titled, boolean dated) {
        double all = blocks.stream().mapToInt(TextBlock::length).sum();
        if (all == 0) {
            return 0;
        }
        double prose = blocks.stream()
                .filter(TextBlock::isProse)
                .mapToInt(TextBlock::length)
                .sum();
        double length = Math.min(1, prose / FULL_LENGTH);
        double marks = (described ? 0.15 : 0) + (titled ? 0.1 : 0) + (dated ? 0.1 : 0);
        return Math.min(1, Math.sqrt(length) * (0.35 + 0.3 * prose / all + marks));
    }

    /** Whether at least half of what the page says about the article, or of its title's longer words, is in its text. */
    static boolean isDescribed(String body, String title, Optional<String> description) {
        var text = body.toLowerCase(Locale.ROOT);
        var words = WORD.splitAsStream(title.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= LONG_WORD)
                .limit(MOST_WORDS)
                .toList();
        long found = words.stream().filter(text::contains).count();
        boolean titled = !words.isEmpty() && found * 2 >= words.size();
        return titled
                || description
                        .filter(about -> Guide.of(body).coverage(about) >= 0.5)
                        .isPresent();
    }
}
