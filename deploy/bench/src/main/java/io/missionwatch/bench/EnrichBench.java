package io.missionwatch.bench;

import io.missionwatch.bench.enrich.EnrichCost;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Prints one table: what enriching costs. The memory and time that all reference data takes, articles a second, long and hostile
 * articles, names beside three peers, and the service beside its own topology that finds nothing. Sides alternate; a ratio
 * is the median of the ratios of the rounds.
 *
 * <p>Argument: the number of rounds; 5 unless it is given, and at least 5.
 */
public final class EnrichBench {

    private EnrichBench() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        var rounds = Math.max(5, args.length > 0 ? Integer.parseInt(args[0]) : 5);
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        EnrichCost.print(rounds, out);
    }
}
