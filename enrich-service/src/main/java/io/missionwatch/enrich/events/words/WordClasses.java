package io.missionwatch.enrich.events.words;

/** A set of word classes, made once and asked of every word: a question is three looks at bits, and no answer is an object. */
public final class WordClasses {

    static final WordClasses NONE = new WordClasses(0, 0, 0);

    private final long low;
    private final long high;
    private final long top;

    private WordClasses(long low, long high, long top) {
        this.low = low;
        this.high = high;
        this.top = top;
    }

    /** The set that has each of some classes. */
    public static WordClasses of(WordClass... classes) {
        var all = NONE;
        for (var one : classes) {
            all = all.and(new WordClasses(one.low, one.high, one.top));
        }
        return all;
    }

    /** The classes of this set and of another. */
    public WordClasses and(WordClasses other) {
        if (other == NONE) {
            return this;
        }
        return this == NONE ? other : new WordClasses(low | other.low, high | other.high, top | other.top);
    }

    public boolean has(WordClass one) {
        return (low & one.low | high & one.high | top & one.top) != 0;
    }

    /** Some class is in both. */
    public boolean overlap(WordClasses other) {
        return (low & other.low | high & other.high | top & other.top) != 0;
    }

    /** The classes that are in any of some sets. */
    static final class Sum {
        private long low;
        private long high;
        private long top;

        void add(WordClasses set) {
            low |= set.low;
            high |= set.high;
            top |= set.top;
        }

        WordClasses classes() {
            return new WordClasses(low, high, top);
        }
    }
}
