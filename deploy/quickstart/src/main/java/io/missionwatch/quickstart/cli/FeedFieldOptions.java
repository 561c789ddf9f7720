package io.missionwatch.quickstart.cli;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The fields of a feed as options; an empty value takes a field back to its default. */
final class FeedFieldOptions {

    private final Map<String, String> given = new HashMap<>();

    /** The fields that were given. */
    Map<String, String> given() {
        return new HashMap<>(given);
    }

    @Option(names = "--outlet", paramLabel = "NAME", description = "Whose articles it carries.")
    void outlet(String text) {
        given.put("outlet", text);
    }

    @Option(names = "--interval", paramLabel = "TIME", description = "The shortest time between polls, such as 5m.")
    void interval(String text) {
        given.put("interval", text);
    }

    @Option(names = "--longest-interval", paramLabel = "TIME", description = "The longest time between polls.")
    void longestInterval(String text) {
        given.put("longest-interval", text);
    }

    @Option(names = "--source-class", paramLabel = "CLASS", description = "The kind of outlet, such as newspaper.")
    void sourceClass(String text) {
        given.put("source-class", text);
    }

    @Option(names = "--reliability", paramLabel = "A-F", description = "How far it is trusted (Admiralty scale).")
    void reliability(String text) {
        given.put("reliability", text);
    }

    @Option(names = "--country", paramLabel = "CC", description = "The outlet's home country, two letters.")
    void country(String text) {
        given.put("country", text);
    }

    @Option(names = "--language", paramLabel = "TAG", description = "Its language, such as en.")
    void language(String text) {
        given.put("language", text);
    }

    @Option(names = "--full-text", paramLabel = "WHEN", description = "Fetch pages: never, when-short or always.")
    void fullText(String text) {
        given.put("full-text", text);
    }

    @Option(names = "--include", paramLabel = "WORDS", description = "Take only items with one of these, by commas.")
    void include(String text) {
        given.put("include", text);
    }

    @Option(names = "--exclude", paramLabel = "WORDS", description = "Leave out items with one of these, by commas.")
    void exclude(String text) {
        given.put("exclude", text);
    }
}
