package io.missionwatch.enrich.places;

import io.missionwatch.enrich.text.Caseless;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds every stretch of a text that could name a place or a people. */
final class SightingFinder {
    private static final int SAMPLE = 4_000;

    private final Gazetteer gazetteer;

    SightingFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** In the order of the text; stretches that overlap a taken one are left out. */
    List<Sighting> find(boolean inTitle, CharSequence text, TakenSpans taken) {
        var found = new Collector(inTitle, text, taken);
        gazetteer.names().forEachMatch(text, found::match);
        return found.finish();
    }

    /** A name that could be that of a place, as a text writes it. */
    static final class Name {
        final String text;
        /** What all ways to write it in capitals share. */
        final String key;
        /** The ids that count, each once. */
        final int[] ids;
        /** What kinds of place it can mean; none where it is that of a people. */
        final Set<PlaceKind> kinds;
        /** All ids that the index has for it. */
        private final int[] found;

        Name(String text, int[] found, int[] ids, Set<PlaceKind> kinds) {
            this.text = text;
            this.key = text.toLowerCase(Locale.ROOT);
            this.found = found;
            this.ids = ids;
            this.kinds = kinds;
        }
    }

    private final class Collector {
        private final boolean inTitle;
        private final CharSequence text;
        private final TakenSpans taken;
        private final boolean isCaseless;
        private final List<Sighting> sightings = new ArrayList<>();
        /** Those that came before, as they are written: most names of a text come again. */
        private final Map<String, Name> names = new HashMap<>();

        private int[] ids = new int[64];
        private int count;
        private int start;
        private int end;

        Collector(boolean inTitle, CharSequence text, TakenSpans taken) {
            this.inTitle = inTitle;
            this.text = text;
            this.taken = taken;
            this.isCaseless = Caseless.test(text, SAMPLE);
        }

        void match(int from, int to, int id) {
            if (from != start || count == 0) {
                flush();
                start = from;
            }
            end = Math.max(to, count == 0 ? to : end);
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, count * 2);
            }
            ids[count++] = id;
        }

        List<Sighting> finish() {
            flush();
            return sightings;
        }

        private void flush() {
            if (count > 0 && !taken.overlaps(start, end)) {
                sightings.add(new Sighting(inTitle, text, start, name(), isCaseless));
            }
            count = 0;
        }

        private Name name() {
            var written = text.subSequence(start, end).toString();
            var name = names.get(written);
            if (name == null || !Arrays.equals(name.found, 0, name.found.length, ids, 0, count)) {
                var places = places();
                name = new Name(written, Arrays.copyOf(ids, count), places, kinds(places));
                names.put(written, name);
            }
            return name;
        }

        private Set<PlaceKind> kinds(int[] places) {
            var kinds = EnumSet.noneOf(PlaceKind.class);
            for (var id : places) {
                if (!SightingIds.isDemonym(id)) {
                    kinds.add(gazetteer.kind(SightingIds.place(id)));
                }
            }
            return kinds;
        }

        private int[] demonyms(int peoples) {
            var demonyms = new int[peoples];
            for (int at = 0, of = 0; of < peoples; at++) {
                if (SightingIds.isDemonym(ids[at])) {
                    demonyms[of++] = ids[at];
                }
            }
            return demonyms;
        }

        /** A word for a people is no place, though some village bears it too. */
        private int[] places() {
            var peoples = 0;
            for (var at = 0; at < count; at++) {
                peoples += SightingIds.isDemonym(ids[at]) ? 1 : 0;
            }
            return peoples == 0
                    ? SightingIds.distinct(Arrays.copyOf(ids, count))
                    : SightingIds.distinct(demonyms(peoples));
        }
    }
}
