package io.missionwatch.ingest.doors;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.ingest.feeds.FeedList;
import io.missionwatch.ingest.feeds.FeedSource;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words what a change of a feed is. */
final class FeedChange {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FeedChange() {}

    static String action(Optional<FeedSource> before, FeedSource after) {
        if (before.isEmpty()) {
            return "feed.added";
        }
        if (before.get().equals(after)) {
            return "feed.resumed";
        }
        if (before.get().paused() != after.paused()
                && before.get().paused(after.paused()).equals(after)) {
            return after.paused() ? "feed.paused" : "feed.resumed";
        }
        return "feed.changed";
    }

    /** The fields that differ, each with what it was and is; addresses without what may be a secret in them. */
    static String inWords(Optional<FeedSource> before, FeedSource after) {
        if (before.equals(Optional.of(after))) {
            return "tried again, which its publisher had ended";
        }
        var was = before.map(FeedChange::shown).orElse(Map.of());
        var is = shown(after);
        var names = new LinkedHashSet<>(is.keySet());
        names.addAll(was.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .map(name -> was.containsKey(name)
                        ? name + ": " + was.get(name) + " -> " + is.getOrDefault(name, "")
                        : name + ": " + is.get(name))
                .collect(Collectors.joining("; "));
    }

    /** The feed as JSON; its address without what may be a secret in it. */
    static String json(FeedSource feed) {
        return JSON.valueToTree(shown(feed)).toString();
    }

    private static Map<String, Object> shown(FeedSource feed) {
        var fields = new LinkedHashMap<>(FeedList.fields(feed));
        fields.put("url", withoutSecrets(feed.url()));
        return fields;
    }

    private static String withoutSecrets(URI url) {
        var port = url.getPort() == -1 ? "" : ":" + url.getPort();
        var query = url.getRawQuery() == null ? "" : "?...";
        return url.getScheme() + "://" + url.getHost() + port
                + Optional.ofNullable(url.getRawPath()).orElse("") + query;
    }
}
