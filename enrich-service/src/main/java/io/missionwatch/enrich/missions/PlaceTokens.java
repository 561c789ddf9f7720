package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.places.Place;
import io.missionwatch.enrich.places.PlaceMention;
import io.missionwatch.enrich.places.PlaceTag;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where in a document places are named, put into the tokens of its sentences. */
final class PlaceTokens {

    private final List<Named> named = new ArrayList<>();

    private record Named(Field field, int start, int end, Place place) {}

    /**
     * A place that a sentence names.
     *
     * @param start its first token in the sentence
     * @param end the token after its last
     */
    record At(Place place, int start, int end) {}

    PlaceTokens(List<PlaceTag> tags) {
        for (var tag : tags) {
            tag.mentions().stream()
                    .filter(mention -> !mention.isMetonym())
                    .forEach(mention -> named.add(named(tag, mention)));
        }
        named.sort(Comparator.comparing(Named::field).thenComparing(Named::start));
    }

    private static Named named(PlaceTag tag, PlaceMention mention) {
        return new Named(mention.inTitle() ? Field.TITLE : Field.BODY, mention.start(), mention.end(), tag.place());
    }

    /** The places of a sentence, in the order of the text. */
    List<At> in(Sentence sentence) {
        var span = sentence.span();
        var found = new ArrayList<At>();
        for (var i = firstFrom(span.field(), span.start()); i < named.size(); i++) {
            var place = named.get(i);
            if (place.field() != span.field() || place.start() >= span.end()) {
                break;
            }
            found.add(at(sentence, place));
        }
        return found;
    }

    private static At at(Sentence sentence, Named place) {
        var tokens = sentence.tokens();
        var start = 0;
        while (start < tokens.size() - 1 && tokens.get(start).end() <= place.start()) {
            start++;
        }
        var end = start + 1;
        while (end < tokens.size() && tokens.get(end).start() < place.end()) {
            end++;
        }
        return new At(place.place(), start, end);
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
