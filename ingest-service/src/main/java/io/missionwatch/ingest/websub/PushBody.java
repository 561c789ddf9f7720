package io.missionwatch.ingest.websub;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** What a hub pushes, as long as it is neither too long nor too slow: from there on, reading it fails. */
final class PushBody extends FilterInputStream {

    private final long end;
    private long left;

    PushBody(InputStream body, long mostBytes, Duration within) {
        super(body);
        this.left = mostBytes;
        this.end = System.nanoTime() + within.toNanos();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new IOException("it takes too long");
        }
        int count = super.read(into, from, most);
        left -= Math.max(0, count);
        if (left < 0) {
            throw new IOException("it is too long");
        }
        return count;
    }
}
