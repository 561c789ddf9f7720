package io.missionwatch.quickstart.letters;

import io.missionwatch.topics.Topic;
import java.util.Locale;
import java.util.Optional;

/**
 * Which dead letters are meant; what is empty lets all through.
 *
 * @param topic of the letters, or the one they came from
 * @param stage the step that could not handle them
 * @param error part of the error's class or message, whatever the case
 * @param partition the partition they lie in
 * @param from the first offset
 * @param to the last offset
 */
public record LetterFilter(
        Optional<String> topic,
        Optional<String> stage,
        Optional<String> error,
        Optional<Integer> partition,
        Optional<Long> from,
        Optional<Long> to) {

    /** Whether letters of a dead-letter topic may be meant. */
    boolean takes(String letters) {
        return topic.isEmpty() || letters.equals(topic.get()) || letters.equals(topic.get() + Topic.DEAD_LETTER_SUFFIX);
    }

    boolean takes(Letter letter) {
        long offset = letter.record().offset();
        return takes(letter.record().topic())
                && stage.map(letter.stage()::equals).orElse(true)
                && error.map(part -> contains(letter.errorClass() + " " + letter.message(), part))
                        .orElse(true)
                && partition
                        .map(number -> number == letter.record().partition())
                        .orElse(true)
                && from.map(first -> offset >= first).orElse(true)
                && to.map(last -> offset <= last).orElse(true);
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
