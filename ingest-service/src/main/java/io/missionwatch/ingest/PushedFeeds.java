package io.missionwatch.ingest;

import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.polling.FeedState;
import io.missionwatch.ingest.websub.Subscriptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The feeds of one task whose hubs tell of their changes. Hubs are heard on other threads than the task's. */
final class PushedFeeds {

    private final Subscriptions subscriptions;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Consumer<String> listener = heard::add;

    PushedFeeds(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Wants to hear of a feed as long as it is polled and offers a hub. */
    void keep(String key, FeedSource feed, FeedState state) {
        if (feed.paused() || state.retired() || !state.push().offered()) {
            end(key);
        } else {
            subscriptions.want(key, URI.create(state.push().hub()), state.push().topic(), listener);
        }
    }

    void end(String key) {
        heard.remove(key);
        subscriptions.end(key);
    }

    /** A feed whose hub tells of changes is polled as seldom as the operator allows. */
    FeedState paced(String key, FeedSource feed, FeedState state, Instant at) {
        boolean seldom = state.outcome().isSuccess() && subscriptions.arePushed(key);
        return seldom ? state.dueAt(at.plus(feed.longest()).toEpochMilli(), state.outcome()) : state;
    }

    /** The feeds that hubs have spoken of. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** A feed that was spoken of has been made due. */
    void done(String key) {
        heard.remove(key);
    }

    /**
     * When a feed that was spoken of may be polled: no hub makes us bother a publisher without end, nor sooner than is right
     * after a failure.
     */
    static long soonest(FeedState state, long now, Duration gap) {
        long polite = Math.max(now, state.lastPoll() + gap.toMillis());
        return state.errors() == 0 ? polite : Math.max(polite, state.nextPoll());
    }

    void close() {
        subscriptions.forget(listener);
        heard.clear();
    }
}
