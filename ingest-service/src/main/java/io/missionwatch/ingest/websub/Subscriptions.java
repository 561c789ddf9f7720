package io.missionwatch.ingest.websub;

import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.websub.Subscription.Stage;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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
    private static final Duration VERIFIED_WITHIN = Duration.ofMinutes(15);
    private static final Duration AFTER_DENIAL = Duration.ofDays(1);
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
        if (callback.isEmpty()) {
            return;
        }
        var known = byFeed.get(feed);
        if (known != null && known.hub().equals(address) && known.topic().equals(topic) && isWanted(known)) {
            byFeed.put(
                    feed,
                    new Subscription(
                            feed,
                            address,
                            topic,
                            known.token(),
                            known.secret(),
                            known.stage(),
                            known.next(),
                            listener));
            return;
        }
        forget(feed);
        var token = random();
        feedOfToken.put(token, feed);
        byFeed.put(
                feed, new Subscription(feed, address, topic, token, random(), Stage.WANTED, clock.instant(), listener));
    }

    private static boolean isWanted(Subscription subscription) {
        return subscription.stage() != Stage.ENDING;
    }

    private String random() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A feed's changes are wanted no more; its hub is told with the next step. */
    public void end(String feed) {
        byFeed.computeIfPresent(
                feed, (key, known) -> isWanted(known) ? known.at(Stage.ENDING, clock.instant()) : known);
    }

    /** Forgets all that a listener wanted: another instance will ask for its own. */
    public void forget(Consumer<String> listener) {
        byFeed.values().stream()
                .filter(known -> known.listener().equals(listener))
                .map(Subscription::feed)
                .toList()
                .forEach(this::forget);
    }

    private void forget(String feed) {
        Optional.ofNullable(byFeed.remove(feed)).ifPresent(known -> feedOfToken.remove(known.token()));
    }

    /** Whether a hub has promised to tell of changes. */
    public boolean arePushed(String feed) {
        var known = byFeed.get(feed);
        return known != null && known.stage() == Stage.ACTIVE;
    }

    /** Does what is due: asks, asks again before a lease ends, and tells hubs of what has ended. Takes as long as hubs do. */
    public void step() {
        var now = clock.instant();
        List.copyOf(byFeed.values()).stream()
                .filter(known -> !known.next().isAfter(now))
                .forEach(known -> step(known, now));
    }

    private void step(Subscription known, Instant now) {
        if (known.stage() == Stage.ENDING) {
            if (post(known, "unsubscribe")) {
                change(known, latest -> latest.at(Stage.ENDING, now.plus(LEASE)));
            } else {
                forget(known.feed());
            }
            return;
        }
        // An active one stays so while it is renewed; the others count on polling until the hub has come back.
        var asked = known.stage() == Stage.ACTIVE ? Stage.ACTIVE : Stage.ASKED;
        change(known, latest -> latest.at(asked, now.plus(VERIFIED_WITHIN)));
        if (!post(known, "subscribe")) {
            change(known, latest -> latest.at(Stage.WANTED, now.plus(TRIED_AGAIN)));
        }
    }

    private void change(Subscription known, UnaryOperator<Subscription> change) {
        byFeed.computeIfPresent(
                known.feed(), (feed, latest) -> latest.token().equals(known.token()) ? change.apply(latest) : latest);
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
        var known = known(token).filter(one -> one.topic().equals(question.get("hub.topic")));
        var mode = question.getOrDefault("hub.mode", "");
        if (known.isEmpty()) {
            return Optional.empty();
        }
        boolean wanted = isWanted(known.get());
        if (mode.equals("denied") && wanted) {
            change(
                    known.get(),
                    latest -> latest.at(Stage.WANTED, clock.instant().plus(AFTER_DENIAL)));
            return Optional.of("");
        }
        if (mode.equals("subscribe") && wanted) {
            change(known.get(), latest -> latest.at(Stage.ACTIVE, renewal(question)));
            return Optional.ofNullable(question.get("hub.challenge"));
        }
        if (mode.equals("unsubscribe") && !wanted) {
            forget(known.get().feed());
            return Optional.ofNullable(question.get("hub.challenge"));
        }
        return Optional.empty();
    }

    private Instant renewal(Map<String, String> question) {
        var said = question.getOrDefault("hub.lease_seconds", "");
        var lease = said.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(said)) : LEASE;
        var bounded = lease.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : lease;
        return clock.instant()
                .plus((bounded.compareTo(LEASE) > 0 ? LEASE : bounded)
                        .multipliedBy(4)
                        .dividedBy(5));
    }

    private Optional<Subscription> known(String token) {
        return Optional.ofNullable(feedOfToken.get(token)).map(byFeed::get);
    }

    /**
     * A hub says that a feed changed. What is not signed as agreed is not listened to.
     *
     * @return whether the address is one of ours
     */
    public boolean hear(String token, String signature, byte[] body) {
        var known = known(token).filter(Subscriptions::isWanted);
        known.filter(one -> Signature.isRight(signature, one.secret(), body))
                .ifPresent(one -> one.listener().accept(one.feed()));
        return known.isPresent();
    }
}
