package io.missionwatch.quickstart.samples;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One item of an outlet, or a later revision of one. Times are offsets from the start of the demo: {@code appears} is
 * when it enters the feed, {@code published} (negative before the start) is the date it bears.
 */
public record SampleItem(
        String id,
        Optional<String> revises,
        String outlet,
        String title,
        List<String> paragraphs,
        Duration appears,
        Duration published,
        Optional<String> credit,
        Optional<String> wireStory,
        Optional<String> happening,
        Expectation expected,
        Optional<String> trap) {

    public SampleItem {
        paragraphs = List.copyOf(paragraphs);
        if (paragraphs.isEmpty()) {
            throw new IllegalArgumentException("an item has a body");
        }
        if (appears.isNegative()) {
            throw new IllegalArgumentException("an item appears at the start or after it");
        }
        if (published.compareTo(appears) > 0) {
            throw new IllegalArgumentException("an item appears when it is published or later");
        }
        if (expected.isAlert() != happening.isPresent()) {
            throw new IllegalArgumentException("an item that must alert names its happening, and only such an item");
        }
        if (expected.isAlert() == trap.isPresent()) {
            throw new IllegalArgumentException("an item that must not alert says in trap why, and only such an item");
        }
    }

    /** What stays the same over all revisions of the item: the id of the first. */
    public String article() {
        return revises.orElse(id);
    }

    /** The independent origin of the story: all copies of one wire story have one, else the outlet speaks for itself. */
    public String origin() {
        return wireStory.orElse(outlet);
    }
}
