package io.missionwatch.enrich;

import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.places.Gazetteer;
import io.missionwatch.enrich.reference.ReferenceData;

/** What comes with the service, read once for all tests: it is large, and nothing changes it. */
public final class BuiltIn {

    public static final ReferenceData REFERENCE = ReferenceData.builtIn();
    public static final Gazetteer GAZETTEER = REFERENCE.gazetteer();
    public static final ArticleEnricher ENRICHER = ArticleEnricher.of(REFERENCE);

    private BuiltIn() {}
}
