package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Resources;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ways in which one name is written: with or without the Arabic article, in the transliterations of the word list, in British and
 * American spelling. Hyphens, accents and case are the name index's work.
 */
final class Spellings {

    private static final int MOST = 24;
    private static final Pattern ARTICLE = Pattern.compile("^(?:Al|al|El|el|Ul|As|Ash|At|An|Ad|Az|Ar)[- ]");

    private static final Spellings BUILT_IN = new Spellings(Resources.lines("actors/spellings.txt").stream()
            .map(line -> List.of(line.split("\\s*\\|\\s*")))
            .toList());

    private final List<List<Spelling>> groups;

    /** A word or words as they are written and as they are compared. */
    private record Spelling(String written, String compared) {
        static Spelling of(String written) {
            return new Spelling(written, " " + written.replace('-', ' ') + " ");
        }

        Spelling inSmallLetters() {
            return new Spelling(written, compared.toLowerCase(Locale.ROOT));
        }
    }

    /** Takes rows of spellings that stand for one another. */
    Spellings(List<List<String>> groups) {
        this.groups = groups.stream()
                .map(group -> group.stream().map(Spelling::of).toList())
                .toList();
    }

    /** By the rows of {@code actors/spellings.txt}. */
    static Spellings builtIn() {
        return BUILT_IN;
    }

    Set<String> of(String name) {
        var found = new LinkedHashSet<Spelling>();
        found.add(name(name));
        for (var group : groups) {
            for (var spelling : List.copyOf(found)) {
                replaced(spelling, group, found);
            }
        }
        var all = new LinkedHashSet<String>();
        found.forEach(spelling -> all.add(spelling.written()));
        for (var spelling : List.copyOf(all)) {
            articles(spelling, all);
        }
        return all;
    }

    private static Spelling name(String written) {
        return Spelling.of(written).inSmallLetters();
    }

    private static void replaced(Spelling name, List<Spelling> group, Set<Spelling> all) {
        for (var from : group) {
            int at = name.compared().indexOf(from.compared());
            if (at < 0) {
                continue;
            }
            var before = name.written().substring(0, at);
            var behind = name.written().substring(at + from.written().length());
            for (var to : group) {
                if (all.size() < MOST) {
                    all.add(name(before + like(name.written().charAt(at), to.written()) + behind));
                }
            }
            return;
        }
    }

    private static String like(char first, String word) {
        return Character.isUpperCase(first) ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    }

    private static void articles(String name, Set<String> all) {
        var article = ARTICLE.matcher(name);
        if (article.find()) {
            var rest = name.substring(article.end());
            all.add("al-" + rest);
            all.add("el-" + rest);
            all.add("Al" + rest.toLowerCase(Locale.ROOT));
        }
    }
}
