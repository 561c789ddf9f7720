package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Resources;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The forms that a name takes within a sentence: the cases of Russian, in which its adjectives and its first noun change together,
 * and the small words that Arabic writes as one with what follows.
 */
final class NameForms {

    private static final NameForms BUILT_IN =
            new NameForms(rows("actors/russian-cases.tsv"), rows("actors/arabic-prefixes.tsv"));
    private static final int SHORTEST_STEM = 2;
    private static final String NONE = "-";

    private final List<Declined> endings;
    private final List<List<String>> prefixes;

    /** An ending and what stands for it in each case. */
    private record Declined(boolean adjective, String ending, List<String> cases) {
        static Declined of(List<String> row) {
            var ending = row.get(1).equals(NONE) ? "" : row.get(1);
            return new Declined(
                    row.get(0).equals("adjective"), ending, List.of(row.get(2).split(" ", -1)));
        }

        boolean fits(String word) {
            return word.length() >= ending.length() + SHORTEST_STEM && word.endsWith(ending);
        }

        String in(int number, String word) {
            return word.substring(0, word.length() - ending.length()) + cases.get(number);
        }
    }

    private NameForms(List<List<String>> endings, List<List<String>> prefixes) {
        this.endings = endings.stream()
                .map(Declined::of)
                .sorted(Comparator.comparing(row -> -row.ending().length()))
                .toList();
        this.prefixes = prefixes;
    }

    /** By the tables beside the lexicon. */
    static NameForms builtIn() {
        return BUILT_IN;
    }

    private static List<List<String>> rows(String resource) {
        return Resources.lines(resource).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /** What a sentence may make of the name, besides the name itself. */
    List<String> of(String name) {
        return switch (UnicodeScript.of(name.codePointAt(0))) {
            case CYRILLIC -> declined(name);
            case ARABIC -> prefixed(name);
            default -> List.of();
        };
    }

    private List<String> prefixed(String name) {
        var forms = new ArrayList<String>();
        for (var row : prefixes) {
            var insteadOf = row.get(1).equals(NONE) ? "" : row.get(1);
            if (name.startsWith(insteadOf)) {
                forms.add(row.get(0) + name.substring(insteadOf.length()));
            }
        }
        return forms;
    }

    private List<String> declined(String name) {
        var words = name.split(" ", -1);
        var changing = new ArrayList<Declined>();
        for (var word : words) {
            var adjective = row(word, true);
            var row = adjective.or(() -> row(word, false));
            row.ifPresent(changing::add);
            if (row.isEmpty() || adjective.isEmpty()) {
                break;
            }
        }
        var forms = new ArrayList<String>();
        int cases = changing.stream().mapToInt(row -> row.cases().size()).min().orElse(0);
        for (int number = 0; number < cases; number++) {
            forms.add(inCase(number, words, changing));
        }
        return forms;
    }

    private static String inCase(int number, String[] words, List<Declined> changing) {
        var form = words.clone();
        for (int i = 0; i < changing.size(); i++) {
            form[i] = changing.get(i).in(number, words[i]);
        }
        return String.join(" ", form);
    }

    /** Acronyms do not change. */
    private Optional<Declined> row(String word, boolean adjective) {
        return endings.stream()
                .filter(row -> row.adjective() == adjective && row.fits(word))
                .filter(row -> word.chars().anyMatch(Character::isLowerCase))
                .findFirst();
    }
}
