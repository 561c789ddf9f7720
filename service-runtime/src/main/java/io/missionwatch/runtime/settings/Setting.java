package io.missionwatch.runtime.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One setting of a service: its name, its default as an operator would write it, a sentence on what it does, and how
 * its text becomes a value. The settings tables of the documentation are made from these.
 *
 * @param <T> type of the value
 */
public final class Setting<T> {

    private final String name;
    private final String standard;
    private final String sentence;
    private final boolean secret;
    private final Function<String, T> parser;

    private Setting(String name, String standard, String sentence, boolean secret, Function<String, T> parser) {
        this.name = name;
        this.standard = standard;
        this.sentence = sentence;
        this.secret = secret;
        this.parser = parser;
    }

    /** A text. */
    public static Setting<String> text(String name, String standard, String sentence) {
        return new Setting<>(name, standard, sentence, false, text -> text);
    }

    /** A whole number within bounds, both included. */
    public static Setting<Integer> number(String name, int standard, int least, int most, String sentence) {
        return new Setting<Integer>(name, Integer.toString(standard), sentence, false, Setting::wholeNumber)
                .accepting(value -> value >= least && value <= most, "a whole number from " + least + " to " + most);
    }

    /** Yes or no. */
    public static Setting<Boolean> flag(String name, boolean standard, String sentence) {
        return new Setting<>(name, Boolean.toString(standard), sentence, false, Setting::trueOrFalse);
    }

    /** A length of time such as {@code 500ms}, {@code 30s}, {@code 15m}, {@code 12h}, {@code 14d}. */
    public static Setting<Duration> duration(String name, String standard, String sentence) {
        return new Setting<>(name, standard, sentence, false, Durations::parse);
    }

    /** A path; a relative one starts at the working directory. */
    public static Setting<Path> path(String name, String standard, String sentence) {
        return new Setting<>(name, standard, sentence, false, Path::of);
    }

    /** An absolute http or https address. */
    public static Setting<URI> address(String name, String standard, String sentence) {
        return new Setting<>(name, standard, sentence, false, Setting::httpAddress);
    }

    /** Several texts, separated by commas; empty for none. */
    public static Setting<List<String>> texts(String name, String standard, String sentence) {
        return new Setting<>(
                name,
                standard,
                sentence,
                false,
                text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** One of the constants of an enum, in lower case with hyphens. */
    public static <E extends Enum<E>> Setting<E> choice(String name, E standard, String sentence) {
        var type = standard.getDeclaringClass();
        return new Setting<>(
                name,
                word(standard),
                sentence,
                false,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> word(constant).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Setting::word)
                                        .toList())));
    }

    /** The same setting, never printed. */
    public Setting<T> keptSecret() {
        return new Setting<>(name, standard, sentence, true, parser);
    }

    /**
     * The same setting, with values refused that a test does not accept.
     *
     * @param expected what is accepted, completing "must be ..."
     */
    public Setting<T> accepting(Predicate<T> test, String expected) {
        return new Setting<>(name, standard, sentence, secret, text -> {
            var value = parser.apply(text);
            if (!test.test(value)) {
                throw new IllegalArgumentException(expected);
            }
            return value;
        });
    }

    /** The name, lower case with dots. */
    public String name() {
        return name;
    }

    /** The default, as text. */
    public String standard() {
        return standard;
    }

    /** What it does. */
    public String sentence() {
        return sentence;
    }

    /** The value must not be printed. */
    public boolean isSecret() {
        return secret;
    }

    /**
     * The value of a text.
     *
     * @throws IllegalArgumentException with what was expected as its message
     */
    T parse(String text) {
        return parser.apply(text.strip());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Integer wholeNumber(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("a whole number", notANumber);
        }
    }

    private static Boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static URI httpAddress(String text) {
        var expected = "an address such as http://127.0.0.1:8081";
        try {
            var address = URI.create(text);
            if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
                throw new IllegalArgumentException(expected);
            }
            return address;
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(expected, malformed);
        }
    }
}
