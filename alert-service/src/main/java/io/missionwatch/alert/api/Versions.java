package io.missionwatch.alert.api;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.missionwatch.alert.desk.Entry;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees to it that nobody overwrites what they have not seen: entity tags and conditions of RFC 9110. */
final class Versions {

    private static final int PRECONDITION_FAILED = 412;
    private static final int PRECONDITION_REQUIRED = 428;

    private Versions() {}

    static String tag(Entry<?> entry) {
        return "\"" + entry.version() + "\"";
    }

    static void write(Context request, Entry<?> entry) {
        request.header("ETag", tag(entry));
    }

    /**
     * Holds what stands there against the conditions of a request. What stands there is changed only by whoever names its
     * version.
     */
    static void check(Context request, Optional<? extends Entry<?>> standing) {
        var match = Optional.ofNullable(request.header("If-Match"));
        var noneMatch = Optional.ofNullable(request.header("If-None-Match"));
        if (standing.isEmpty()) {
            match.ifPresent(tag -> fail("nothing stands there any more"));
            return;
        }
        noneMatch.filter(tag -> tag.strip().equals("*")).ifPresent(tag -> fail("something stands there already"));
        var tag = tag(standing.get());
        if (match.isEmpty()) {
            throw new HttpResponseException(
                    PRECONDITION_REQUIRED, "something stands there: name its version with If-Match: " + tag, Map.of());
        }
        if (Stream.of(match.get().split(",")).map(String::strip).noneMatch(one -> one.equals("*") || one.equals(tag))) {
            fail("it has been changed since; its version is " + tag);
        }
    }

    private static void fail(String why) {
        throw new HttpResponseException(PRECONDITION_FAILED, why, Map.of());
    }
}
