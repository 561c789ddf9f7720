package io.missionwatch.enrich.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a text as a two-letter code. Plain English is known by its small words; other text by a trained model, which is
 * read at its first use or ahead of it; text too short for that by its script.
 */
public final class LanguageDetector {

    private static final String MODEL = "langdetect-183.bin";
    private static final int SAMPLE = 2_000;
    private static final int SHORTEST_FOR_MODEL = 40;
    private static final WordSet SMALL_WORDS = WordSet.read("text/english-small-words.txt");
    /** No small word is longer. */
    private static final int LONGEST_SMALL = 5;

    private static final int MOST_WORDS = 200;
    private static final int LIKELIEST = 4;
    private static final Set<String> NEWS_LANGUAGES = Set.of(
            "en", "fr", "es", "pt", "de", "it", "nl", "ru", "uk", "be", "pl", "cs", "ro", "bg", "sr", "hr", "el", "tr",
            "az", "ar", "fa", "ps", "ur", "hi", "bn", "id", "ms", "vi", "sw", "so", "ha", "uz", "kk", "ky", "tg", "tk",
            "sv", "no", "da", "fi", "hu", "sq", "ku");

    /** One reading of the model for the whole process: it holds tens of megabytes. */
    private static final class Model {
        static final CompletableFuture<LanguageDetectorModel> READING = CompletableFuture.supplyAsync(Model::read);

        /** To be asked is enough: the class begins to read when it is loaded. */
        static void begin() {}

        private static LanguageDetectorModel read() {
            try (var stream = LanguageDetector.class.getClassLoader().getResourceAsStream(MODEL)) {
                if (stream == null) {
                    throw new IllegalStateException("No language model " + MODEL + " on the class path");
                }
                return new LanguageDetectorModel(stream);
            } catch (IOException e) {
                throw new UncheckedIOException("Language model " + MODEL + " cannot be read", e);
            }
        }
    }

    /** Begins to read the model beside everything else, so that the first text in another language need not wait for it. */
    public static void readAhead() {
        Model.begin();
    }

    /** The language, or nothing where the text has too few letters to tell. */
    public Optional<String> detect(String text) {
        return tell(beginning(text));
    }

    /** That of an article; its beginning tells. */
    public Optional<String> detect(String title, String body) {
        return tell(beginning(title + "\n" + beginning(body)));
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), SAMPLE));
    }

    private static Optional<String> tell(String sample) {
        if (english(sample)) {
            return Optional.of("en");
        }
        var script = Scripts.mostUsed(sample);
        if (script.isEmpty()) {
            return Optional.empty();
        }
        var byScript = Scripts.onlyLanguageOf(script.get(), sample);
        if (byScript.isPresent()) {
            return byScript;
        }
        return Scripts.letters(sample) < SHORTEST_FOR_MODEL
                ? Scripts.usualLanguageOf(script.get(), sample)
                : byModel(sample);
    }

    /** The model tells 103 languages apart and takes French for Occitan at times: those that news is written in go first. */
    private static Optional<String> byModel(String sample) {
        var guesses = new LanguageDetectorME(Model.READING.join()).predictLanguages(sample);
        return Arrays.stream(guesses)
                .limit(LIKELIEST)
                .map(guess -> LanguageCodes.twoLetters(guess.getLang()))
                .filter(NEWS_LANGUAGES::contains)
                .findFirst()
                .or(() -> Optional.of(LanguageCodes.twoLetters(guesses[0].getLang())));
    }

    /** One word in six or more is a small word of English, as far as the text is looked at; so many are enough before its end. */
    private static boolean english(String sample) {
        int words = 0;
        int small = 0;
        int at = 0;
        while (at < sample.length() && words < MOST_WORDS && small * 6 < MOST_WORDS) {
            int start = at;
            while (at < sample.length() && Character.isLetter(sample.charAt(at))) {
                at++;
            }
            if (at > start) {
                words++;
                small += at - start <= LONGEST_SMALL && isSmall(sample, start, at) ? 1 : 0;
            }
            at++;
        }
        return words >= 5 && small * 6 >= words;
    }

    private static boolean isSmall(String sample, int start, int end) {
        long key = WordKey.NONE;
        for (int at = start; at < end; at++) {
            if (!WordKey.isEnglish(sample.charAt(at))) {
                return false;
            }
            key = WordKey.with(key, sample.charAt(at));
        }
        return SMALL_WORDS.has(Vocabulary.now().find(key));
    }
}
