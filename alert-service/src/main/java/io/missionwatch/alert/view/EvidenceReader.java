package io.missionwatch.alert.view;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Fingerprint;
import io.missionwatch.alert.evidence.Mission;
import io.missionwatch.alert.evidence.Party;
import io.missionwatch.alert.evidence.Place;
import io.missionwatch.alert.evidence.Source;
import io.missionwatch.alert.evidence.Stance;
import io.missionwatch.alert.evidence.Telling;
import io.missionwatch.schema.ArticleRef;
import io.missionwatch.schema.Count;
import io.missionwatch.schema.Event;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.EventPlace;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Reads evidence from the event stream. */
public final class EvidenceReader {

    private static final int MOST_SENTENCES = 5;
    private static final int LONGEST_SENTENCE = 1000;

    private EvidenceReader() {}

    /** The evidence that an event of an article is. */
    public static Evidence read(ArticleRef article, Event event, Stance stance) {
        return new Evidence(
                event.getEventId(),
                stance,
                source(article),
                telling(event),
                Optional.ofNullable(event.getPlace()).map(EvidenceReader::place),
                event.getActors().stream().map(EvidenceReader::party).toList(),
                event.getMissions().stream().map(EvidenceReader::mission).toList());
    }

    private static Source source(ArticleRef article) {
        return new Source(
                article.getArticleId(),
                article.getRevision(),
                article.getOutlet(),
                article.getSourceClass().name(),
                article.getReliability().name(),
                Optional.ofNullable(article.getLanguage()),
                Optional.ofNullable(article.getUrl()),
                article.getTitle(),
                Optional.ofNullable(article.getPublishedAt()),
                article.getEventTime(),
                Optional.ofNullable(article.getCreditLine()),
                Fingerprint.of(bytes(article.getFingerprint())),
                article.getBackfill());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static Telling telling(Event event) {
        return new Telling(
                event.getType().name(),
                event.getMeans().name(),
                event.getModality().name(),
                event.getTemporal().name(),
                event.getVerification().name(),
                Optional.ofNullable(event.getOccurred().getStart()),
                least(event.getKilled()),
                least(event.getWounded()),
                sentences(event));
    }

    private static List<String> sentences(Event event) {
        return event.getEvidence().stream()
                .map(io.missionwatch.schema.Evidence::getSentence)
                .distinct()
                .limit(MOST_SENTENCES)
                .map(EvidenceReader::shortened)
                .toList();
    }

    private static String shortened(String sentence) {
        if (sentence.length() <= LONGEST_SENTENCE) {
            return sentence;
        }
        int end = Character.isHighSurrogate(sentence.charAt(LONGEST_SENTENCE - 1))
                ? LONGEST_SENTENCE - 1
                : LONGEST_SENTENCE;
        return sentence.substring(0, end) + "…";
    }

    private static int least(Count count) {
        return count == null ? 0 : count.getMin();
    }

    private static Place place(EventPlace place) {
        return new Place(
                place.getId(),
                place.getName(),
                place.getType().name(),
                Optional.ofNullable(place.getCountry()),
                Optional.ofNullable(place.getAdmin1()),
                place.getLatitude(),
                place.getLongitude());
    }

    private static Party party(EventActor actor) {
        return new Party(
                actor.getId(),
                actor.getName(),
                actor.getType().name(),
                actor.getRole().name(),
                Optional.ofNullable(actor.getCountry()));
    }

    private static Mission mission(EventMission mission) {
        return new Mission(
                mission.getType().name(),
                Optional.ofNullable(mission.getSendingState()),
                Optional.ofNullable(mission.getSendingOrganisation()),
                Optional.ofNullable(mission.getHostState()),
                Optional.ofNullable(mission.getCity()),
                mission.getCityInferred());
    }
}
