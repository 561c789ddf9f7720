package io.missionwatch.quickstart.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class SampleFeedsTest {

    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant END = START.plus(Duration.ofMinutes(5));
    private static final URI BASE = URI.create("http://127.0.0.1:8090/");
    private static final Samples SAMPLES = Samples.builtIn();

    private final SampleFeeds feeds = new SampleFeeds(SAMPLES, START, BASE);

    static List<Outlet> outlets() {
        return SAMPLES.outlets();
    }

    static List<SampleItem> items() {
        return SAMPLES.items();
    }

    static Stream<Outlet> xmlOutlets() {
        return SAMPLES.outlets().stream().filter(outlet -> outlet.format() != FeedFormat.JSON_FEED_1_1);
    }

    @ParameterizedTest
    @MethodSource("xmlOutlets")
    void areWellFormedAndHoldEveryVisibleItem(Outlet outlet) throws Exception {
        var root = parse(feeds.feed(outlet, END).bytes());

        var tag = outlet.format() == FeedFormat.ATOM_1_0 ? "entry" : "item";
        assertThat(root.getElementsByTagNameNS("*", tag).getLength())
                .isEqualTo(SAMPLES.visible(outlet, Duration.between(START, END)).size());
    }

    @Test
    void giveAJsonFeedWithEveryVisibleItem() throws IOException {
        var outlet = outlet(FeedFormat.JSON_FEED_1_1);

        var feed = new ObjectMapper().readTree(feeds.feed(outlet, END).text());

        assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("items"))
                .hasSameSizeAs(SAMPLES.visible(outlet, Duration.between(START, END)))
                .allSatisfy(item -> {
                    assertThat(item.get("id").asText()).isNotEmpty();
                    assertThat(Instant.parse(item.get("date_published").asText()))
                            .isBeforeOrEqualTo(END);
                    assertThat(item.get("content_html").asText()).startsWith("<p>");
                });
    }

    @ParameterizedTest
    @MethodSource("items")
    void linkToAPageWithTheWholeText(SampleItem item) {
        var path = "/" + item.outlet() + "/" + item.article() + ".html";

        var page = feeds.at(path, START.plus(item.appears())).orElseThrow();

        var lastParagraph = item.paragraphs().get(item.paragraphs().size() - 1);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.text())
                .contains("<h1>", "cookie", "Leave a reply", "Related links", "rel=\"canonical\"")
                .contains(Html.escape(lastParagraph).replaceAll("\\{.*", ""))
                .doesNotContain("${", "{today}", "{yesterday}", "{last-year}");
    }

    @ParameterizedTest
    @MethodSource("outlets")
    void carryTeasersOrWholeTextsAsTheOutletDoes(Outlet outlet) {
        var text = feeds.feed(outlet, END).text();

        var secondParagraphs = SAMPLES.visible(outlet, Duration.between(START, END)).stream()
                .map(item -> item.paragraphs().get(1))
                .filter(paragraph -> paragraph.matches("[^&<>\"'{]+"))
                .toList();
        assertThat(secondParagraphs).isNotEmpty().allMatch(paragraph -> text.contains(paragraph) == outlet.fullText());
    }

    @Test
    void hideAnItemUntilItAppears() {
        var item = SAMPLES.items().stream()
                .filter(candidate -> candidate.appears().toSeconds() > 1
                        && candidate.revises().isEmpty())
                .findFirst()
                .orElseThrow();
        var path = "/" + item.outlet() + "/" + item.id() + ".html";

        assertThat(feeds.at(path, START.plus(item.appears()).minusSeconds(1))).isEmpty();
        assertThat(feeds.at(path, START.plus(item.appears()))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("outlets")
    void changeTheirValidatorsOnlyWhenAnItemAppears(Outlet outlet) {
        var first = feeds.feed(outlet, START);
        var again = feeds.feed(outlet, START.plusMillis(900));
        var last = feeds.feed(outlet, END);

        assertThat(again).isEqualTo(first);
        var grows = SAMPLES.items().stream()
                .anyMatch(item ->
                        item.outlet().equals(outlet.id()) && !item.appears().isZero());
        assertThat(last.equals(first)).isEqualTo(!grows);
        assertThat(last.lastModified().isAfter(first.lastModified())).isEqualTo(grows);
    }

    @Test
    void keepTheIdOfARevisedItemAndMoveItsUpdatedDate() throws Exception {
        var revision = SAMPLES.items().stream()
                .filter(item -> item.revises().isPresent())
                .findFirst()
                .orElseThrow();
        var atom = outlet(FeedFormat.ATOM_1_0);

        var before = entry(feeds.feed(atom, START), revision.article());
        var after = entry(feeds.feed(atom, END), revision.article());

        assertThat(text(after, "published")).isEqualTo(text(before, "published"));
        assertThat(Instant.parse(text(after, "updated"))).isEqualTo(START.plus(revision.appears()));
        assertThat(text(after, "title")).isEqualTo(revision.title());
    }

    @Test
    void namesTheWeekdayOfPublication() {
        var page = feeds.at("/harbour-lane/mogadishu-kenyan-embassy-harbour-lane.html", START)
                .orElseThrow();

        assertThat(page.text()).contains("in Mogadishu on Wednesday");
    }

    @Test
    void answerNothingForAnUnknownPath() {
        assertThat(feeds.at("/nowhere", END)).isEmpty();
        assertThat(feeds.at("/kestrel/../x", END)).isEmpty();
    }

    @Test
    void escapeTextThatLooksLikeMarkup() throws Exception {
        var hostile = new Story(
                "tag:x",
                BASE,
                "<b>A & B</b> \"]]>",
                List.of("Less < more & <script>alert(1)</script>"),
                START,
                START,
                Optional.empty());
        var channel = new Channel(outlet(FeedFormat.ATOM_1_0), BASE, BASE, List.of(hostile), START);

        var title = parse(AtomFeed.write(channel).getBytes(StandardCharsets.UTF_8))
                .getElementsByTagNameNS("*", "title")
                .item(1);

        assertThat(title.getTextContent()).isEqualTo(hostile.title());
        assertThat(ArticlePage.write(channel, hostile, List.of())).doesNotContain("<script>", "<b>");
    }

    private static Outlet outlet(FeedFormat format) {
        return SAMPLES.outlets().stream()
                .filter(outlet -> outlet.format() == format)
                .findFirst()
                .orElseThrow();
    }

    private static Element entry(Document feed, String article) throws Exception {
        var entries = parse(feed.bytes()).getElementsByTagNameNS("*", "entry");
        for (int i = 0; i < entries.getLength(); i++) {
            var entry = (Element) entries.item(i);
            if (text(entry, "id").endsWith(":" + article)) {
                return entry;
            }
        }
        throw new AssertionError("no entry of " + article);
    }

    private static String text(Element parent, String tag) {
        return parent.getElementsByTagNameNS("*", tag).item(0).getTextContent();
    }

    private static Element parse(byte[] xml) throws ParserConfigurationException, SAXException, IOException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
    }
}
