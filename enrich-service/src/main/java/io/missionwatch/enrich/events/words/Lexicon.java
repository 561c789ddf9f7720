package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.events.time.TimeWords;
import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * What all lists of one language say of each word: its classes, the trigger phrases that it begins, and what it does in a time
 * expression. One look-up a word, however many readers follow.
 */
public final class Lexicon {

    private static final Entry UNKNOWN = new Entry(WordClasses.NONE, List.of(), 0);

    private final Words words;
    private final WordMap<Entry> entries;

    /** What is said of one word. */
    static final class Entry {
        private final WordClasses classes;
        private final List<Phrase> phrases;
        private final int times;

        private Entry(WordClasses classes, List<Phrase> phrases, int times) {
            this.classes = classes;
            this.phrases = phrases;
            this.times = times;
        }

        WordClasses classes() {
            return classes;
        }

        /** The trigger phrases that begin with it, the longest first. */
        List<Phrase> phrases() {
            return phrases;
        }

        /** Its kinds as {@link TimeWords#kindsOf} has them. */
        int times() {
            return times;
        }
    }

    private Lexicon(Words words, WordMap<Entry> entries) {
        this.words = words;
        this.entries = entries;
    }

    static Lexicon of(Words words, Triggers triggers, TimeWords times) {
        var listed = new HashSet<>(words.listed());
        listed.addAll(triggers.listed());
        listed.addAll(times.listed());
        var entries = new HashMap<String, Entry>();
        for (var word : listed) {
            entries.put(word, new Entry(words.classesOf(word), triggers.beginningWith(word), times.kindsOf(word)));
        }
        return new Lexicon(words, WordMap.of(entries));
    }

    /** The words of a text as this lexicon knows them. */
    public Wording wordingOf(List<Token> tokens) {
        return Wording.of(tokens, this);
    }

    /** A word that no list has may be one by its beginning or its end. */
    Entry entryOf(Token word) {
        var entry = entries.get(word, UNKNOWN);
        if (entry != UNKNOWN) {
            return entry;
        }
        var classes = words.unlisted(word.lower());
        return classes == WordClasses.NONE ? UNKNOWN : new Entry(classes, List.of(), 0);
    }
}
