package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.places.Place;
import io.missionwatch.enrich.places.PlaceMention;
import io.missionwatch.enrich.places.PlaceTag;
import io.missionwatch.enrich.text.Dateline;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.Span;
import io.missionwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in a document places are named, put into the tokens of its sentences. */
final class PlaceTokens {

    private static final int REACH = 60;
    /** A name that is more likely no place hosts nothing, unless the mission is said to be in it. */
    private static final double LEAST = .35;

    private final MissionWords words;
    private final List<Named> named = new ArrayList<>();

    private final Map<Integer, List<At>> bySentence = new HashMap<>();

    private record Named(Field field, int start, int end, Place place, boolean metonym, boolean doubtful) {}

    /**
     * A place that a sentence names.
     *
     * @param start its first token in the sentence
     * @param end the token after its last
     * @param doubtful it may well be no place
     * @param aside it says where those are who speak of it: "Seoul: two staff abducted", "the ministry in Seoul said"
     */
    record At(Place place, int start, int end, boolean doubtful, boolean aside) {}

    PlaceTokens(MissionWords words, List<PlaceTag> tags, Optional<Dateline> dateline) {
        this.words = words;
        for (var tag : tags) {
            tag.mentions().forEach(mention -> named.add(named(tag, mention, dateline)));
        }
        named.sort(Comparator.comparing(Named::field).thenComparing(Named::start));
    }

    private static Named named(PlaceTag tag, PlaceMention mention, Optional<Dateline> dateline) {
        var field = mention.inTitle() ? Field.TITLE : Field.BODY;
        var span = new Span(field, mention.start(), mention.end());
        var isDoubtful = tag.confidence() < LEAST
                && dateline.filter(line -> line.span().overlaps(span)).isEmpty();
        return new Named(field, mention.start(), mention.end(), tag.place(), mention.isMetonym(), isDoubtful);
    }

    /** The places of a sentence, in the order of the text. */
    List<At> in(Sentence sentence) {
        return bySentence.computeIfAbsent(sentence.firstToken(), first -> find(sentence));
    }

    /** The places of the phrase's sentence that stand near enough to it to be its own. */
    List<At> near(Sighting sighting) {
        var all = in(sighting.sentence());
        var from = firstStartingFrom(all, sighting.start() - REACH);
        var to = firstStartingFrom(all, sighting.end() + REACH);
        return all.subList(from, to);
    }

    private static int firstStartingFrom(List<At> places, int token) {
        var low = 0;
        var high = places.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (places.get(middle).start() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<At> find(Sentence sentence) {
        var span = sentence.span();
        var found = new ArrayList<At>();
        for (var i = firstFrom(span.field(), span.start()); i < named.size(); i++) {
            var place = named.get(i);
            if (place.field() != span.field() || place.start() >= span.end()) {
                break;
            }
            if (!place.metonym()) {
                found.add(at(sentence, place));
            }
        }
        return List.copyOf(found);
    }

    private At at(Sentence sentence, Named place) {
        var tokens = sentence.tokens();
        var start = firstEndingAfter(tokens, place.start());
        var end = start + 1;
        while (end < tokens.size() && tokens.get(end).start() < place.end()) {
            end++;
        }
        return new At(place.place(), start, end, place.doubtful(), isAside(place.field(), tokens, start, end));
    }

    private boolean isAside(Field field, List<Token> tokens, int start, int end) {
        boolean heads = field == Field.TITLE
                && start == 0
                && end < tokens.size()
                && tokens.get(end).is(":");
        return heads
                || start > 1 && tokens.get(start - 1).is("in") && words.is(MissionRole.MINISTRY, tokens.get(start - 2));
    }

    private static int firstEndingAfter(List<Token> tokens, int offset) {
        var low = 0;
        var high = tokens.size() - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstFrom(Field field, int start) {
        var low = 0;
        var high = named.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            var place = named.get(middle);
            var isBefore = place.field().compareTo(field) < 0 || place.field() == field && place.start() < start;
            if (isBefore) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
