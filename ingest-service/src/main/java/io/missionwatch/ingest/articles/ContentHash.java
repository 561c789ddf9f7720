package io.missionwatch.ingest.articles;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Locale;

/** Tells texts apart in eight bytes; white space and case do not count. */
public final class ContentHash {

    private ContentHash() {}

    /** The hash of a text. */
    public static long of(String text) {
        return Hashing.komihash5_0()
                .hashCharsToLong(
                        text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip());
    }
}
