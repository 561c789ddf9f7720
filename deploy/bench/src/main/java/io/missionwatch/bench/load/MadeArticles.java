package io.missionwatch.bench.load;

import io.missionwatch.schema.Article;
import java.time.Instant;
import java.util.List;

/**
 * Articles as news agencies write them: one in ten tells of an attack on a foreign mission, of a few hundred pairs of
 * states in turn; the others of what is no event.
 */
final class MadeArticles {

    private static final int ONE_IN = 10;
    private static final List<String> SENDERS = List.of(
            "Norwegian",
            "German",
            "French",
            "British",
            "Italian",
            "Spanish",
            "Turkish",
            "Indian",
            "Chinese",
            "Japanese",
            "Russian",
            "Egyptian",
            "Brazilian",
            "Canadian",
            "Swedish",
            "Danish",
            "Dutch",
            "Polish",
            "Greek",
            "Iranian");
    private static final List<String> CITIES = List.of(
            "Khartoum",
            "Kabul",
            "Baghdad",
            "Tripoli",
            "Nairobi",
            "Islamabad",
            "Beirut",
            "Damascus",
            "Mogadishu",
            "Abuja",
            "Bamako",
            "Kinshasa",
            "Jakarta",
            "Manila",
            "Dhaka",
            "Tunis",
            "Amman",
            "Caracas",
            "Bogota",
            "Harare",
            "Lusaka",
            "Kampala",
            "Dakar");

    private MadeArticles() {}

    /** Whether an article is one that an alert must answer. */
    static boolean isAttack(int number) {
        return number % ONE_IN == 0;
    }

    static Article article(int number) {
        var now = Instant.now();
        return Article.newBuilder()
                .setArticleId("article-" + number)
                .setRevision(1)
                .setFeedId("feed-" + number % 50)
                .setOutlet("Outlet " + number % 50)
                .setTitle(
                        isAttack(number)
                                ? attackTitle(number)
                                : "Council of district " + number + " plans a new school")
                .setBody(isAttack(number) ? attackBody(number) : schoolBody(number))
                .setPublishedAt(now)
                .setFetchedAt(now)
                .setEventTime(now)
                .build();
    }

    private static String sender(int number) {
        return SENDERS.get(number / ONE_IN % SENDERS.size());
    }

    private static String city(int number) {
        return CITIES.get(number / ONE_IN % CITIES.size());
    }

    private static String attackTitle(int number) {
        return "Car bomb outside %s embassy in %s kills %d".formatted(sender(number), city(number), 2 + number % 7);
    }

    private static String attackBody(int number) {
        return """
                A car bomb exploded outside the %s embassy in %s on this day, killing %d guards, the police said.
                The blast in street %d broke windows of houses nearby. Firemen worked until evening.
                """.formatted(sender(number), city(number), 2 + number % 7, number);
    }

    private static String schoolBody(int number) {
        return """
                The council of district %d agreed on Tuesday to build a school for %d children.
                The building shall have two floors and a garden. Work begins in spring, the mayor said, and will take a year.
                Parents had asked for it since the old school became too small. A playground comes later.
                """.formatted(number, 100 + number % 300);
    }
}
