package io.missionwatch.ingest.feeds;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Notices that a document in XML ends in the middle of an item, as one does whose server fails while it writes. */
final class BrokenEnd {

    private static final Pattern TAG = Pattern.compile("<(/?)(?:[\\w.-]+:)?([\\w.-]+)(?=[\\s/>])");

    private BrokenEnd() {}

    /**
     * Whether neither the document nor its last item is closed. Where the document is, items without ends are the
     * publisher's way to write.
     *
     * @param root the name of its root, with its prefix
     * @param items the names of items, in small letters
     */
    static boolean isIn(String text, String root, Set<String> items) {
        return !hasEnd(text, root) && endsInside(text, items);
    }

    private static boolean hasEnd(String text, String root) {
        var end = "</" + root;
        for (int at = text.lastIndexOf("</"); at >= 0; at = text.lastIndexOf("</", at - 1)) {
            if (text.regionMatches(true, at, end, 0, end.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsInside(String text, Set<String> items) {
        boolean open = false;
        var tags = TAG.matcher(text);
        while (tags.find()) {
            if (items.contains(tags.group(2).toLowerCase(Locale.ROOT))) {
                open = tags.group(1).isEmpty();
            }
        }
        return open;
    }
}
