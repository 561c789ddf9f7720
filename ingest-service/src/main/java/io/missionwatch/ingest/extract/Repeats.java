package io.missionwatch.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the quotes that a page pulls out of its article and shows a second time. */
final class Repeats {

    private static final int SHORTEST = 30;
    private static final int REACH = 3;
    private static final Pattern QUOTE = Pattern.compile("(?i)quot|zitat|citat|cita\\b");

    private Repeats() {}

    /** The blocks without those that are set as quotes or headings and stand in the running text too. */
    static List<TextBlock> dropped(List<TextBlock> blocks) {
        Map<Integer, Integer> counts = new HashMap<>();
        blocks.forEach(block -> Guide.forEachRun(block.text(), run -> counts.merge(run, 1, Integer::sum)));
        List<TextBlock> kept = new ArrayList<>();
        for (var block : blocks) {
            if (isSetApart(block) && isRepeated(block, counts)) {
                Guide.forEachRun(block.text(), run -> counts.merge(run, -1, Integer::sum));
            } else {
                kept.add(block);
            }
        }
        return kept;
    }

    private static boolean isSetApart(TextBlock block) {
        return block.length() >= SHORTEST
                && (block.isHeading()
                        || Stream.iterate(
                                        Optional.of(block.box()), Optional::isPresent, box -> box.flatMap(Box::parent))
                                .limit(REACH)
                                .flatMap(Optional::stream)
                                .anyMatch(Repeats::isQuote));
    }

    private static boolean isQuote(Box box) {
        return box.tag().equals("blockquote")
                || QUOTE.matcher(box.element().className()).find();
    }

    private static boolean isRepeated(TextBlock block, Map<Integer, Integer> counts) {
        var lowest = new int[] {Integer.MAX_VALUE};
        Guide.forEachRun(block.text(), run -> lowest[0] = Math.min(lowest[0], counts.get(run)));
        return lowest[0] > 1;
    }
}
