package io.missionwatch.enrich.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Reads a large table of places line by line: its cells are bytes, of which text is made only where text is asked for. */
final class PlaceTable {
    private static final int CELLS = 9;
    /** Powers of ten up to which a quotient of whole numbers is the nearest number to what was written. */
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

    private final byte[] bytes;
    private final int[] starts = new int[CELLS];
    private final int[] ends = new int[CELLS];
    /** Of each cell the last text that was asked for, and where it stands: tables go division by division. */
    private final String[] texts = new String[CELLS];

    private final int[] textStarts = new int[CELLS];
    private final int[] textEnds = new int[CELLS];

    private PlaceTable(byte[] bytes) {
        this.bytes = bytes;
        Arrays.fill(texts, "");
    }

    /** Visits each line of a resource; what is visited changes with the next one. */
    static void forEachLine(String resource, Consumer<PlaceTable> line) {
        try (var stream = TabSeparated.open(resource)) {
            new PlaceTable(stream.readAllBytes()).forEachLine(line);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private void forEachLine(Consumer<PlaceTable> line) {
        for (var from = 0; from < bytes.length; ) {
            var isRemark = bytes[from] == '#' || bytes[from] == '\n';
            from = cut(from) + 1;
            if (!isRemark) {
                line.accept(this);
            }
        }
    }

    /** Cuts the line that begins there into its cells; returns where it ends. */
    private int cut(int from) {
        var at = from;
        for (var cell = 0; cell < CELLS; cell++) {
            starts[cell] = at;
            while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\t') {
                at++;
            }
            ends[cell] = at;
            at += at < bytes.length && bytes[at] == '\t' ? 1 : 0;
        }
        return at;
    }

    char letter(int cell) {
        return (char) bytes[starts[cell]];
    }

    String text(int cell) {
        if (!Arrays.equals(bytes, textStarts[cell], textEnds[cell], bytes, starts[cell], ends[cell])) {
            textStarts[cell] = starts[cell];
            textEnds[cell] = ends[cell];
            texts[cell] = new String(bytes, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
        }
        return texts[cell];
    }

    /** A number with at most ten digits behind the point. */
    double number(int cell) {
        var digits = 0L;
        var scale = -1;
        var isBelowZero = bytes[starts[cell]] == '-';
        for (var at = starts[cell] + (isBelowZero ? 1 : 0); at < ends[cell]; at++) {
            if (bytes[at] == '.') {
                scale = 0;
            } else {
                digits = digits * 10 + bytes[at] - '0';
                scale += scale < 0 ? 0 : 1;
            }
        }
        var number = digits / POWERS[Math.max(0, scale)];
        return isBelowZero ? -number : number;
    }
}
