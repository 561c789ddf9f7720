package io.missionwatch.ingest.doors;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.serde.AvroSerdes;
import java.time.InstantSource;
import java.util.List;

/** The door of one instance, with everything behind it: articles that others push, changes of feeds. */
public final class IngestDoor implements Part {

    private final DoorServer server;
    private final SubmissionWriter submissions;
    private final FeedAdmin feeds;

    private IngestDoor(DoorServer server, SubmissionWriter submissions, FeedAdmin feeds) {
        this.server = server;
        this.submissions = submissions;
        this.feeds = feeds;
    }

    /**
     * Starts to answer.
     *
     * @throws io.missionwatch.runtime.settings.SettingException when the port is in use
     */
    public static IngestDoor start(DoorSettings settings, KafkaSettings kafka, AvroSerdes serdes, Tally tally) {
        var submissions = SubmissionWriter.open(kafka, serdes, settings.mostInFlight());
        var feeds = FeedAdmin.open(kafka, serdes);
        try {
            var articles = new ArticleRoutes(submissions, InstantSource.system(), tally);
            var server = DoorServer.start(settings, routes -> {
                articles.addTo(routes);
                new FeedRoutes(feeds).addTo(routes);
            });
            return new IngestDoor(server, submissions, feeds);
        } catch (RuntimeException failure) {
            feeds.close();
            submissions.close();
            throw failure;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public String name() {
        return "door";
    }

    @Override
    public PartState state() {
        return feeds.state();
    }

    @Override
    public void close() {
        List.<Part>of(server, feeds, submissions).forEach(Part::close);
    }
}
