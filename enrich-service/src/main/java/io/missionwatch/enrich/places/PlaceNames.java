package io.missionwatch.enrich.places;

import io.missionwatch.enrich.names.NameIndex;
import io.missionwatch.enrich.names.NameText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The names of a gazetteer: the built-in ones, and over them those that operators added. Where names of both overlap, the one
 * that begins first counts, then the longer; one that stands for places of both is visited for all of them.
 */
final class PlaceNames {
    private final NameIndex builtIn;
    private final NameIndex added;
    private final BitSet replaced;

    private record Hit(int start, int end, int id) {}

    private static final Comparator<Hit> LEFTMOST_LONGEST = Comparator.comparingInt(Hit::start)
            .thenComparing(Comparator.comparingInt(Hit::end).reversed());

    PlaceNames(NameIndex builtIn) {
        this(builtIn, NameIndex.builder().build(), new BitSet());
    }

    /**
     * Names over others.
     *
     * @param replaced numbers of the built-in places that others stand for now
     */
    PlaceNames(NameIndex builtIn, NameIndex added, BitSet replaced) {
        this.builtIn = builtIn;
        this.added = added;
        this.replaced = replaced;
    }

    /** The built-in ones, with others over them. */
    PlaceNames with(NameIndex others, BitSet numbers) {
        return new PlaceNames(builtIn, others, numbers);
    }

    void forEachMatch(NameText text, NameIndex.Visitor visitor) {
        if (added.size() == 0) {
            builtIn.forEachMatch(text, visitor);
            return;
        }
        var hits = new ArrayList<Hit>();
        added.forEachMatch(text, (start, end, id) -> hits.add(new Hit(start, end, id)));
        if (hits.isEmpty() && replaced.isEmpty()) {
            builtIn.forEachMatch(text, visitor);
            return;
        }
        builtIn.forEachMatch(text, (start, end, id) -> {
            if (!replaced.get(SightingIds.place(id))) {
                hits.add(new Hit(start, end, id));
            }
        });
        hits.sort(LEFTMOST_LONGEST);
        visit(hits, visitor);
    }

    private static void visit(List<Hit> hits, NameIndex.Visitor visitor) {
        var start = -1;
        var end = 0;
        for (var hit : hits) {
            if (hit.start() >= end || (hit.start() == start && hit.end() == end)) {
                start = hit.start();
                end = hit.end();
                visitor.match(start, end, hit.id());
            }
        }
    }
}
