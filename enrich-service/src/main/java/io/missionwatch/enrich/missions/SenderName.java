package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of the words for a sender: a name, an adjective, a people.
 *
 * @param words in lower case, at least one
 * @param anyCase written without a capital too
 */
record SenderName(List<String> words, Sender sender, boolean anyCase) {

    /** The words of each key, parted by blanks. */
    static List<SenderName> of(Map<String, Sender> senders, Set<String> anyCase) {
        return senders.entrySet().stream()
                .map(entry -> new SenderName(
                        List.of(entry.getKey().split(" ", -1)), entry.getValue(), anyCase.contains(entry.getKey())))
                .toList();
    }

    String first() {
        return words.get(0);
    }

    String last() {
        return words.get(words.size() - 1);
    }

    /** Whether the name stands in the text, beginning with the token {@code start}. */
    boolean stands(List<Token> tokens, int start, boolean caseless) {
        var end = start + words.size();
        if (start < 0 || end > tokens.size()) {
            return false;
        }
        for (var i = 0; i < words.size(); i++) {
            if (!tokens.get(start + i).is(words.get(i))) {
                return false;
            }
        }
        return (caseless || anyCase || tokens.get(start).isCapitalised()) && !isInsideName(tokens, start, end);
    }

    /** The "AU" of "PORT-AU-PRINCE" is no organisation. */
    private static boolean isInsideName(List<Token> tokens, int start, int end) {
        return start > 0
                && end < tokens.size()
                && tokens.get(start - 1).is("-")
                && tokens.get(start - 1).touches(tokens.get(start))
                && tokens.get(end).is("-")
                && tokens.get(end - 1).touches(tokens.get(end));
    }
}
