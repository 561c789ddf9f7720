package io.missionwatch.bench.accuracy;

/** Counts of right and wrong answers, and what follows from them. */
record Tally(int right, int wrong, int missed) {

    static final Tally NONE = new Tally(0, 0, 0);

    /** With one more answer: what was so and what was said. */
    Tally plus(boolean so, boolean said) {
        return new Tally(right + (so && said ? 1 : 0), wrong + (said && !so ? 1 : 0), missed + (so && !said ? 1 : 0));
    }

    /** How many had an answer that counts. */
    int answers() {
        return right + missed;
    }

    double precision() {
        return right + wrong == 0 ? 0 : (double) right / (right + wrong);
    }

    double recall() {
        return right + missed == 0 ? 0 : (double) right / (right + missed);
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
