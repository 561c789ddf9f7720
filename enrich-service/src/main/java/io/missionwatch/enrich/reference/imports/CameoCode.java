package io.missionwatch.enrich.reference.imports;

import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.actors.Scope;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a code such as {@code AFGREB >011201} says of an actor, and when. */
record CameoCode(ActorType type, Optional<String> country, Scope scope) {

    private static final Pattern CODE =
            Pattern.compile("([A-Z]{3,15})\\s*(?:([<>])\\s*(\\d{4,8})|(\\d{4,8})\\s*-\\s*(\\d{4,8}))?");
    private static final int LETTERS = 3;
    private static final Map<String, String> ISO2 = iso2();
    /** The first role that stands in a code says what the actor is. */
    private static final Map<String, ActorType> ROLES = Map.ofEntries(
            Map.entry("GOV", ActorType.GOVERNMENT),
            Map.entry("LEG", ActorType.GOVERNMENT),
            Map.entry("JUD", ActorType.GOVERNMENT),
            Map.entry("SPY", ActorType.GOVERNMENT),
            Map.entry("MIL", ActorType.MILITARY),
            Map.entry("COP", ActorType.POLICE),
            Map.entry("REB", ActorType.ARMED_GROUP),
            Map.entry("INS", ActorType.ARMED_GROUP),
            Map.entry("SEP", ActorType.ARMED_GROUP),
            Map.entry("UAF", ActorType.ARMED_GROUP),
            Map.entry("IMG", ActorType.ARMED_GROUP),
            Map.entry("IGO", ActorType.INTERNATIONAL_ORGANISATION),
            Map.entry("IGU", ActorType.INTERNATIONAL_ORGANISATION),
            Map.entry("MED", ActorType.MEDIA),
            Map.entry("BUS", ActorType.COMPANY),
            Map.entry("MNC", ActorType.COMPANY));

    /** @throws IllegalArgumentException when it is none */
    static CameoCode of(String text) {
        var code = CODE.matcher(text.strip());
        if (!code.matches()) {
            throw new IllegalArgumentException("not a code: [" + text + "]");
        }
        var letters = code.group(1);
        var country = Optional.ofNullable(ISO2.get(letters.substring(0, LETTERS)));
        return new CameoCode(
                type(letters, country), country, scope(code.group(2), code.group(3), code.group(4), code.group(5)));
    }

    boolean isDated() {
        return scope.from().isPresent() || scope.until().isPresent();
    }

    private static ActorType type(String letters, Optional<String> country) {
        for (int at = 0; at + LETTERS <= letters.length(); at += LETTERS) {
            var role = ROLES.get(letters.substring(at, at + LETTERS));
            if (role != null) {
                return role;
            }
        }
        return country.isPresent() && letters.length() == LETTERS ? ActorType.STATE : ActorType.OTHER;
    }

    private static Scope scope(String sign, String day, String from, String until) {
        if (from != null) {
            return new Scope(Set.of(), Optional.of(day(from)), Optional.of(day(until)));
        }
        if (sign == null) {
            return Scope.ALWAYS;
        }
        return sign.equals(">")
                ? new Scope(Set.of(), Optional.of(day(day)), Optional.empty())
                : new Scope(Set.of(), Optional.empty(), Optional.of(day(day)));
    }

    /** YYYY, YYMMDD or YYYYMMDD; two digits from 46 on are of the last century. */
    private static LocalDate day(String digits) {
        try {
            return switch (digits.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(digits), 1, 1);
                case 6 -> day(century(digits.substring(0, 2)), digits.substring(2));
                case 8 -> day(Integer.parseInt(digits.substring(0, 4)), digits.substring(4));
                default -> throw new IllegalArgumentException("not a day: " + digits);
            };
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("not a day: " + digits, wrong);
        }
    }

    private static LocalDate day(int year, String monthAndDay) {
        return LocalDate.of(
                year, Integer.parseInt(monthAndDay.substring(0, 2)), Integer.parseInt(monthAndDay.substring(2)));
    }

    private static int century(String year) {
        int digits = Integer.parseInt(year);
        return digits >= 46 ? 1900 + digits : 2000 + digits;
    }

    private static Map<String, String> iso2() {
        var codes = new HashMap<String, String>();
        for (var iso2 : List.of(Locale.getISOCountries())) {
            codes.put(new Locale("", iso2).getISO3Country(), iso2);
        }
        return Map.copyOf(codes);
    }
}
