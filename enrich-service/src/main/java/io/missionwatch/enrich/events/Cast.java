package io.missionwatch.enrich.events;

import io.missionwatch.enrich.actors.ActorTag;
import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.enrich.places.PlaceTag;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Span;
import io.missionwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who and what an article's tags name, by token: for each token of the document the index of its mission, actor and place. */
final class Cast {

    private final List<Token> tokens;
    private final int titleTokens;
    private final List<ActorTag> actors;
    private final List<MissionTag> missions;
    private final List<PlaceTag> places;
    private final int[] actorAt;
    private final int[] missionAt;
    private final int[] placeAt;
    private final Span[] missionSpanAt;
    private final Map<Span, List<Integer>> missionsBySpan = new HashMap<>();

    Cast(Document document, List<ActorTag> actors, List<MissionTag> missions, List<PlaceTag> places) {
        this.tokens = document.tokens();
        this.titleTokens = firstOfBody(tokens);
        this.actors = List.copyOf(actors);
        this.missions = List.copyOf(missions);
        this.places = List.copyOf(places);
        this.actorAt = unmarked();
        this.missionAt = unmarked();
        this.placeAt = unmarked();
        this.missionSpanAt = new Span[tokens.size()];
        for (int i = 0; i < actors.size(); i++) {
            for (var mention : actors.get(i).mentions()) {
                mark(
                        actorAt,
                        i,
                        mention.span().field(),
                        mention.span().start(),
                        mention.span().end());
            }
        }
        for (int i = 0; i < missions.size(); i++) {
            for (var mention : missions.get(i).mentions()) {
                missionsBySpan
                        .computeIfAbsent(mention.span(), span -> new ArrayList<>())
                        .add(i);
                markMission(i, mention.span());
            }
        }
        for (int i = 0; i < places.size(); i++) {
            for (var mention : places.get(i).mentions()) {
                if (!mention.isMetonym()) {
                    mark(placeAt, i, mention.inTitle() ? Field.TITLE : Field.BODY, mention.start(), mention.end());
                }
            }
        }
    }

    private static int firstOfBody(List<Token> tokens) {
        int first = 0;
        while (first < tokens.size() && tokens.get(first).field() == Field.TITLE) {
            first++;
        }
        return first;
    }

    private int[] unmarked() {
        int[] marks = new int[tokens.size()];
        Arrays.fill(marks, Line.NOBODY);
        return marks;
    }

    private void markMission(int index, Span span) {
        mark(missionAt, index, span.field(), span.start(), span.end());
        for (int at = firstEndingAfter(span.field(), span.start());
                at < tokens.size() && tokens.get(at).span().overlaps(span);
                at++) {
            missionSpanAt[at] = span;
        }
    }

    private void mark(int[] marks, int index, Field field, int start, int end) {
        for (int at = firstEndingAfter(field, start); at < tokens.size(); at++) {
            var token = tokens.get(at);
            if (token.field() != field || token.start() >= end) {
                return;
            }
            marks[at] = index;
        }
    }

    private int firstEndingAfter(Field field, int offset) {
        int low = field == Field.TITLE ? 0 : titleTokens;
        int high = field == Field.TITLE ? titleTokens : tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int[] missionsOf(int from, int to) {
        return Arrays.copyOfRange(missionAt, from, to);
    }

    /** The missions that the phrase at a token of a mission names: both of "the French and German embassies". */
    List<Integer> missionsNamedAt(int token) {
        return missionsBySpan.get(missionSpanAt[token]);
    }

    int[] actorsOf(int from, int to) {
        return Arrays.copyOfRange(actorAt, from, to);
    }

    /** Whether all tokens of a stretch are part of actors' names. */
    boolean isActorThroughout(int from, int to) {
        for (int at = from; at < to; at++) {
            if (actorAt[at] == Line.NOBODY) {
                return false;
            }
        }
        return true;
    }

    int[] placesOf(int from, int to) {
        return Arrays.copyOfRange(placeAt, from, to);
    }

    ActorTag actor(int index) {
        return actors.get(index);
    }

    MissionTag mission(int index) {
        return missions.get(index);
    }

    PlaceTag place(int index) {
        return places.get(index);
    }

    String actorId(int index) {
        return actors.get(index).id();
    }

    /** An armed group, or a person or organisation that is no state's. */
    boolean isArmed(Line line, int at) {
        return line.isActor(at) && actor(line.actor(at)).type() == ActorType.ARMED_GROUP;
    }

    /** A state, or what acts for one. */
    boolean isForce(Line line, int at) {
        if (!line.isActor(at)) {
            return false;
        }
        return switch (actor(line.actor(at)).type()) {
            case STATE, GOVERNMENT, MILITARY, POLICE -> true;
            case ARMED_GROUP, INTERNATIONAL_ORGANISATION, PERSON, MEDIA, COMPANY, OTHER -> false;
        };
    }

    boolean anyArmed(Line line, int from, int to) {
        for (int at = from; at < to; at++) {
            if (isArmed(line, at)) {
                return true;
            }
        }
        return false;
    }

    boolean anyForce(Line line, int from, int to) {
        for (int at = from; at < to; at++) {
            if (isForce(line, at)) {
                return true;
            }
        }
        return false;
    }
}
