package io.missionwatch.alert.origins;

import io.missionwatch.alert.evidence.Fingerprint;
import io.missionwatch.alert.evidence.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Groups articles by the origin that they go back to. Near-identical texts, articles that credit the same wire, and
 * articles of one outlet are one origin. The result does not depend on the order of the articles.
 */
public final class Origins {

    /** Texts that share at least this part of their shingles are copies; measured copies share .77, other texts .02. */
    static final double COPY = 0.5;

    private static final Comparator<Source> EARLIEST =
            Comparator.comparing(Source::eventTime).thenComparing(Source::articleId);

    private final Map<String, String> byArticle;

    private Origins(Map<String, String> byArticle) {
        this.byArticle = Map.copyOf(byArticle);
    }

    /** The origins of these articles; each article may be given several times. */
    public static Origins of(Collection<Source> sources) {
        var articles = distinct(sources);
        var parents = new Components(articles.size());
        linkByName(articles, parents);
        linkCopies(articles, parents);
        var names = new HashMap<Integer, String>();
        var byArticle = new HashMap<String, String>();
        for (int index = 0; index < articles.size(); index++) {
            int root = parents.rootOf(index);
            var name = names.computeIfAbsent(root, any -> nameOf(articles, parents, root));
            byArticle.put(articles.get(index).articleId(), name);
        }
        return new Origins(byArticle);
    }

    /** How many there are. */
    public int count() {
        return (int) byArticle.values().stream().distinct().count();
    }

    /** The origin of an article: the wire that is credited, else the outlet that had the story first. */
    public Optional<String> of(String articleId) {
        return Optional.ofNullable(byArticle.get(articleId));
    }

    private static List<Source> distinct(Collection<Source> sources) {
        var newest = new LinkedHashMap<String, Source>();
        sources.forEach(source -> newest.merge(
                source.articleId(), source, (one, other) -> one.revision() >= other.revision() ? one : other));
        return newest.values().stream().sorted(EARLIEST).toList();
    }

    private static void linkByName(List<Source> articles, Components parents) {
        var firstOf = new HashMap<String, Integer>();
        for (int index = 0; index < articles.size(); index++) {
            for (var name : namesOf(articles.get(index))) {
                firstOf.putIfAbsent(name, index);
                parents.join(firstOf.get(name), index);
            }
        }
    }

    private static List<String> namesOf(Source source) {
        var names = new ArrayList<String>();
        names.add(plain(source.outlet()));
        source.creditLine().map(Origins::plain).ifPresent(names::add);
        return names;
    }

    private static String plain(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }

    private static void linkCopies(List<Source> articles, Components parents) {
        var fingerprints = articles.stream()
                .map(Source::fingerprint)
                .map(Fingerprint::components)
                .toList();
        for (int one = 0; one < fingerprints.size(); one++) {
            for (int other = one + 1; other < fingerprints.size(); other++) {
                if (parents.rootOf(one) != parents.rootOf(other)
                        && Fingerprint.similarity(fingerprints.get(one), fingerprints.get(other)) >= COPY) {
                    parents.join(one, other);
                }
            }
        }
    }

    private static String nameOf(List<Source> articles, Components parents, int root) {
        var members = new ArrayList<Source>();
        for (int index = 0; index < articles.size(); index++) {
            if (parents.rootOf(index) == root) {
                members.add(articles.get(index));
            }
        }
        return members.stream()
                .flatMap(source -> source.creditLine().stream())
                .findFirst()
                .orElse(members.get(0).outlet());
    }
}
