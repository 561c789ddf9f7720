package io.missionwatch.enrich.places;

import io.missionwatch.enrich.names.NameText;
import io.missionwatch.enrich.text.Caseless;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds every stretch of a text that could name a place or a people. */
final class SightingFinder {
    private static final int SAMPLE = 4_000;

    private final Gazetteer gazetteer;
    private final NameWeigher weigher;

    SightingFinder(Gazetteer gazetteer, NameWeigher weigher) {
        this.gazetteer = gazetteer;
        this.weigher = weigher;
    }

    /** In the order of the text; stretches that overlap a taken one are left out. */
    List<Sighting> find(boolean inTitle, NameText text, TakenSpans taken) {
        var found = new Collector(inTitle, text.text(), taken);
        gazetteer.names().forEachMatch(text, found::match);
        return found.finish();
    }

    /** A name that came before, and all ids that the index has for it. */
    private static final class Known {
        private final PlaceName name;
        private final int[] found;

        Known(PlaceName name, int[] found) {
            this.name = name;
            this.found = found;
        }
    }

    private final class Collector {
        private final boolean inTitle;
        private final String text;
        private final TakenSpans taken;
        private final boolean isCaseless;
        private final List<Sighting> sightings = new ArrayList<>();
        /** Those that came before, as they are written: most names of a text come again. */
        private final Map<String, Known> names = new HashMap<>();

        private int[] ids = new int[64];
        private int count;
        private int start;
        private int end;

        Collector(boolean inTitle, String text, TakenSpans taken) {
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

        private PlaceName name() {
            var written = text.substring(start, end);
            var known = names.get(written);
            if (known == null || !Arrays.equals(known.found, 0, known.found.length, ids, 0, count)) {
                known = new Known(name(written), Arrays.copyOf(ids, count));
                names.put(written, known);
            }
            return known.name;
        }

        private PlaceName name(String written) {
            var key = written.toLowerCase(Locale.ROOT);
            var name = isCaseless ? written.charAt(0) + written.substring(1).toLowerCase(Locale.ROOT) : written;
            var found = places();
            var meanings = new Meanings(found, gazetteer.spots(found));
            return SightingIds.isDemonym(found[0])
                    ? new PlaceName(written, name, key, true, meanings, Set.of(), NameWeight.NONE)
                    : new PlaceName(
                            written,
                            name,
                            key,
                            false,
                            meanings,
                            meanings.kinds(),
                            weigher.weigh(written, name, meanings));
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
