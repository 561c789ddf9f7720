package io.missionwatch.ingest.extract;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the lines of a page where readers look for its date: around its title. */
final class Datelines {

    private static final int LONGEST = 160;
    private static final int BELOW = 10;
    private static final int ABOVE = 3;

    private Datelines() {}

    /** The short lines from the title down, then those above it from the nearest. */
    static List<String> near(String title, PageText page) {
        var blocks = page.blocks();
        int at = title.isEmpty() ? -1 : titleLine(title, blocks);
        if (at < 0) {
            return List.of();
        }
        var below = blocks.subList(at, Math.min(blocks.size(), at + BELOW)).stream();
        var above = IntStream.rangeClosed(1, Math.min(ABOVE, at)).mapToObj(up -> blocks.get(at - up));
        return Stream.concat(below, above)
                .map(TextBlock::text)
                .filter(text -> text.length() <= LONGEST)
                .toList();
    }

    private static int titleLine(String title, List<TextBlock> blocks) {
        return IntStream.range(0, blocks.size())
                .filter(i -> blocks.get(i).text().startsWith(title))
                .findFirst()
                .orElse(-1);
    }
}
