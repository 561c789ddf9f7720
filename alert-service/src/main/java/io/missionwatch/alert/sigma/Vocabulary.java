package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a log source says about its events.
 *
 * @param keywordFields the fields that keywords search; none for all texts
 * @param symbolsOfField the fields with symbols of an enumeration, which compare without case whatever the rule asks
 * @param stateFields the fields that hold the code of a state
 * @param fieldsOfObject the objects that there are, with their fields; none where any may be
 */
record Vocabulary(
        List<String> keywordFields,
        Map<String, List<String>> symbolsOfField,
        Set<String> stateFields,
        Map<String, List<String>> fieldsOfObject) {
    private static final Vocabulary ANY = new Vocabulary(List.of(), Map.of(), Set.of(), Map.of());
    private static final Vocabulary NEWS_EVENTS = new Vocabulary(
            List.of("event.text", "article.title"),
            NewsEventWords.SYMBOLS,
            NewsEventWords.STATES,
            NewsEventWords.FIELDS);
    private static final Pattern STATE = Pattern.compile("[A-Za-z]{2}");

    static Vocabulary of(LogSource source) {
        return source.product().filter("missionwatch"::equals).isPresent() ? NEWS_EVENTS : ANY;
    }

    /** Whether not every value may be asked of a field. */
    boolean limits(String field) {
        return symbolsOfField.containsKey(field) || stateFields.contains(field);
    }

    boolean isCaseless(String field) {
        return symbolsOfField.containsKey(field);
    }

    /**
     * Refuses a field that only a slip of the pen can have made: one that an object there is does not have, or that is
     * nearly one there is.
     */
    void check(String field) {
        int dot = field.indexOf('.');
        var object = dot < 0 ? field : field.substring(0, dot);
        var fields = fieldsOfObject.getOrDefault(object, List.of());
        if ((dot < 0 && !fields.isEmpty()) || fields.contains(field.substring(dot + 1))) {
            return;
        }
        var hint = NearestName.hint(field, allFields());
        if (!hint.isEmpty() || !fields.isEmpty()) {
            throw new IllegalArgumentException("news events have no field '" + field + "'" + hint
                    + (fields.isEmpty() ? "" : "; " + object + " has " + String.join(", ", fields)));
        }
    }

    /** Refuses a template that names what it would have no words for. */
    void check(Template template) {
        var known = new ArrayList<>(NewsEventWords.PHRASES);
        known.addAll(allFields());
        for (var field : template.fields()) {
            if (!fieldsOfObject.isEmpty() && !known.contains(field)) {
                throw new IllegalArgumentException("nothing of a news event is called '" + field + "'"
                        + NearestName.hint(field, known) + "; expected a field such as place.name, or one of "
                        + String.join(", ", NewsEventWords.PHRASES));
            }
        }
    }

    /** Refuses a value that the field never has, for which the rule would wait in silence. */
    void check(String field, RawValue value, List<ValueTest> tests) {
        var symbols = symbolsOfField.getOrDefault(field, List.of());
        if (!symbols.isEmpty()
                && value.kind() != RawValue.Kind.NULL
                && symbols.stream().noneMatch(oneOf(tests))) {
            throw new IllegalArgumentException("no " + field + " is '" + value.text() + "'"
                    + NearestName.hint(value.text(), symbols) + "; there are " + String.join(", ", symbols));
        }
        if (stateFields.contains(field)
                && value.kind() != RawValue.Kind.NULL
                && tests.stream().noneMatch(Vocabulary::mayBeState)) {
            throw new IllegalArgumentException(
                    "'" + value.text() + "' is no state; expected a code of two letters (ISO 3166-1), such as DE");
        }
    }

    private static Predicate<String> oneOf(List<ValueTest> tests) {
        return symbol -> tests.stream().anyMatch(test -> test.test(new Scalar(symbol), regex -> {}));
    }

    private static boolean mayBeState(ValueTest test) {
        return !(test instanceof TextTest text)
                || text.onlyText().isEmpty()
                || STATE.matcher(text.onlyText().get()).matches();
    }

    private List<String> allFields() {
        return fieldsOfObject.entrySet().stream()
                .flatMap(object -> object.getValue().stream().map(name -> object.getKey() + "." + name))
                .sorted()
                .toList();
    }
}
