package io.missionwatch.alert.sigma;

/**
 * A text that can be read for 10 ms only: the one way to stop a regular expression that has lost itself. The clock
 * counts only against an expression that has read the text many times over, so that a busy machine does not make an
 * honest one fail.
 */
final class DeadlineText implements CharSequence {
    private static final long NANOS = 10_000_000;
    private static final int READS_BETWEEN_LOOKS = 1024;
    private static final long FREE_READS = 100_000;
    private static final int FREE_PASSES = 8;

    private final CharSequence text;
    private final Clock clock;

    DeadlineText(String text) {
        this(text, new Clock(FREE_READS + (long) FREE_PASSES * text.length()));
    }

    private DeadlineText(CharSequence text, Clock clock) {
        this.text = text;
        this.clock = clock;
    }

    @Override
    public char charAt(int index) {
        clock.tick();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new DeadlineText(text.subSequence(start, end), clock);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The time is up. */
    static final class Overrun extends RuntimeException {
        Overrun() {
            super("regular expression ran out of time", null, false, false);
        }
    }

    private static final class Clock {
        private final long deadline = System.nanoTime() + NANOS;
        private long readsLeft;

        Clock(long freeReads) {
            readsLeft = freeReads;
        }

        void tick() {
            if (--readsLeft < 0) {
                look();
            }
        }

        private void look() {
            if (System.nanoTime() - deadline > 0) {
                throw new Overrun();
            }
            readsLeft = READS_BETWEEN_LOOKS;
        }
    }
}
