package io.missionwatch.enrich.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads the tab-separated tables that lie beside this package; a line that begins with # is a remark. */
final class TabSeparated {
    private static final int BUFFER = 1 << 16;

    private TabSeparated() {}

    static void forEachLine(String resource, Consumer<String> line) {
        try (var reader = new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8), BUFFER)) {
            for (var next = reader.readLine(); next != null; next = reader.readLine()) {
                if (!next.isEmpty() && next.charAt(0) != '#') {
                    line.accept(next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    static List<List<String>> rows(String resource) {
        var rows = new ArrayList<List<String>>();
        forEachLine(resource, line -> rows.add(List.of(line.split("\t", -1))));
        return rows;
    }

    /** The bytes of a table, unpacked where it is packed. */
    static InputStream open(String resource) throws IOException {
        var stream = TabSeparated.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("the class path lacks " + resource);
        }
        return resource.endsWith(".gz") ? new GZIPInputStream(stream, BUFFER) : stream;
    }
}
