package io.missionwatch.enrich.wire;

import io.missionwatch.enrich.actors.ActorTag;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.enrich.places.PlaceMention;
import io.missionwatch.enrich.places.PlaceTag;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.schema.ActorType;
import io.missionwatch.schema.Mention;
import io.missionwatch.schema.MissionType;
import io.missionwatch.schema.PlaceType;
import io.missionwatch.schema.TextField;
import java.util.List;
import java.util.Locale;

/** Writes tags as the records of the wire. */
final class TagRecords {

    private TagRecords() {}

    static io.missionwatch.schema.ActorTag of(ActorTag tag) {
        return io.missionwatch.schema.ActorTag.newBuilder()
                .setId(tag.id())
                .setName(tag.name())
                .setType(ActorType.valueOf(tag.type().name()))
                .setCountry(tag.country().orElse(null))
                .setMentions(mentions(tag.mentions()))
                .build();
    }

    static io.missionwatch.schema.PlaceTag of(PlaceTag tag) {
        var place = tag.place();
        return io.missionwatch.schema.PlaceTag.newBuilder()
                .setId(place.id())
                .setName(place.name())
                .setType(PlaceType.valueOf(place.type().name()))
                .setCountryCode(blankToNull(place.countryCode()))
                .setAdmin1(blankToNull(place.admin1()))
                .setLatitude(place.latitude())
                .setLongitude(place.longitude())
                .setConfidence(tag.confidence())
                .setMetonym(tag.isMetonym())
                .setMentions(tag.mentions().stream().map(TagRecords::mention).toList())
                .build();
    }

    static io.missionwatch.schema.MissionTag of(MissionTag tag) {
        return io.missionwatch.schema.MissionTag.newBuilder()
                .setType(MissionType.valueOf(tag.type().name()))
                .setSendingState(tag.sendingState().orElse(null))
                .setSendingOrganisation(tag.sendingOrganisation().orElse(null))
                .setHostState(tag.hostState().orElse(null))
                .setCity(tag.city().orElse(null))
                .setCityInferred(tag.cityInferred())
                .setConfidence(tag.confidence())
                .setMentions(mentions(tag.mentions()))
                .build();
    }

    static TextField field(Field field) {
        return switch (field) {
            case TITLE -> TextField.TITLE;
            case BODY -> TextField.BODY;
        };
    }

    static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static List<Mention> mentions(List<io.missionwatch.enrich.text.Mention> mentions) {
        return mentions.stream().map(TagRecords::mention).toList();
    }

    private static Mention mention(io.missionwatch.enrich.text.Mention mention) {
        var span = mention.span();
        return new Mention(field(span.field()), span.start(), span.end(), mention.text(), mention.reason());
    }

    private static Mention mention(PlaceMention mention) {
        return new Mention(
                mention.inTitle() ? TextField.TITLE : TextField.BODY,
                mention.start(),
                mention.end(),
                mention.text(),
                mention.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
