package io.missionwatch.bench.enrich;

import io.missionwatch.enrich.names.NameIndex;
import java.util.List;

/** Something that finds many names in a text: whole words, the longest name at each place, no two that overlap. */
interface NameFinder {

    /** Who it is, for the table. */
    String name();

    /** Visits each stretch that is a name once, from left to right. */
    void find(String text, NameIndex.Visitor visitor);

    /** Ours; the only one that sees through accents, hyphens and apostrophes while it reads. */
    static NameFinder ours(List<String> names) {
        var builder = NameIndex.builder();
        for (var id = 0; id < names.size(); id++) {
            builder.add(names.get(id), id);
        }
        var index = builder.build();
        return new NameFinder() {
            @Override
            public String name() {
                return "ours";
            }

            @Override
            public void find(String text, NameIndex.Visitor visitor) {
                index.forEachMatch(text, visitor);
            }
        };
    }

    /** Whether a word may begin or end between two letters of a text. */
    static boolean parts(String text, int at) {
        return at == 0
                || at == text.length()
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }
}
