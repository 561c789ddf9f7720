package io.missionwatch.bench.enrich;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.missionwatch.enrich.names.NameIndex;
import java.util.List;
import java.util.TreeMap;

/** The double-array trie of hankcs, with the little that makes whole words and longest names of its hits. */
final class DoubleArrayNames implements NameFinder {
    private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();

    DoubleArrayNames(List<String> names) {
        var ids = new TreeMap<String, Integer>();
        names.forEach(name -> ids.put(name, ids.size()));
        trie.build(ids);
    }

    @Override
    public String name() {
        return "AhoCorasickDoubleArrayTrie";
    }

    @Override
    public void find(String text, NameIndex.Visitor visitor) {
        var longest = new Longest(text, visitor);
        trie.parseText(text.toCharArray(), longest);
        longest.flush();
    }

    /** Hits come in the order of their ends; those that end together, in any. */
    private static final class Longest implements AhoCorasickDoubleArrayTrie.IHit<Integer> {
        private final String text;
        private final NameIndex.Visitor visitor;
        private int start;
        private int end;
        private int id;
        private int lastStart;
        private int lastEnd;
        private int lastId;

        Longest(String text, NameIndex.Visitor visitor) {
            this.text = text;
            this.visitor = visitor;
        }

        @Override
        public void hit(int from, int to, Integer name) {
            if (NameFinder.parts(text, from) && NameFinder.parts(text, to)) {
                if (to > lastEnd) {
                    settle();
                } else if (from > lastStart) {
                    return;
                }
                lastStart = from;
                lastEnd = to;
                lastId = name;
            }
        }

        /** The longest of those that end together goes over what it holds, and after what ends before it. */
        private void settle() {
            if (lastStart >= end) {
                visit();
            } else if (lastStart > start) {
                return;
            }
            start = lastStart;
            end = lastEnd;
            id = lastId;
        }

        private void visit() {
            if (end > start) {
                visitor.match(start, end, id);
            }
        }

        void flush() {
            settle();
            visit();
        }
    }
}
