package io.missionwatch.bench.enrich;

import io.missionwatch.bench.figures.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** What enriching costs, in one table. */
public final class EnrichCost {

    private EnrichCost() {}

    /** Measures all of it and prints each figure when it is known; the reference data first, while nothing else has been loaded. */
    public static void print(int rounds, PrintWriter out) throws IOException, InterruptedException {
        out.print(Row.head());
        var reference = ReferenceCost.measured();
        print(reference.rows(), out);
        print(new ArticleCost(reference.enricher(), rounds).rows(), out);
        print(new NameCost(rounds).rows(), out);
        print(new ServiceCost(reference.enricher(), rounds).rows(), out);
    }

    private static void print(List<Row> rows, PrintWriter out) {
        rows.forEach(row -> out.print(row.line()));
        out.flush();
    }
}
