package io.missionwatch.alert.sigma;

/** A text that can be read for 10 ms only: the one way to stop a regular expression that has lost itself. */
final class DeadlineText implements CharSequence {
    private static final long NANOS = 10_000_000;
    private static final int READS_BETWEEN_LOOKS = 1024;

    private final CharSequence text;
    private final Clock clock;

    DeadlineText(String text) {
        this(text, new Clock());
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
        private int reads;
        private long deadline;

        void tick() {
            if (reads++ % READS_BETWEEN_LOOKS == READS_BETWEEN_LOOKS - 1) {
                look();
            }
        }

        private void look() {
            long now = System.nanoTime();
            if (deadline == 0) {
                deadline = now + NANOS;
            } else if (now - deadline > 0) {
                throw new Overrun();
            }
        }
    }
}
