package io.missionwatch.quickstart.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.schema.Reliability;
import io.missionwatch.schema.SourceClass;
import java.io.StringReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

    private static final Samples SAMPLES = Samples.builtIn();
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static List<SampleItem> items() {
        return SAMPLES.items();
    }

    @Test
    void haveFiveOutletsInEveryFormat() {
        assertThat(SAMPLES.outlets()).hasSize(5);
        assertThat(SAMPLES.outlets())
                .extracting(Outlet::format)
                .containsOnly(FeedFormat.values())
                .contains(FeedFormat.values());
        assertThat(SAMPLES.outlets()).extracting(Outlet::fullText).contains(true, false);
    }

    @Test
    void describeOutletsInTheWordsOfTheFeedContract() {
        assertThat(SAMPLES.outlets()).allSatisfy(outlet -> {
            assertThat(SourceClass.values()).extracting(Enum::name).contains(outlet.sourceClass());
            assertThat(Reliability.values()).extracting(Enum::name).contains(outlet.reliability());
            assertThat(COUNTRIES).contains(outlet.country());
        });
    }

    @Test
    void holdAtLeastAsManyItemsThatMustNotAlertAsItemsThatMust() {
        var alerting = SAMPLES.items().stream()
                .filter(item -> item.expected().isAlert())
                .count();

        assertThat(alerting).isGreaterThanOrEqualTo(22);
        assertThat(SAMPLES.items().size() - alerting).isGreaterThanOrEqualTo(Math.max(30, alerting));
    }

    @Test
    void coverEveryKindOfAlert() {
        var kinds = EnumSet.noneOf(AlertKind.class);
        SAMPLES.items().forEach(item -> kinds.addAll(item.expected().alerts()));

        assertThat(kinds).containsExactlyInAnyOrder(AlertKind.values());
    }

    @Test
    void tellEachHappeningInOnePlaceOfOneMissionAndAlike() {
        assertThat(SAMPLES.happenings()).hasSizeGreaterThanOrEqualTo(10).allSatisfy((id, items) -> {
            assertThat(items.stream().map(item -> item.expected().host()).distinct())
                    .hasSize(1);
            assertThat(items.stream().map(item -> item.expected().sending()).distinct())
                    .hasSize(1);
            assertThat(items.stream().map(item -> item.expected().city()).distinct())
                    .hasSize(1);
            assertThat(items.stream().map(item -> item.expected().alerts()).distinct())
                    .hasSize(1);
        });
    }

    @Test
    void keepHappeningsApartByHostAndSendingState() {
        var groups = new HashSet<String>();

        SAMPLES.happenings().forEach((id, items) -> {
            var expected = items.get(0).expected();
            assertThat(groups.add(expected.host() + " " + expected.sending()))
                    .as(id)
                    .isTrue();
        });
    }

    @Test
    void alertOfSomethingFromTheStartAndBringMoreLater() {
        assertThat(SAMPLES.items())
                .anyMatch(item -> item.expected().isAlert() && item.appears().isZero());
        assertThat(SAMPLES.items()).filteredOn(item -> !item.appears().isZero()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(SAMPLES.length()).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(3));
    }

    @Test
    void countCopiesOfOneWireStoryAsOneOrigin() {
        assertThat(SAMPLES.origins("kabul-uzbek-embassy")).isEqualTo(3);
        assertThat(SAMPLES.origins("kampala-warning")).isEqualTo(1);
        assertThat(SAMPLES.origins("no-such-happening")).isZero();
    }

    @Test
    void carryWireCopiesAlmostWordForWordUnderOtherTitles() {
        var copies = SAMPLES.items().stream()
                .filter(item -> item.wireStory().isPresent())
                .collect(Collectors.groupingBy(item -> item.wireStory().orElseThrow()));

        assertThat(copies).hasSizeGreaterThanOrEqualTo(2).allSatisfy((wire, items) -> {
            assertThat(items).hasSizeGreaterThanOrEqualTo(2);
            assertThat(items).extracting(SampleItem::title).doesNotHaveDuplicates();
            assertThat(items).allMatch(item -> item.credit().isPresent());
            assertThat(overlap(items.get(0), items.get(1))).isGreaterThan(0.7);
        });
    }

    @Test
    void tellOneHappeningInOwnWordsWhereItIsNoWireCopy() {
        SAMPLES.happenings().forEach((id, items) -> {
            for (var one : items) {
                for (var other : items) {
                    if (!one.origin().equals(other.origin())) {
                        assertThat(overlap(one, other))
                                .as("%s and %s", one.id(), other.id())
                                .isLessThan(0.2);
                    }
                }
            }
        });
    }

    @Test
    void reviseOneItemWhileTheDemoRuns() {
        var revision = SAMPLES.items().stream()
                .filter(item -> item.revises().isPresent())
                .findFirst()
                .orElseThrow();
        var outlet = SAMPLES.outlets().stream()
                .filter(candidate -> candidate.id().equals(revision.outlet()))
                .findFirst()
                .orElseThrow();

        var before = SAMPLES.visible(outlet, revision.appears().minusSeconds(1));
        var after = SAMPLES.visible(outlet, revision.appears());

        assertThat(before).extracting(SampleItem::article).contains(revision.article());
        assertThat(before).doesNotContain(revision);
        assertThat(after).contains(revision);
        assertThat(after).extracting(SampleItem::article).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("items")
    void areArticlesOfOrdinaryLength(SampleItem item) {
        var words = String.join(" ", item.paragraphs()).split("\\s+").length;

        assertThat(words).as(item.id()).isBetween(80, 220);
    }

    @ParameterizedTest
    @MethodSource("items")
    void expectOnlyCountriesThatExist(SampleItem item) {
        assertThat(COUNTRIES).containsAll(item.expected().sending());
        item.expected().host().ifPresent(host -> assertThat(COUNTRIES).contains(host));
    }

    @ParameterizedTest
    @MethodSource("items")
    void nameTheHostCityInTheTitleOrFirstParagraph(SampleItem item) {
        var opening = item.title() + " " + item.paragraphs().get(0);

        item.expected().city().ifPresent(city -> assertThat(opening).contains(city));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            outlets: []\\nitems: []\\nextra: 1 | samples.yaml:3: unknown key 'extra'
            outlets: 7 | samples.yaml:1: a list is expected
            items:\\n- id: a\\n  outlet: nobody | samples.yaml:3: there is no outlet 'nobody'
            items:\\n- id: a | samples.yaml:2: 'outlet' is missing
            outlets:\\n- {id: a, name: A, city: B, country: KE, format: rss-9} | samples.yaml:2: 'rss-9' is no feed format
            outlets:\\n- id: a\\n  id: b | samples.yaml:3: the key 'id' stands twice
            items: [ | samples.yaml:
            just text | samples.yaml:1: a mapping is expected
            """)
    void areRefusedByFileAndLine(String yaml, String message) {
        var text = yaml.replace("\\n", "\n");

        assertThatThrownBy(() -> Samples.read("samples.yaml", new StringReader(text)))
                .isInstanceOf(SamplesFormatException.class)
                .hasMessageStartingWith(message);
    }

    /** The share of three-word shingles that two items have in common, of those that either has. */
    private static double overlap(SampleItem one, SampleItem other) {
        var union = shingles(one);
        var common = shingles(other);
        union.addAll(common);
        common.retainAll(shingles(one));
        return (double) common.size() / union.size();
    }

    private static Set<String> shingles(SampleItem item) {
        var words = Arrays.asList(String.join(" ", item.paragraphs()).split("\\W+"));
        var shingles = new HashSet<String>();
        for (int i = 0; i + 3 <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + 3)));
        }
        return shingles;
    }
}
