package io.missionwatch.quickstart.demo;

import io.missionwatch.quickstart.samples.Outlet;
import io.missionwatch.quickstart.samples.SampleServer;
import io.missionwatch.quickstart.samples.Samples;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.FormatHint;
import io.missionwatch.schema.FullTextMode;
import io.missionwatch.schema.Reliability;
import io.missionwatch.schema.SourceClass;
import java.util.List;

/** The sample outlets as feeds that ingest reads, polled often enough to watch. */
public final class DemoFeeds {

    private static final int SHORTEST_SECONDS = 2;
    private static final int LONGEST_SECONDS = 3;

    private DemoFeeds() {}

    /** A feed for each outlet, at the address where the server has it. */
    public static List<Feed> of(Samples samples, SampleServer server) {
        return samples.outlets().stream().map(outlet -> feed(outlet, server)).toList();
    }

    private static Feed feed(Outlet outlet, SampleServer server) {
        return Feed.newBuilder()
                .setId(outlet.id())
                .setUrl(server.address(outlet).toString())
                .setOutlet(outlet.name())
                .setSourceClass(SourceClass.valueOf(outlet.sourceClass()))
                .setReliability(Reliability.valueOf(outlet.reliability()))
                .setHomeCountry(outlet.country())
                .setLanguage("en")
                .setFormatHint(FormatHint.AUTO)
                .setFullText(FullTextMode.WHEN_SHORT)
                .setMinIntervalSeconds(SHORTEST_SECONDS)
                .setMaxIntervalSeconds(LONGEST_SECONDS)
                .setInclude(List.of())
                .setExclude(List.of())
                .setPaused(false)
                .build();
    }
}
