package io.missionwatch.ingest.websub;

import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.websub.Subscription.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WebSub subscriptions of this instance. A hub that says that a feed changed only makes the feed due: what is in it is
 * read from its publisher, so nobody can put articles in by pushing. Nothing is kept over a restart: hubs are asked again,
 * and forget an address that is gone. Used by many threads.
 */
public final class Subscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    private static final Duration LEASE = Duration.ofDays(10);
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
    private static final Duration TRIED_AGAIN = Duration.ofHours(1);
    private static final Duration RENEWED_WITHIN = Duration.ofMinutes(15);
    private static final Duration AFTER_DENIAL = Duration.ofDays(1);
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final int RANDOM_BYTES = 24;

    private final Optional<URI> callback;
    private final Hub hub;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Subscription> byFeed = new ConcurrentHashMap<>();
    private final Map<String, String> feedOfToken = new ConcurrentHashMap<>();

    /** Asks hubs. */
    @FunctionalInterface
    public interface Hub {
        /** Sends a form to a hub. */
        WebAnswer post(URI hub, Map<String, String> form);
    }

    /**
     * Subscriptions that hubs answer to an address.
     *
     * @param callback where hubs reach this instance; without it nothing is subscribed to
     */
    public Subscriptions(Optional<URI> callback, Hub hub, InstantSource clock) {
        this.callback = callback;
        this.hub = hub;
        this.clock = clock;
    }

    /** No subscriptions: all feeds are polled. */
    public static Subscriptions none() {
        return new Subscriptions(
                Optional.empty(),
                (address, form) -> {
                    throw new IllegalStateException("no hub is asked");
                },
                InstantSource.system());
    }

    /** A feed's changes are wanted from a hub. */
    public void want(String feed, URI address, String topic, Consumer<String> listener) {
        if (callback.isPresent()) {
            byFeed.compute(
                    feed,
                    (key, known) -> known != null && known.isWanted() && known.isOf(address, topic)
                            ? known.heardBy(listener)
                            : begun(feed, address, topic, listener, Optional.ofNullable(known)));
        }
    }

    private Subscription begun(
            String feed, URI address, String topic, Consumer<String> listener, Optional<Subscription> before) {
        before.ifPresent(other -> feedOfToken.remove(other.token()));
        var token = random();
        feedOfToken.put(token, feed);
        return new Subscription(
                feed, address, topic, token, random(), Stage.WANTED, clock.instant(), Instant.EPOCH, listener);
    }

    private String random() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A feed's changes are wanted no more; its hub is told with the next step. */
    public void end(String feed) {
        byFeed.computeIfPresent(
                feed, (key, known) -> known.isWanted() ? known.at(Stage.ENDING, clock.instant()) : known);
    }

    /** Forgets all that a listener wanted: another instance will ask for its own. */
    public void forget(Consumer<String> listener) {
        List.copyOf(byFeed.keySet())
                .forEach(feed -> forget(feed, known -> known.listener().equals(listener)));
    }

    private void forget(Subscription known) {
        forget(known.feed(), latest -> latest.token().equals(known.token()));
    }

    private void forget(String feed, Predicate<Subscription> which) {
        byFeed.computeIfPresent(feed, (key, known) -> {
            if (which.test(known)) {
                feedOfToken.remove(known.token());
                return null;
            }
            return known;
        });
    }

    /** Whether a hub has promised to tell of changes, and keeps the promise. */
    public boolean arePushed(String feed) {
        return Optional.ofNullable(byFeed.get(feed))
                .filter(known -> known.isKept(clock.instant()))
                .isPresent();
    }

    /**
     * Does what is due: asks, asks again before a lease ends, and tells hubs of what has ended. Takes as long as hubs do; one
     * that is slow has its turn, and is left for the next step.
     */
    public void step() {
        var begin = clock.instant();
        var spent = new HashMap<String, Duration>();
        for (var known : List.copyOf(byFeed.values())) {
            var host = Optional.ofNullable(known.hub().getHost()).orElse("");
            if (!known.next().isAfter(begin)
                    && spent.getOrDefault(host, Duration.ZERO).compareTo(TURN) < 0) {
                var now = clock.instant();
                step(known, now);
                spent.merge(host, Duration.between(now, clock.instant()), Duration::plus);
            }
        }
    }

    private void step(Subscription known, Instant now) {
        switch (known.stage()) {
            case ENDED -> forget(known);
            case ENDING -> unsubscribe(known, now);
            case WANTED, ASKED, ACTIVE -> subscribe(known, now);
        }
    }

    private void unsubscribe(Subscription known, Instant now) {
        if (post(known, "unsubscribe")) {
            change(known, latest -> latest.at(Stage.ENDED, now.plus(LEASE)));
        } else {
            forget(known);
        }
    }

    private void subscribe(Subscription known, Instant now) {
        // What is promised stays so while it is renewed; the others count on polling until the hub has come back.
        var asked = known.isKept(now)
                ? known.at(Stage.ACTIVE, now.plus(RENEWED_WITHIN))
                : known.at(Stage.ASKED, now.plus(TRIED_AGAIN));
        changeWanted(known, latest -> latest.at(asked.stage(), asked.next()));
        if (!post(known, "subscribe")) {
            changeWanted(known, latest -> latest.at(Stage.WANTED, now.plus(TRIED_AGAIN)));
        }
    }

    private void change(Subscription known, UnaryOperator<Subscription> change) {
        byFeed.computeIfPresent(
                known.feed(), (feed, latest) -> latest.token().equals(known.token()) ? change.apply(latest) : latest);
    }

    /** Changes what has not been ended meanwhile. */
    private void changeWanted(Subscription known, UnaryOperator<Subscription> change) {
        change(known, latest -> latest.isWanted() ? change.apply(latest) : latest);
    }

    private boolean post(Subscription known, String mode) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.callback", callback.orElseThrow() + "/" + known.token());
        form.put("hub.mode", mode);
        form.put("hub.topic", known.topic());
        form.put("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
        form.put("hub.secret", known.secret());
        var answer = hub.post(known.hub(), form);
        if (answer instanceof WebAnswer.Failed failed) {
            LOG.info("Hub refused feed={} mode={} because={}", known.feed(), mode, failed.message());
        }
        return !(answer instanceof WebAnswer.Failed);
    }

    /**
     * A hub's question whether we meant what we asked for.
     *
     * @return what to answer; empty where we did not
     */
    public Optional<String> verify(String token, Map<String, String> question) {
        return known(token)
                .filter(one -> one.topic().equals(question.get("hub.topic")))
                .flatMap(known -> verify(known, question));
    }

    private Optional<String> verify(Subscription known, Map<String, String> question) {
        var now = clock.instant();
        var challenge = Optional.ofNullable(question.get("hub.challenge"));
        switch (question.getOrDefault("hub.mode", "")) {
            case "denied" -> {
                changeWanted(known, latest -> latest.at(Stage.WANTED, now.plus(AFTER_DENIAL)));
                return Optional.of("").filter(nothing -> known.isWanted());
            }
            case "subscribe" -> {
                var lease = lease(question);
                changeWanted(
                        known,
                        latest -> latest.promised(now.plus(lease.multipliedBy(4).dividedBy(5)), now.plus(lease)));
                return challenge.filter(nothing -> known.isWanted());
            }
            case "unsubscribe" -> {
                if (known.isWanted()) {
                    return Optional.empty();
                }
                forget(known);
                return challenge;
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private static Duration lease(Map<String, String> question) {
        var said = question.getOrDefault("hub.lease_seconds", "");
        var lease = said.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(said)) : LEASE;
        var bounded = lease.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : lease;
        return bounded.compareTo(LEASE) > 0 ? LEASE : bounded;
    }

    private Optional<Subscription> known(String token) {
        return Optional.ofNullable(feedOfToken.get(token)).map(byFeed::get);
    }

    /**
     * A hub says that a feed changed. What is not signed as agreed is not listened to; what comes to an address that is not
     * ours is not even read.
     *
     * @return whether the address is one of ours
     */
    public boolean hear(String token, String signature, InputStream body) throws IOException {
        var known = known(token).filter(Subscription::isWanted);
        if (known.isPresent() && Signature.isRight(signature, known.get().secret(), body)) {
            known.get().listener().accept(known.get().feed());
        }
        return known.isPresent();
    }
}
