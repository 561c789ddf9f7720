package io.missionwatch.bench.enrich;

import java.util.List;
import java.util.Random;

/**
 * Writes news in English that nobody reads: half of it about attacks on missions and what follows, half about harvests, courts
 * and football. The same seed writes the same news.
 */
final class MadeArticles {
    private static final List<String> CITIES = List.of(
            "Kabul",
            "Tunis",
            "Jakarta",
            "Springfield",
            "Lahore",
            "Nairobi",
            "Lima",
            "San José",
            "Aleppo",
            "Tbilisi",
            "Cardiff",
            "Adelaide",
            "Bamako",
            "Herat",
            "Kingston",
            "Odesa",
            "Manila",
            "Birmingham",
            "Tripoli",
            "Porto");
    private static final List<String> STATES = List.of(
            "Afghanistan", "Tunisia", "Indonesia", "Pakistan", "Kenya", "Peru", "Georgia", "Mali", "Jordan", "Canada");
    private static final List<String> PEOPLES = List.of(
            "Russian", "Turkish", "French", "Swedish", "Pakistani", "Brazilian", "Indian", "Saudi", "Italian", "US");
    private static final List<String> GROUPS = List.of(
            "the Taliban", "al-Shabaab", "Islamic State", "the previously unknown Northern Dawn Brigade", "Boko Haram");
    private static final List<String> PERSONS = List.of(
            "Marta Okafor",
            "Jonas Lindqvist",
            "Farid Haidari",
            "Grace Mbeki",
            "Pavel Orlov",
            "Aisha Rahman",
            "Tom Whitlock");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> MISSION_NEWS = List.of(
            "Gunmen opened fire on the {people} embassy in {city} on {day}, killing {number} guards, police said.",
            "A car bomb exploded outside the {people} consulate in {city}, wounding at least {number} people.",
            "{group} claimed responsibility for the attack in a message that could not be independently verified.",
            "\"We heard two loud blasts and then shooting,\" said {person}, who runs a shop near the compound.",
            "The {people} foreign ministry said all its diplomats in {state} were safe and that the visa section would stay closed.",
            "{state} condemned the bombing and promised to protect foreign missions in {city}.",
            "Officials denied that the {people} ambassador had been the target.",
            "The embassy was evacuated last {day} after a threat was received by telephone, a spokesman added.",
            "In December {number} people were hurt when protesters threw stones at the {people} mission.",
            "Security forces arrested {number} suspects who had planned to storm the {people} high commission, according to {person}.",
            "No group has said it was behind the blast, but suspicion fell on {group}.",
            "The {people} government advised its citizens to leave {state} while commercial flights were available.");
    private static final List<String> OTHER_NEWS = List.of(
            "The council in {city} voted on {day} to repair {number} bridges before the rains begin.",
            "\"It has been a hard season for all of us,\" said {person}, a farmer who grows apricots in the hills above the town.",
            "Analysts expect prices to rise by {number} percent next year, although demand for wheat has been slow.",
            "{person} scored twice as the side from {city} beat their rivals in front of a crowd of several thousand.",
            "The ministry of health in {state} said {number} new clinics would open along the river by the end of the summer.",
            "A court heard that the company had paid its workers late for three years and kept no proper books.",
            "Doctors at the university found that people who walk to work sleep better than those who drive.",
            "The film, which was shot in {city}, tells the story of two sisters who inherit a lighthouse.",
            "Trains between {city} and the coast were late again because of works on the line, the operator said.",
            "{person} was born in {city} and studied law before she turned to painting.",
            "Voters in {state} will choose a new parliament on {day}; the count is expected to take a week.",
            "The museum has lent {number} maps to a gallery in {city}, where they can be seen until the autumn.",
            "Heavy snow closed schools and roads, and the power company sent out crews to mend the lines.");

    private final Random random;

    MadeArticles(long seed) {
        random = new Random(seed);
    }

    /** An article of about so many letters; every second one tells of missions. */
    String article(int number, int length) {
        var text = new StringBuilder(length + 200);
        var sentences = 0;
        while (text.length() < length) {
            var isAboutMissions = number % 2 == 0 && random.nextInt(3) > 0;
            text.append(filled(any(isAboutMissions ? MISSION_NEWS : OTHER_NEWS)));
            text.append(++sentences % 4 == 0 ? "\n\n" : " ");
        }
        return text.toString();
    }

    private String filled(String template) {
        return template.replace("{city}", any(CITIES))
                .replace("{state}", any(STATES))
                .replace("{people}", any(PEOPLES))
                .replace("{group}", any(GROUPS))
                .replace("{person}", any(PERSONS))
                .replace("{day}", any(DAYS))
                .replace("{number}", Integer.toString(2 + random.nextInt(40)));
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
