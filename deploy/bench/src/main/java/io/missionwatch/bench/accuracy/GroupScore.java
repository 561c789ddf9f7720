package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.actors.ActorTag;
import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.articles.ArticleText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How well perpetrators are named, in texts of which coders know one. */
final class GroupScore {

    private final ArticleEnricher enricher;
    private final Map<NamedGroup, Set<String>> known = new HashMap<>();

    private int groups;
    private int namedGroups;
    private Tally byName = Tally.NONE;
    private Tally named = Tally.NONE;

    GroupScore(ArticleEnricher enricher) {
        this.enricher = enricher;
    }

    void add(Incident incident, List<ActorTag> said) {
        if (incident.groups().isEmpty()) {
            return;
        }
        groups += incident.groups().size();
        byName = plus(byName, incident.groups(), incident.groups(), said, (group, tag) -> group.isCalled(tag.name()));
        var inText = incident.groups().stream()
                .filter(group -> group.isNamedIn(incident.article().body()))
                .toList();
        if (!inText.isEmpty()) {
            namedGroups += inText.size();
            named = plus(
                    named, inText, incident.groups(), said, (group, tag) -> isSame(group, tag, incident.article()));
        }
    }

    /** Counts names that stand for a group, and those that stand for none of a record's. */
    private static Tally plus(
            Tally tally, List<NamedGroup> wanted, List<NamedGroup> allowed, List<ActorTag> said, Naming naming) {
        var sum = tally;
        for (var group : wanted) {
            sum = sum.plus(true, said.stream().anyMatch(tag -> naming.names(group, tag)));
        }
        for (var tag : said) {
            boolean wrong = allowed.stream().noneMatch(group -> naming.names(group, tag));
            sum = sum.plus(false, wrong);
        }
        return sum;
    }

    /** Whether a tag is the coders' group. */
    private interface Naming {
        boolean names(NamedGroup group, ActorTag tag);
    }

    /** The same name, or a name of the same actor: coders and lexicon may call it differently. */
    private boolean isSame(NamedGroup group, ActorTag tag, ArticleText article) {
        return group.isCalled(tag.name()) || ids(group, article).contains(tag.id());
    }

    private Set<String> ids(NamedGroup group, ArticleText article) {
        return known.computeIfAbsent(
                group,
                name -> enricher
                        .enrich(new ArticleText(
                                "", name.name(), Optional.of("en"), article.published(), Optional.empty(), "name"))
                        .actors()
                        .stream()
                        .filter(actor -> actor.type() == ActorType.ARMED_GROUP)
                        .map(ActorTag::id)
                        .collect(Collectors.toSet()));
    }

    /** Coded groups. */
    int groups() {
        return groups;
    }

    /** Those of them that the texts name. */
    int namedGroups() {
        return namedGroups;
    }

    /** Over all records with a group, by equal names, as the sets' own scorer counts. */
    Tally byName() {
        return byName;
    }

    /** Over the groups that their text names, whatever the lexicon calls them. */
    Tally named() {
        return named;
    }
}
