package io.missionwatch.ingest.doors;

import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.schema.FeedStatus;
import java.util.Optional;

/**
 * A feed as an operator sees it.
 *
 * @param feed what the operator wants
 * @param status how it is doing; empty until ingest has seen it
 */
public record FeedView(FeedSource feed, Optional<FeedStatus> status) {}
