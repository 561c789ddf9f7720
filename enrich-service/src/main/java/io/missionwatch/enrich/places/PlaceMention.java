package io.missionwatch.enrich.places;

import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Span;

/**
 * One place where a text names a place.
 *
 * @param inTitle whether the offsets count in the title rather than in the body
 * @param start first UTF-16 unit
 * @param end the unit after the last
 * @param isMetonym whether the name stands for a government
 */
public record PlaceMention(boolean inTitle, int start, int end, String text, PlaceReason reason, boolean isMetonym) {

    public Span span() {
        return new Span(inTitle ? Field.TITLE : Field.BODY, start, end);
    }
}
