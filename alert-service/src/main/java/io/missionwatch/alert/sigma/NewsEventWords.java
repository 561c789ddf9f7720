package io.missionwatch.alert.sigma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of news events, and the symbols of those that have no other values. */
public final class NewsEventWords {
    static final Map<String, List<String>> FIELDS = Map.of(
            "event",
            words("type means modality temporal verification occurred_start killed_min wounded_min text"),
            "article",
            words("id outlet source_class reliability language title event_time origin"),
            "place",
            words("id name type country admin1 latitude longitude"),
            "actor",
            words("id name type role country"),
            "mission",
            words("type sending_state host_state city"));

    static final Map<String, List<String>> SYMBOLS = symbols();

    /** Those that hold a state, as a code of two letters (ISO 3166-1 alpha-2). */
    static final Set<String> STATES =
            Set.of("place.country", "actor.country", "mission.sending_state", "mission.host_state");

    /** What templates may name beside fields: several of them in words. */
    static final List<String> PHRASES = words("mission place in by speaker means text outlet headline");

    private NewsEventWords() {}

    /** The symbols of a field such as {@code event.type}; none where it has any values. */
    public static List<String> symbolsOf(String field) {
        return SYMBOLS.getOrDefault(field, List.of());
    }

    private static Map<String, List<String>> symbols() {
        var symbols = new LinkedHashMap<String, List<String>>();
        symbols.put("event.type", words("""
                ATTACK ATTACK_FOILED PLOT THREAT WARNING EVACUATION CLOSURE RELOCATION REOPENING SECURITY_RAISED PROTEST
                EXPULSION CLAIM_OF_RESPONSIBILITY DENIAL COUNTERTERRORISM_OPERATION ARREST OTHER"""));
        symbols.put("event.means", words("""
                SUICIDE VEHICLE_BOMB IED ARMED_ASSAULT ASSASSINATION ARSON ROCKET_OR_MORTAR DRONE STORMING HOSTAGE_TAKING
                KIDNAPPING VANDALISM CYBER UNKNOWN"""));
        symbols.put("event.modality", words("ASSERTED NEGATED HYPOTHETICAL PLANNED POSSIBLE"));
        symbols.put("event.temporal", words("CURRENT DEVELOPING BACKGROUND FUTURE"));
        symbols.put(
                "event.verification",
                words("CONFIRMED OFFICIAL_CLAIM PERPETRATOR_CLAIM ALLEGED UNVERIFIED DISPUTED DENIED"));
        symbols.put(
                "article.source_class",
                words("WIRE NEWSPAPER BROADCASTER ONLINE GOVERNMENT ORGANISATION ARMED_GROUP_MEDIA SOCIAL OTHER"));
        symbols.put("article.reliability", words("A B C D E F"));
        symbols.put("place.type", words("COUNTRY REGION ADMIN1 ADMIN2 CITY NEIGHBOURHOOD FEATURE"));
        symbols.put("actor.type", words("""
                STATE GOVERNMENT MILITARY POLICE ARMED_GROUP INTERNATIONAL_ORGANISATION PERSON MEDIA COMPANY OTHER"""));
        symbols.put("actor.role", words("PERPETRATOR TARGET VICTIM RESPONDER CLAIMANT SPEAKER"));
        symbols.put("mission.type", words("""
                EMBASSY CONSULATE HIGH_COMMISSION REPRESENTATIVE_OFFICE RESIDENCE INTERNATIONAL_ORGANISATION
                DIPLOMATIC_PERSONNEL OTHER"""));
        return Map.copyOf(symbols);
    }

    private static List<String> words(String words) {
        return List.of(words.split("\\s+"));
    }
}
