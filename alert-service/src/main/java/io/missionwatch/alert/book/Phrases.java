package io.missionwatch.alert.book;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Mission;
import io.missionwatch.alert.evidence.Party;
import io.missionwatch.alert.evidence.Place;
import io.missionwatch.alert.windows.Group;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in words what evidence holds as symbols and codes, for the templates of titles and summaries. */
final class Phrases {

    /** Countries, beside the united ones, whose English names go with an article. */
    private static final Set<String> WITH_ARTICLE =
            Set.of("BS", "CF", "CD", "CG", "DO", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SC");

    private static final String HOST = "mission.host_state";
    private static final String SENDING = "mission.sending_state";

    private final Evidence lead;
    private final Group group;

    Phrases(Evidence lead, Group group) {
        this.lead = lead;
        this.group = group;
    }

    /** The words for a field of a template: a phrase of ours, a value of the group, or a field of the best evidence. */
    String of(String field) {
        return switch (field) {
            case "mission" -> mission();
            case "place" -> place();
            case "in" -> place().isEmpty() ? "" : " in " + place();
            case "by" -> named("PERPETRATOR").map(name -> " by " + name).orElse("");
            case "speaker" -> named("SPEAKER").or(() -> named("CLAIMANT")).orElse("somebody");
            case "means" -> means();
            case "text" -> String.join(" ", lead.telling().sentences());
            case "outlet" -> lead.source().outlet();
            case "headline" -> lead.source().title();
            case HOST, SENDING, "place.country", "actor.country" ->
                group.value(field)
                        .or(() -> valueOf(field))
                        .map(Phrases::country)
                        .orElse("an unnamed state");
            default -> group.value(field).or(() -> valueOf(field)).orElse("unknown");
        };
    }

    private String mission() {
        return missionOfGroup().map(Phrases::inWords).orElse("a foreign mission") + where();
    }

    private String where() {
        var ofMission = missionOfGroup()
                .flatMap(mission -> mission.city().or(() -> mission.hostState().map(Phrases::country)));
        return ofMission
                .or(() -> lead.place().map(Place::name))
                .map(name -> " in " + name)
                .orElse("");
    }

    private Optional<Mission> missionOfGroup() {
        var fitting = lead.missions().stream()
                .filter(mission -> agrees(HOST, mission.hostState()) && agrees(SENDING, mission.sendingState()))
                .findFirst();
        return fitting.or(() -> lead.missions().stream().findFirst());
    }

    private boolean agrees(String field, Optional<String> value) {
        return !group.values().containsKey(field) || group.value(field).equals(value);
    }

    private static String inWords(Mission mission) {
        var kind =
                switch (mission.type()) {
                    case "EMBASSY" -> "embassy";
                    case "CONSULATE" -> "consulate";
                    case "HIGH_COMMISSION" -> "high commission";
                    case "REPRESENTATIVE_OFFICE" -> "representative office";
                    case "RESIDENCE" -> "residence of the head of mission";
                    case "DIPLOMATIC_PERSONNEL" -> "diplomats";
                    default -> "mission";
                };
        var plural = mission.type().equals("DIPLOMATIC_PERSONNEL");
        return mission.sendingState()
                .map(Phrases::country)
                .or(mission::sendingOrganisation)
                .map(sender -> (plural ? "" : "the ") + kind + " of " + sender)
                .orElse(plural ? "foreign diplomats" : "a foreign " + kind);
    }

    private String place() {
        return lead.place()
                .map(Place::name)
                .or(() -> missionOfGroup().flatMap(Mission::city))
                .or(() -> missionOfGroup().flatMap(Mission::hostState).map(Phrases::country))
                .orElse("");
    }

    private Optional<String> named(String role) {
        var names = lead.actors().stream()
                .filter(actor -> actor.role().equals(role))
                .map(Party::name)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private String means() {
        return switch (lead.telling().means()) {
            case "UNKNOWN" -> "attack";
            case "IED" -> "bomb attack";
            case "SUICIDE" -> "suicide attack";
            case "VEHICLE_BOMB" -> "vehicle bomb attack";
            case "ROCKET_OR_MORTAR" -> "rocket or mortar attack";
            case "DRONE", "ARSON", "CYBER" -> word(lead.telling().means()) + " attack";
            default -> word(lead.telling().means());
        };
    }

    private Optional<String> valueOf(String field) {
        return switch (field) {
            case "event.type" -> Optional.of(word(lead.telling().type()));
            case "event.modality" -> Optional.of(word(lead.telling().modality()));
            case "event.temporal" -> Optional.of(word(lead.telling().temporal()));
            case "event.verification" -> Optional.of(word(lead.telling().verification()));
            case "event.occurred_start" -> lead.telling().occurred().map(Instant::toString);
            case "event.text" -> Optional.of(of("text"));
            case "event.means" -> Optional.of(word(lead.telling().means()));
            case "event.killed_min" ->
                Optional.of(Integer.toString(lead.telling().killed()));
            case "event.wounded_min" ->
                Optional.of(Integer.toString(lead.telling().wounded()));
            case HOST -> ofMission(Mission::hostState);
            case SENDING -> ofMission(Mission::sendingState);
            case "mission.city" -> ofMission(Mission::city);
            case "mission.type" -> ofMission(mission -> Optional.of(word(mission.type())));
            default -> ofArticle(field).or(() -> ofPlace(field)).or(() -> ofActor(field));
        };
    }

    private Optional<String> ofArticle(String field) {
        var source = lead.source();
        return switch (field) {
            case "article.id" -> Optional.of(source.articleId());
            case "article.outlet" -> Optional.of(source.outlet());
            case "article.source_class" -> Optional.of(word(source.sourceClass()));
            case "article.reliability" -> Optional.of(source.reliability());
            case "article.language" -> source.language();
            case "article.title" -> Optional.of(source.title());
            case "article.event_time" -> Optional.of(source.eventTime().toString());
            case "article.origin" -> Optional.of(source.creditLine().orElse(source.outlet()));
            default -> Optional.empty();
        };
    }

    private Optional<String> ofPlace(String field) {
        return lead.place().flatMap(place -> switch (field) {
            case "place.id" -> Optional.of(place.id());
            case "place.name" -> Optional.of(place.name());
            case "place.type" -> Optional.of(word(place.type()));
            case "place.country" -> place.country();
            case "place.admin1" -> place.admin1();
            case "place.latitude" -> Optional.of(Double.toString(place.latitude()));
            case "place.longitude" -> Optional.of(Double.toString(place.longitude()));
            default -> Optional.empty();
        });
    }

    private Optional<String> ofActor(String field) {
        return lead.actors().stream().findFirst().flatMap(actor -> switch (field) {
            case "actor.id" -> Optional.of(actor.id());
            case "actor.name" -> Optional.of(actor.name());
            case "actor.type" -> Optional.of(word(actor.type()));
            case "actor.role" -> Optional.of(word(actor.role()));
            case "actor.country" -> actor.country();
            default -> Optional.empty();
        });
    }

    private Optional<String> ofMission(Function<Mission, Optional<String>> facet) {
        return missionOfGroup().flatMap(facet);
    }

    /** The English name of a country, its code where there is none. */
    static String country(String code) {
        var name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        if (name.isEmpty()) {
            return code;
        }
        return name.startsWith("United ") || WITH_ARTICLE.contains(code) ? "the " + name : name;
    }

    private static String word(String symbol) {
        return symbol.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
