package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Replaces the placeholders of a value by every value of their lists. */
final class Placeholders {
    private static final Pattern NAME = Pattern.compile("%([^\\s%]+)%");
    private static final int MOST_VALUES = 10_000;

    private final ValueLists lists;

    Placeholders(ValueLists lists) {
        this.lists = lists;
    }

    /** The value with each combination of its placeholders' values; {@code \%} is a plain percent sign. */
    List<String> expand(String written) {
        var expanded = List.of("");
        var name = NAME.matcher(written);
        int at = 0;
        while (at < written.length()) {
            if (written.startsWith("\\%", at)) {
                expanded = append(expanded, List.of("%"));
                at += 2;
            } else if (name.region(at, written.length()).lookingAt()) {
                expanded = append(expanded, valuesOf(name.group(1)));
                at = name.end();
            } else {
                expanded = append(expanded, List.of(written.substring(at, ++at)));
            }
        }
        return expanded;
    }

    private List<String> valuesOf(String name) {
        return lists.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no value list for the placeholder %" + name + "%; expected one of that name to be supplied"));
    }

    private static List<String> append(List<String> heads, List<String> tails) {
        if ((long) heads.size() * tails.size() > MOST_VALUES) {
            throw new IllegalArgumentException("placeholders expand to more than " + MOST_VALUES + " values");
        }
        var joined = new ArrayList<String>(heads.size() * tails.size());
        for (var head : heads) {
            for (var tail : tails) {
                joined.add(head + tail);
            }
        }
        return joined;
    }
}
