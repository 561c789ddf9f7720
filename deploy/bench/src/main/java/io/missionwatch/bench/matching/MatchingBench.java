package io.missionwatch.bench.matching;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Prints one table: what matching events costs, at 10, 1,000 and 10,000 patterns, beside Lucene's monitor, and how soon
 * patterns are in force. Rounds of both sides alternate; a ratio is the median of the ratios of the rounds.
 *
 * <p>Argument: the number of rounds; 7 unless it is given, at least 5.
 */
public final class MatchingBench {

    private MatchingBench() {}

    /** Runs the comparison. */
    public static void main(String[] args) {
        var rounds = Math.max(5, args.length > 0 ? Integer.parseInt(args[0]) : 7);
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.print(new MatchingCost(rounds, 42).table());
        out.flush();
    }
}
