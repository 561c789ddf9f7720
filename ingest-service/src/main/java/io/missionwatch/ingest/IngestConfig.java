package io.missionwatch.ingest;

import io.missionwatch.ingest.doors.DoorSettings;
import io.missionwatch.ingest.feeds.FeedLimits;
import io.missionwatch.ingest.polling.PollSchedule;
import io.missionwatch.ingest.web.WebSettings;
import io.missionwatch.ingest.websub.WebSubSettings;
import io.missionwatch.runtime.admin.AdminSettings;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How ingest runs.
 *
 * @param kafka how it reaches Kafka and the registry
 * @param admin where health and metrics are answered
 * @param door where articles and changes of feeds are taken
 * @param web how the web is read
 * @param fetchThreads how many fetches go on at once
 * @param pageGap time between two pages of one feed
 * @param limits how much of a feed is taken
 * @param firstSpread time over which the first polls of new feeds are spread
 * @param silentAfterGaps usual gaps without anything new after which a feed counts as silent
 * @param articlesKept how long an article is known after it was written last
 * @param feedsShown feeds with metrics of their own
 * @param webSub how WebSub hubs reach this instance
 */
public record IngestConfig(
        KafkaSettings kafka,
        AdminSettings admin,
        DoorSettings door,
        WebSettings web,
        int fetchThreads,
        Duration pageGap,
        FeedLimits limits,
        Duration firstSpread,
        int silentAfterGaps,
        Duration articlesKept,
        int feedsShown,
        WebSubSettings webSub) {

    private static final int ADMIN_PORT = 9101;
    private static final Setting<String> CONTACT = Setting.text(
                    "web.contact",
                    "",
                    "Where a publisher can reach you: an address or a mail address, sent in the User-Agent.")
            .accepting(text -> text.chars().allMatch(c -> c >= ' ' && c <= '~'), "printable ASCII");
    private static final Setting<Duration> CONNECT_TIMEOUT =
            limited("web.connect-timeout", "10s", "Time to reach a server.");
    private static final Setting<Duration> ANSWER_TIMEOUT =
            limited("web.answer-timeout", "15s", "Time to the first byte of an answer, and between two bytes.");
    private static final Setting<Duration> DEADLINE =
            limited("web.deadline", "45s", "Time for a whole request with all its redirects.");
    private static final Setting<Integer> REDIRECTS =
            Setting.number("web.redirects", 5, 0, 20, "Redirects that are followed.");
    private static final Setting<Integer> BYTES = Setting.number(
            "web.bytes",
            10 * 1024 * 1024,
            1024,
            512 * 1024 * 1024,
            "Bytes of a document, decompressed; more is too large.");
    private static final Setting<Integer> PER_HOST =
            Setting.number("web.per-host", 2, 1, 64, "Requests to one host at the same time.");
    private static final Setting<Boolean> LOOPBACK = Setting.flag(
            "web.loopback", false, "Allow feeds on this machine, as the demo has; private networks stay refused.");
    private static final Setting<Integer> THREADS =
            Setting.number("fetch.threads", 32, 1, 512, "Feeds that are fetched at the same time.");
    private static final Setting<Duration> PAGE_GAP = Setting.duration(
                    "pages.gap", "500ms", "Time between two pages of one feed; a site's robots.txt may ask for more.")
            .accepting(time -> time.toSeconds() <= 60, "at most 60s");
    private static final Setting<Integer> ITEMS =
            Setting.number("feed.items", 2000, 1, 100_000, "Items taken from one document; the rest is left out.");
    private static final Setting<Integer> DEPTH =
            Setting.number("feed.depth", 200, 10, 2000, "How deep elements may nest.");
    private static final Setting<Duration> FIRST_SPREAD =
            Setting.duration("feed.first-spread", "10s", "Time over which the first polls of new feeds are spread.");
    private static final Setting<Integer> SILENT_AFTER = Setting.number(
            "feed.silent-after",
            PollSchedule.SILENT_AFTER_GAPS,
            2,
            1000,
            "How many times its usual gap a feed may have nothing new before it counts as silent; six hours at least.");
    private static final Setting<Duration> KEPT = Setting.duration(
                    "articles.kept",
                    "120d",
                    "How long an article is known after its last revision; then it would be new again.")
            .accepting(time -> time.toDays() >= 1, "at least 1d");
    private static final Setting<Integer> FEEDS_SHOWN = Setting.number(
            "metrics.feeds",
            1000,
            0,
            100_000,
            "Feeds of this instance with metrics of their own, five time series each; 0 for none.");

    private static final Setting<String> HUB_CALLBACK = Setting.text(
                    "websub.callback",
                    "",
                    "The address under which WebSub hubs reach this instance; empty subscribes to nothing.")
            .accepting(IngestConfig::isNoneOrWeb, "an http or https address");
    private static final Setting<String> HUB_HOST =
            Setting.text("websub.host", "127.0.0.1", "Where hubs are answered; a wider address opens it to others.");
    private static final Setting<Integer> HUB_PORT =
            Setting.number("websub.port", 9111, 0, 65535, "The port of it; 0 takes a free one.");

    private static boolean isNoneOrWeb(String text) {
        return text.isBlank() || text.strip().matches("https?://[^\\s/?#]+[^\\s?#]*");
    }

    private static Setting<Duration> limited(String name, String standard, String sentence) {
        return Setting.duration(name, standard, sentence)
                .accepting(time -> time.toMillis() >= 10 && time.toMinutes() <= 10, "a time from 10ms to 10m");
    }

    public IngestConfig {
        if (fetchThreads < 1 || firstSpread.isNegative() || articlesKept.toDays() < 1) {
            throw new IllegalArgumentException("at least one fetch thread, and articles kept for a day");
        }
    }

    /** All settings of the service. */
    public static List<Setting<?>> declared() {
        var all = new ArrayList<>(KafkaSettings.declared());
        all.addAll(AdminSettings.declared(ADMIN_PORT));
        all.addAll(DoorSettings.declared());
        all.addAll(List.of(
                CONTACT,
                CONNECT_TIMEOUT,
                ANSWER_TIMEOUT,
                DEADLINE,
                REDIRECTS,
                BYTES,
                PER_HOST,
                LOOPBACK,
                THREADS,
                PAGE_GAP,
                ITEMS,
                DEPTH,
                FIRST_SPREAD,
                SILENT_AFTER,
                KEPT,
                FEEDS_SHOWN,
                HUB_CALLBACK,
                HUB_HOST,
                HUB_PORT));
        return List.copyOf(all);
    }

    /**
     * Reads them.
     *
     * @throws SettingException for a wrong value
     */
    public static IngestConfig from(Settings settings) {
        return new IngestConfig(
                KafkaSettings.from(settings, "missionwatch-ingest"),
                AdminSettings.from(settings, ADMIN_PORT),
                DoorSettings.from(settings),
                web(settings),
                settings.get(THREADS),
                settings.get(PAGE_GAP),
                new FeedLimits(settings.get(ITEMS), settings.get(DEPTH), FeedLimits.DEFAULT.textLength()),
                settings.get(FIRST_SPREAD),
                settings.get(SILENT_AFTER),
                settings.get(KEPT),
                settings.get(FEEDS_SHOWN),
                webSub(settings));
    }

    private static WebSubSettings webSub(Settings settings) {
        var callback = Optional.of(settings.get(HUB_CALLBACK))
                .filter(text -> !text.isBlank())
                .map(text -> URI.create(text.strip().replaceFirst("/+$", "")));
        return new WebSubSettings(callback, new InetSocketAddress(settings.get(HUB_HOST), settings.get(HUB_PORT)));
    }

    private static WebSettings web(Settings settings) {
        try {
            return new WebSettings(
                    WebSettings.userAgentFor(settings.get(CONTACT)),
                    settings.get(CONNECT_TIMEOUT),
                    settings.get(ANSWER_TIMEOUT),
                    settings.get(DEADLINE),
                    settings.get(REDIRECTS),
                    settings.get(BYTES),
                    settings.get(THREADS) * 2,
                    settings.get(PER_HOST),
                    settings.get(LOOPBACK));
        } catch (IllegalArgumentException impossible) {
            throw new SettingException("settings web.*: " + impossible.getMessage());
        }
    }
}
