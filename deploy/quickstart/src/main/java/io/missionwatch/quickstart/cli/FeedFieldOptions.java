package io.missionwatch.quickstart.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The fields of a feed as options; an empty value takes a field back to its default. */
final class FeedFieldOptions {

    @Option(names = "--outlet", paramLabel = "NAME", description = "Whose articles it carries.")
    private Optional<String> outlet = Optional.empty();

    @Option(names = "--interval", paramLabel = "TIME", description = "The shortest time between polls, such as 5m.")
    private Optional<String> interval = Optional.empty();

    @Option(names = "--longest-interval", paramLabel = "TIME", description = "The longest time between polls.")
    private Optional<String> longest = Optional.empty();

    @Option(names = "--source-class", paramLabel = "CLASS", description = "The kind of outlet, such as newspaper.")
    private Optional<String> sourceClass = Optional.empty();

    @Option(names = "--reliability", paramLabel = "A-F", description = "How far it is trusted (Admiralty scale).")
    private Optional<String> reliability = Optional.empty();

    @Option(names = "--country", paramLabel = "CC", description = "The outlet's home country, two letters.")
    private Optional<String> country = Optional.empty();

    @Option(names = "--language", paramLabel = "TAG", description = "Its language, such as en.")
    private Optional<String> language = Optional.empty();

    @Option(names = "--full-text", paramLabel = "WHEN", description = "Fetch pages: never, when-short or always.")
    private Optional<String> fullText = Optional.empty();

    @Option(names = "--include", paramLabel = "WORDS", description = "Take only items with one of these, by commas.")
    private Optional<String> include = Optional.empty();

    @Option(names = "--exclude", paramLabel = "WORDS", description = "Leave out items with one of these, by commas.")
    private Optional<String> exclude = Optional.empty();

    /** The fields that were given. */
    Map<String, String> given() {
        var fields = new HashMap<String, String>();
        outlet.ifPresent(text -> fields.put("outlet", text));
        interval.ifPresent(text -> fields.put("interval", text));
        longest.ifPresent(text -> fields.put("longest-interval", text));
        sourceClass.ifPresent(text -> fields.put("source-class", text));
        reliability.ifPresent(text -> fields.put("reliability", text));
        country.ifPresent(text -> fields.put("country", text));
        language.ifPresent(text -> fields.put("language", text));
        fullText.ifPresent(text -> fields.put("full-text", text));
        include.ifPresent(text -> fields.put("include", text));
        exclude.ifPresent(text -> fields.put("exclude", text));
        return fields;
    }
}
