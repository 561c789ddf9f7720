package io.missionwatch.ingest.feeds;

import java.util.regex.Pattern;

/**
 * Somebody who wrote an item, as the feed writes it and as people would.
 *
 * @param written all that the feed says, such as {@code jo@example.org (Jo Doe)}
 * @param name the name alone; the address where there is no name
 */
public record FeedPerson(String written, String name) {

    // No honest byline is longer, and what looks for an address in it takes the square of its length.
    private static final int LONGEST = 500;

    private static final Pattern BY = Pattern.compile("^\\s*by\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS =
            Pattern.compile("[<(]?(?:mailto:)?[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)+(?:\\?subject=\\S+)?[>)]?");

    static FeedPerson of(String written) {
        var text = written.substring(0, Math.min(LONGEST, written.length()))
                .replaceAll("\\s+", " ")
                .strip();
        var rest = ADDRESS.matcher(text).replaceFirst("").strip();
        if (rest.startsWith("(") && rest.endsWith(")")) {
            rest = rest.substring(1, rest.length() - 1).strip();
        }
        return new FeedPerson(text, rest.isEmpty() ? text : rest);
    }

    /** Somebody in a byline, without the word before the name. */
    static FeedPerson inByline(String line) {
        return of(BY.matcher(line).replaceFirst(""));
    }

    static FeedPerson of(String name, String email) {
        if (name.isBlank()) {
            return of(email);
        }
        return email.isBlank() ? of(name) : new FeedPerson(name.strip() + " (" + email.strip() + ")", name.strip());
    }
}
