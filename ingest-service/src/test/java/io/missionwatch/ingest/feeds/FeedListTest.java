package io.missionwatch.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedListTest {

    @Test
    void readsYamlAndFillsInWhatItLeavesOut() {
        var list = yaml("""
                feeds:
                  - https://www.harbour.example/rss/world.xml
                  - id: hills
                    url: http://hills.example/feed
                    outlet: Hills Daily
                    source-class: armed-group-media
                    reliability: b
                    country: ke
                    language: sw
                    interval: 90s
                    longest-interval: 2h
                    full-text: never
                    include: [embassy, consulate]
                    exclude: sport
                    paused: yes
                """);

        assertThat(list.faults()).isEmpty();
        assertThat(list.feeds().get(0).id()).isEqualTo("harbour-example-rss-world-xml");
        assertThat(list.feeds().get(0).outlet()).isEqualTo("harbour.example");
        assertThat(list.feeds().get(1))
                .isEqualTo(new FeedSource(
                        "hills",
                        URI.create("http://hills.example/feed"),
                        "Hills Daily",
                        FeedSource.Kind.ARMED_GROUP_MEDIA,
                        FeedSource.Reliability.B,
                        "KE",
                        "sw",
                        FeedSource.FullText.NEVER,
                        Duration.ofSeconds(90),
                        Duration.ofHours(2),
                        List.of("embassy", "consulate"),
                        List.of("sport"),
                        true));
    }

    @Test
    void namesFileLineAndReasonOfEachFault() {
        var list = yaml("""
                feeds:
                  - url: ftp://a.example/x
                  - url: http://b.example/x
                    colour: red
                  - url: http://c.example/x
                    interval: often
                  - url: http://d.example/x
                    reliability: Z
                  - url: http://e.example/x
                  - url: http://e.example/x
                  - outlet: nobody
                """);

        assertThat(list.feeds()).hasSize(1);
        assertThat(list.faults())
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).startsWith("feeds.yaml:2: url must be"),
                        fault -> assertThat(fault).startsWith("feeds.yaml:4: unknown key 'colour'"),
                        fault -> assertThat(fault).startsWith("feeds.yaml:5: interval must be"),
                        fault -> assertThat(fault).startsWith("feeds.yaml:7: reliability must be one of"),
                        fault -> assertThat(fault).startsWith("feeds.yaml:10: the id 'e-example-x' is taken"),
                        fault -> assertThat(fault).startsWith("feeds.yaml:11: a feed needs a url"));
    }

    @Test
    void saysWhereYamlIsBroken() {
        assertThat(yaml("feeds:\n  - url: [http\n").faults())
                .singleElement()
                .asString()
                .startsWith("feeds.yaml:")
                .contains("not YAML");
        assertThat(yaml("").faults()).containsExactly("feeds.yaml:1: lists no feeds");
        assertThat(yaml("just text").faults()).containsExactly("feeds.yaml:1: expected a list of feeds");
    }

    @Test
    void readsOpmlWithFolders() {
        var list = FeedList.parse("""
                <opml version="1.0"><body>
                <outline text="World">
                <outline type="rss" text="Harbour &amp; Post" xmlUrl="http://harbour.example/rss" htmlUrl="http://harbour.example"/>
                <outline type="rss" text="Broken" xmlUrl="nowhere"/>
                </outline><outline text="Ports">
                <OUTLINE TYPE="rss" TEXT="Harbour" XMLURL="http://harbour.example/rss"/>
                </outline></body></opml>""", "my.opml", true);

        assertThat(list.feeds()).extracting(FeedSource::outlet).containsExactly("Harbour & Post");
        assertThat(list.faults()).singleElement().asString().startsWith("my.opml:4: url must be");
    }

    @Test
    void givesTwoAddressesThatLookAlikeIdsOfTheirOwn() {
        var text = """
                <opml><body><outline xmlUrl="http://a.example/x?y"/><outline xmlUrl="https://a.example/X-y"/>
                <outline xmlUrl="http://a.example/%s"/></body></opml>""".formatted("long/".repeat(60));

        var list = FeedList.parse(text, "my.opml", true);

        assertThat(list.faults()).isEmpty();
        assertThat(list.feeds())
                .extracting(FeedSource::id)
                .startsWith("a-example-x-y")
                .doesNotHaveDuplicates();
        assertThat(FeedList.parse(text, "my.opml", true)).isEqualTo(list);
    }

    @ParameterizedTest
    @CsvSource({
        "feed:http://a.example/x, http://a.example/x",
        "feed:https://a.example/x, https://a.example/x",
        "feed://a.example/x, http://a.example/x",
        "FEED://https://a.example/x, https://a.example/x",
        "HTTPS://a.example/x, https://a.example/x",
        "http://a.example/x y|z, http://a.example/x%20y%7Cz",
        "http://müller.example/x, http://xn--mller-kva.example/x",
    })
    void readsAddressesAsOtherReadersWriteThem(String written, String read) {
        assertThat(FeedList.feed(Map.of("url", written)).url()).hasToString(read);
    }

    @Test
    void saysWhichHostIsNone() {
        assertThatThrownBy(() -> FeedList.feed(Map.of("url", "http://a_b.example/x")))
                .hasMessage("url must name its host by letters, digits, hyphens and dots, not 'http://a_b.example/x'");
        assertThatThrownBy(() -> FeedList.feed(Map.of("url", "feed:a.example/x")))
                .hasMessageStartingWith("url must be an http or https address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "windows-1251", "UTF-8"})
    void readsOpmlInTheEncodingThatItDeclares(String encoding, @TempDir Path folder) throws IOException {
        var title = encoding.equals("windows-1251") ? "Порт" : "Hafen für Köln";
        var text =
                "<?xml version='1.0' encoding='%s'?><opml><body><outline text='%s' xmlUrl='http://a.example/x'/></body></opml>"
                        .formatted(encoding, title);

        var list = FeedList.read(Files.writeString(folder.resolve("my.opml"), text, Charset.forName(encoding)));

        assertThat(list.feeds()).extracting(FeedSource::outlet).containsExactly(title);
    }

    @Test
    void refusesYamlInAnotherEncoding(@TempDir Path folder) throws IOException {
        var file =
                Files.writeString(folder.resolve("my.yaml"), "feeds:\n  - outlet: Köln\n", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> FeedList.read(file)).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void readsWhatItWrites() {
        var feeds = yaml("""
                        - {url: "http://a.example/x?y=1&z", id: a, outlet: 'A "b" <c>', include: [x, y], interval: 7s, paused: true}
                        - {url: "http://b.example/", id: b, country: GB, source-class: wire, reliability: A}
                        - {url: "http://b.example/", id: c, exclude: [sport]}
                        """).feeds();

        assertThat(FeedList.parse(FeedList.toYaml(feeds), "x", false).feeds()).isEqualTo(feeds);
        assertThat(FeedList.parse(FeedList.toOpml(feeds), "x", true).feeds()).isEqualTo(feeds);
    }

    private static FeedList yaml(String text) {
        return FeedList.parse(text, "feeds.yaml", false);
    }
}
