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

    private static final Entry UNKNOWN = new Entry(WordClasses.NONE, Phrases.NONE, 0, Senses.Company.NONE);

    private final Words words;
    private final WordMap<Entry> entries;

    /** What is said of one word. */
    static final class Entry {
        final WordClasses classes;
        /** The trigger phrases that begin with it. */
        final Phrases phrases;
        /** Its kinds as {@link TimeWords#kindsOf} has them. */
        final int times;
        /** What spoils it as a trigger. */
        final Senses.Company company;

        Entry(WordClasses classes, Phrases phrases, int times, Senses.Company company) {
            this.classes = classes;
            this.phrases = phrases;
            this.times = times;
            this.company = company;
        }
    }

    private Lexicon(Words words, WordMap<Entry> entries) {
        this.words = words;
        this.entries = entries;
    }

    static Lexicon of(Words words, Triggers triggers, TimeWords times, Senses senses) {
        var listed = new HashSet<>(words.listed());
        listed.addAll(triggers.listed());
        listed.addAll(times.listed());
        listed.addAll(senses.listed());
        var entries = new HashMap<String, Entry>();
        for (var word : listed) {
            var phrases = triggers.beginningWith(word);
            entries.put(word, new Entry(words.classesOf(word), phrases, times.kindsOf(word), senses.companyOf(word)));
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
        return classes == WordClasses.NONE ? UNKNOWN : new Entry(classes, Phrases.NONE, 0, Senses.Company.NONE);
    }
}
