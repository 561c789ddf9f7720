package io.missionwatch.bench.enrich;

import io.missionwatch.bench.figures.CpuClock;
import io.missionwatch.bench.figures.Row;
import io.missionwatch.bench.figures.WarmUp;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.articles.ArticleText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Measures the whole enrichment of articles: how many a second, and whether long and hostile ones take their share alone. */
final class ArticleCost {
    private static final int SHORT = 3_000;
    private static final int LONG = 10_000;
    private static final int LONGEST = 1_000_000;
    private static final int ARTICLES = 2_000;
    private static final double MOST_SECONDS = 2;
    private static final double MOST_GROWTH = 1.2;
    private static final int WANTED = 3_000;
    private static final Instant PUBLISHED = Instant.parse("2024-03-05T12:00:00Z");
    /** What a reader would be slow at that looks at everything beside everything else. */
    private static final Map<String, String> HOSTILE = Map.of(
            "one word", "abcdefgh",
            "mission words", "embassy consulate ambassador attacked ",
            "names", "Kabul Springfield Taliban San Jose ",
            "new names", "the Liberation Front of Ostrova and ",
            "quotation marks", "\" said he \" ",
            "open brackets", "( [ (A ",
            "no full stop", "and the embassy was attacked by gunmen ");

    private final ArticleEnricher enricher;
    private final int rounds;
    private long told;

    ArticleCost(ArticleEnricher enricher, int rounds) {
        this.enricher = enricher;
        this.rounds = rounds;
    }

    static ArticleText article(String body) {
        return new ArticleText(
                "Gunmen attack embassy in Kabul",
                body,
                Optional.empty(),
                Optional.of(PUBLISHED),
                Optional.empty(),
                "bench");
    }

    static List<ArticleText> articles(int count, int length) {
        var news = new MadeArticles(length);
        return IntStream.range(0, count)
                .mapToObj(number -> article(news.article(number, length)))
                .toList();
    }

    List<Row> rows() {
        var few = articles(ARTICLES, SHORT);
        var many = articles(ARTICLES * SHORT / LONG, LONG);
        var speeds = new ArrayList<Double>();
        var growths = new ArrayList<Double>();
        var first = ARTICLES / seconds(few);
        WarmUp.of(() -> {
            enrich(few);
            enrich(many);
        });
        for (var round = 0; round < rounds; round++) {
            var ofShort = seconds(few);
            var ofLong = seconds(many);
            speeds.add(ARTICLES / ofShort);
            growths.add(ofLong / letters(many) / (ofShort / letters(few)));
        }
        return List.of(
                Row.told("articles of 3 KB a CPU second, the first %d".formatted(ARTICLES), first, "%,.0f"),
                Row.atLeast("articles of 3 KB a CPU second", CpuClock.median(speeds), "%,.0f", WANTED),
                Row.atMost("cost of a letter at 10 KB over 3 KB", CpuClock.median(growths), "%.2f", MOST_GROWTH),
                Row.atMost("CPU seconds for an article of 1 MB", longest(), "%.2f", MOST_SECONDS),
                worst());
    }

    private double longest() {
        return seconds(List.of(article(new MadeArticles(1).article(0, LONGEST))));
    }

    private Row worst() {
        var worst = "";
        var most = 0.0;
        for (var kind : HOSTILE.entrySet()) {
            var text = kind.getValue().repeat(LONGEST / kind.getValue().length());
            var seconds = seconds(List.of(article(text)));
            if (seconds > most) {
                most = seconds;
                worst = kind.getKey();
            }
        }
        return Row.atMost("CPU seconds for the worst hostile 1 MB: " + worst, most, "%.2f", MOST_SECONDS);
    }

    private static double letters(List<ArticleText> articles) {
        return articles.stream().mapToInt(article -> article.body().length()).sum();
    }

    private double seconds(List<ArticleText> articles) {
        return CpuClock.seconds(() -> enrich(articles));
    }

    private void enrich(List<ArticleText> articles) {
        articles.forEach(article -> told += enricher.enrich(article).events().size());
    }
}
