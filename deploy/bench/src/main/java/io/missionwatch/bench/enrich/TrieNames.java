package io.missionwatch.bench.enrich;

import io.missionwatch.enrich.names.NameIndex;
import java.util.List;
import org.ahocorasick.trie.Trie;

/** The Aho-Corasick trie of Robert Bor, which finds whole words and leaves overlaps out by itself. */
final class TrieNames implements NameFinder {
    private final Trie trie;

    TrieNames(List<String> names) {
        trie = Trie.builder()
                .onlyWholeWords()
                .ignoreOverlaps()
                .addKeywords(names)
                .build();
    }

    @Override
    public String name() {
        return "ahocorasick";
    }

    @Override
    public void find(String text, NameIndex.Visitor visitor) {
        // It tells the name itself and no number of it.
        trie.parseText(text).forEach(hit -> visitor.match(hit.getStart(), hit.getEnd() + 1, 0));
    }
}
