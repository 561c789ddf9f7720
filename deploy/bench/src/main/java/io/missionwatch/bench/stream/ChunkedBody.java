package io.missionwatch.bench.stream;

/** The body of one HTTP answer in chunks (RFC 9112, section 7.1), however reads cut it: in a chunk, in its size, between the two. */
final class ChunkedBody {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String END_OF_LINE = "\r\n";
    private static final int HEXADECIMAL = 16;

    private final StringBuilder unread = new StringBuilder();
    private boolean inBody;
    private int leftOfChunk;

    /** What of the body came with some more text of the answer. */
    String add(String text) {
        unread.append(text);
        if (!inBody) {
            int end = unread.indexOf(END_OF_HEAD);
            if (end < 0) {
                return "";
            }
            unread.delete(0, end + END_OF_HEAD.length());
            inBody = true;
        }
        var body = new StringBuilder();
        while (leftOfChunk > 0 ? !unread.isEmpty() : beginsChunk()) {
            int taken = Math.min(leftOfChunk, unread.length());
            body.append(unread, 0, taken);
            unread.delete(0, taken);
            leftOfChunk -= taken;
        }
        return body.toString();
    }

    /** Reads the size of the next chunk, once all of its line is there; the end of the chunk before stands before it. */
    private boolean beginsChunk() {
        int from = unread.indexOf(END_OF_LINE) == 0 ? END_OF_LINE.length() : 0;
        int end = unread.indexOf(END_OF_LINE, from);
        if (end <= from) {
            return false;
        }
        leftOfChunk = Integer.parseInt(unread.substring(from, end), HEXADECIMAL);
        unread.delete(0, end + END_OF_LINE.length());
        return leftOfChunk > 0;
    }
}
