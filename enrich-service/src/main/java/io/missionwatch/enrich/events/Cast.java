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
    /** By token the number of the tag after its index, so that none is 0. */
    private final int[] actorAt;

    private final int[] missionAt;
    private final int[] placeAt;
    private final Span[] missionSpanAt;
    private final Map<Span, List<Integer>> missionsBySpan = new HashMap<>();

    /** Whether there are names of actors, missions and places. */
    record Named(boolean actors, boolean missions, boolean places) {}

    Cast(Document document, List<ActorTag> actors, List<MissionTag> missions, List<PlaceTag> places) {
        this.tokens = document.tokens();
        this.titleTokens = firstOfBody(tokens);
        this.actors = List.copyOf(actors);
        this.missions = List.copyOf(missions);
        this.places = List.copyOf(places);
        this.actorAt = new int[tokens.size()];
        this.missionAt = new int[tokens.size()];
        this.placeAt = new int[tokens.size()];
        this.missionSpanAt = new Span[tokens.size()];
        markActors();
        markMissions();
        markPlaces();
    }

    private void markActors() {
        for (int i = 0; i < actors.size(); i++) {
            for (var mention : actors.get(i).mentions()) {
                var span = mention.span();
                mark(actorAt, i, span.field(), span.start(), span.end());
            }
        }
    }

    private void markMissions() {
        for (int i = 0; i < missions.size(); i++) {
            for (var mention : missions.get(i).mentions()) {
                var span = mention.span();
                missionsBySpan.computeIfAbsent(span, s -> new ArrayList<>(1)).add(i);
                int first = firstEndingAfter(span.field(), span.start());
                int end = mark(missionAt, i, span.field(), span.start(), span.end());
                Arrays.fill(missionSpanAt, first, end, span);
            }
        }
    }

    private void markPlaces() {
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

    /** Marks the tokens of a stretch, and gives the one after the last. */
    private int mark(int[] marks, int index, Field field, int start, int end) {
        int at = firstEndingAfter(field, start);
        while (at < tokens.size()
                && tokens.get(at).field() == field
                && tokens.get(at).start() < end) {
            marks[at] = index + 1;
            at++;
        }
        return at;
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

    /** What kinds of names a stretch of tokens has. */
    Named namedIn(int from, int to) {
        int anyActor = 0;
        int anyMission = 0;
        int anyPlace = 0;
        for (int at = from; at < to; at++) {
            anyActor |= actorAt[at];
            anyMission |= missionAt[at];
            anyPlace |= placeAt[at];
        }
        return new Named(anyActor > 0, anyMission > 0, anyPlace > 0);
    }

    /** The index of the mission that a token is part of, or nobody. */
    int missionAt(int token) {
        return missionAt[token] - 1;
    }

    int actorAt(int token) {
        return actorAt[token] - 1;
    }

    int placeAt(int token) {
        return placeAt[token] - 1;
    }

    /** The missions that the phrase at a token of a mission names: both of "the French and German embassies". */
    List<Integer> missionsNamedAt(int token) {
        return missionsBySpan.get(missionSpanAt[token]);
    }

    /** Whether all tokens of a stretch are part of actors' names. */
    boolean isActorThroughout(int from, int to) {
        for (int at = from; at < to; at++) {
            if (actorAt(at) == Line.NOBODY) {
                return false;
            }
        }
        return true;
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
