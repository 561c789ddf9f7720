package io.missionwatch.ingest.markup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks documents that are gzip files in themselves, as many sitemaps are, and not only packed on their way. */
public final class Packed {

    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private Packed() {}

    /** What a body holds, to be read as slowly or as far as the reader likes. */
    public static InputStream open(InputStream body) throws IOException {
        var ahead = new BufferedInputStream(body);
        ahead.mark(GZIP.length);
        boolean packed = ahead.read() == (GZIP[0] & 0xFF) && ahead.read() == (GZIP[1] & 0xFF);
        ahead.reset();
        return packed ? new GZIPInputStream(ahead) : ahead;
    }
}
