package io.missionwatch.alert.sigma;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says about itself.
 *
 * @param id the rule's id, else its name, else its title
 * @param file where the rule was read
 * @param line of its first key, counted from 1
 */
public record RuleHead(
        String id,
        Optional<String> name,
        String title,
        Optional<Status> status,
        Optional<Level> level,
        Optional<String> description,
        Optional<String> author,
        Optional<String> license,
        Optional<String> taxonomy,
        Optional<LocalDate> date,
        Optional<LocalDate> modified,
        List<String> tags,
        List<String> references,
        List<String> fields,
        List<String> falsePositives,
        List<String> scope,
        List<Related> related,
        String file,
        int line) {
    public RuleHead {
        tags = List.copyOf(tags);
        references = List.copyOf(references);
        fields = List.copyOf(fields);
        falsePositives = List.copyOf(falsePositives);
        scope = List.copyOf(scope);
        related = List.copyOf(related);
    }

    /** Another rule and how this one stands to it, such as {@code derived} or {@code obsolete}. */
    public record Related(String id, String type) {}

    /** Whether a reference, by id or by name, means this rule. */
    boolean answersTo(String reference) {
        return id.equals(reference) || name.filter(reference::equals).isPresent();
    }
}
