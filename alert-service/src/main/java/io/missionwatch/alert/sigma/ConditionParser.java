package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a condition: {@code or}, {@code and}, {@code not}, {@code 1 of} and {@code all of} a pattern or {@code them},
 * and parentheses, from the least to the most binding.
 */
final class ConditionParser {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([()|])|([^\\s()|]+))");
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "of", "(", ")", "|");
    private static final int DEEPEST = 200;

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Selection> selections;
    private int at;
    private int depth;
    private int negated;

    /** The message of every exception says what was expected. */
    ConditionParser(String text, Map<String, Selection> selections) {
        this.selections = selections;
        var token = TOKEN.matcher(text);
        while (token.lookingAt()) {
            tokens.add(token.group().strip());
            token.region(token.end(), text.length());
        }
    }

    Condition parse() {
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("is empty; expected an expression such as 'selection and not filter'");
        }
        var condition = or();
        if (at < tokens.size()) {
            throw unexpected("and, or or the end");
        }
        return condition.orElseThrow(() -> new IllegalArgumentException(
                "asks for nothing: no search identifier fits its patterns; there are " + known()));
    }

    private Optional<Condition> or() {
        var parts = new ArrayList<Condition>();
        do {
            and().ifPresent(parts::add);
        } while (take("or"));
        return parts.size() > 1
                ? Optional.of(new Condition.Any(parts))
                : parts.stream().findFirst();
    }

    private Optional<Condition> and() {
        var parts = new ArrayList<Condition>();
        do {
            not().ifPresent(parts::add);
        } while (take("and"));
        return parts.size() > 1
                ? Optional.of(new Condition.All(parts))
                : parts.stream().findFirst();
    }

    /** Exceptions of which there are none take nothing away, so that what is negated may fit no search identifier. */
    private Optional<Condition> not() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("is nested deeper than " + DEEPEST + " levels");
        }
        Optional<Condition> condition;
        if (take("not")) {
            negated++;
            condition = not().map(Condition.Not::new);
            negated--;
        } else {
            condition = term();
        }
        depth--;
        return condition;
    }

    private Optional<Condition> term() {
        if (take("(")) {
            var inner = or();
            if (!take(")")) {
                throw unexpected("a closing parenthesis");
            }
            return inner;
        }
        if (at + 1 < tokens.size() && tokens.get(at + 1).equalsIgnoreCase("of")) {
            return quantified();
        }
        if (at >= tokens.size() || isReserved(tokens.get(at))) {
            throw unexpected("a search identifier");
        }
        return Optional.of(named(tokens.get(at++)));
    }

    private Optional<Condition> quantified() {
        var quantifier = tokens.get(at).toLowerCase(Locale.ROOT);
        if (!List.of("1", "any", "all").contains(quantifier)) {
            throw new IllegalArgumentException("cannot count '" + tokens.get(at) + " of'; expected '1 of' or 'all of'");
        }
        at += 2;
        if (at >= tokens.size() || isReserved(tokens.get(at))) {
            throw unexpected("a pattern of search identifiers or 'them'");
        }
        var parts = matching(tokens.get(at++));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(quantifier.equals("all") ? new Condition.All(parts) : new Condition.Any(parts));
    }

    /** Identifiers that begin with an underscore are left out unless the pattern asks for them. */
    private List<Condition> matching(String pattern) {
        boolean them = pattern.equalsIgnoreCase("them") && !selections.containsKey(pattern);
        var names = Glob.parse(them ? "*" : pattern);
        boolean hidden = pattern.startsWith("_");
        var parts = selections.keySet().stream()
                .filter(name -> names.matches(name) && (hidden || !name.startsWith("_")))
                .<Condition>map(this::named)
                .toList();
        if (parts.isEmpty() && negated == 0) {
            throw new IllegalArgumentException("no search identifier fits '" + pattern + "'; there are " + known());
        }
        return parts;
    }

    private Condition named(String name) {
        var selection = selections.get(name);
        if (selection == null) {
            throw new IllegalArgumentException("search identifier '" + name + "' is not defined"
                    + NearestName.hint(name, selections.keySet()) + "; there are " + known());
        }
        return new Condition.Named(name, selection);
    }

    private String known() {
        return String.join(", ", selections.keySet());
    }

    private boolean take(String token) {
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(token)) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isReserved(String token) {
        return RESERVED.contains(token.toLowerCase(Locale.ROOT));
    }

    private IllegalArgumentException unexpected(String expected) {
        if (at < tokens.size() && tokens.get(at).equals("|")) {
            return new IllegalArgumentException(
                    "aggregations and near behind '|' left Sigma with version 2; expected a correlation rule instead");
        }
        var found = at < tokens.size() ? "'" + tokens.get(at) + "'" : "the end";
        return new IllegalArgumentException("expected " + expected + ", found " + found);
    }
}
