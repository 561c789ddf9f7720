package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The modifiers behind a field name, in their order, checked to make sense together. */
final class Modifiers {
    private static final List<String> PLACES = List.of("contains", "startswith", "endswith");
    private static final List<String> WIDTHS = List.of("utf16", "utf16le", "utf16be", "wide");
    private static final List<String> ENCODINGS = List.of("base64", "base64offset");
    private static final List<String> REGEX_OPTIONS = List.of("i", "m", "s");
    private static final List<String> COMPARISONS = List.of("lt", "lte", "gt", "gte");
    private static final List<String> DATE_PARTS = List.of("minute", "hour", "day", "week", "month", "year");
    private static final List<String> TYPES = List.of("re", "cidr", "exists", "fieldref");
    private static final List<String> GENERAL = List.of("all", "cased", "neq", "windash", "expand");
    private static final Set<String> KNOWN =
            union(GENERAL, PLACES, WIDTHS, ENCODINGS, REGEX_OPTIONS, COMPARISONS, DATE_PARTS, TYPES);

    private static final Map<String, Set<String>> COMPANY = company();
    private static final Set<String> CHANGING = union(PLACES, WIDTHS, ENCODINGS, List.of("windash"));
    private static final Modifiers NONE = new Modifiers(List.of());

    private final List<String> names;
    private final Optional<Comparison> comparison;
    private final Optional<DatePart> datePart;

    private Modifiers(List<String> names) {
        this.names = names;
        this.comparison =
                names.stream().filter(COMPARISONS::contains).findFirst().flatMap(Comparison::named);
        this.datePart =
                names.stream().flatMap(name -> DatePart.named(name).stream()).findFirst();
    }

    /** Checks names and combination; the message of the exception says which does not go with which. */
    static Modifiers of(List<String> names) {
        if (names.isEmpty()) {
            return NONE;
        }
        var modifiers = new Modifiers(List.copyOf(names));
        modifiers.checkNames();
        modifiers.checkAtMostOne(PLACES);
        modifiers.checkAtMostOne(WIDTHS);
        modifiers.checkAtMostOne(ENCODINGS);
        modifiers.checkAtMostOne(COMPARISONS);
        modifiers.checkAtMostOne(DATE_PARTS);
        modifiers.checkRegexOptions();
        COMPANY.forEach(modifiers::checkCompany);
        return modifiers;
    }

    /** For the modifiers that do not go with every other: those that they go with. */
    private static Map<String, Set<String>> company() {
        var company = new LinkedHashMap<String, Set<String>>();
        company.put("exists", Set.of());
        company.put("re", union(REGEX_OPTIONS, List.of("all", "expand")));
        company.put("cidr", Set.of("all", "expand"));
        company.put("fieldref", union(PLACES, List.of("all", "cased", "neq")));
        COMPARISONS.forEach(name -> company.put(name, union(DATE_PARTS, List.of("all", "expand"))));
        DATE_PARTS.forEach(name -> company.put(name, union(COMPARISONS, List.of("all", "neq", "expand"))));
        company.put("neq", without("all"));
        return company;
    }

    @SafeVarargs
    private static Set<String> union(List<String>... lists) {
        var all = new LinkedHashSet<String>();
        for (var list : lists) {
            all.addAll(list);
        }
        return all;
    }

    private static Set<String> without(String name) {
        var rest = new LinkedHashSet<>(KNOWN);
        rest.remove(name);
        return rest;
    }

    private void checkNames() {
        var seen = new LinkedHashSet<String>();
        for (var name : names) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("unknown modifier '" + name + "'" + NearestName.hint(name, KNOWN)
                        + "; expected one of " + String.join(", ", KNOWN));
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("modifier '" + name + "' stands twice; expected it once");
            }
        }
    }

    private void checkAtMostOne(List<String> group) {
        var used = new ArrayList<>(names);
        used.retainAll(group);
        if (used.size() > 1) {
            throw new IllegalArgumentException(
                    "modifiers " + String.join(" and ", used) + " do not go together; expected one of them");
        }
    }

    private void checkRegexOptions() {
        for (var option : REGEX_OPTIONS) {
            if (has(option) && names.indexOf("re") != -1 == names.indexOf("re") > names.indexOf(option)) {
                throw new IllegalArgumentException(
                        "modifier '" + option + "' is an option of re; expected it behind re");
            }
        }
    }

    private void checkCompany(String name, Set<String> company) {
        if (has(name)) {
            names.stream()
                    .filter(other -> !other.equals(name) && !company.contains(other))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException(
                                "modifiers " + name + " and " + other + " do not go together");
                    });
        }
    }

    /** A field as it is written with these modifiers. */
    String behind(String field) {
        return names.isEmpty() ? field : field + "|" + String.join("|", names);
    }

    List<String> names() {
        return names;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    Optional<Comparison> comparison() {
        return comparison;
    }

    Optional<DatePart> datePart() {
        return datePart;
    }

    boolean changesText() {
        return names.stream().anyMatch(CHANGING::contains);
    }

    Item.Link link() {
        boolean differs = has("neq");
        if (differs && datePart.isEmpty()) {
            return Item.Link.NONE;
        }
        return differs || has("all") ? Item.Link.ALL : Item.Link.ANY;
    }
}
