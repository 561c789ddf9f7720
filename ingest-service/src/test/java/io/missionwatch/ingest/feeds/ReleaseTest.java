package io.missionwatch.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.feeds.Release.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<pubStatus qcode='stat:usable'/> | USABLE",
                "<pubStatus qcode='stat:withheld'/> | WITHHELD",
                "<pubStatus qcode='stat:canceled'/> | CANCELED",
                "<pubStatus uri='http://cv.iptc.org/newscodes/pubstatusg2/canceled'/> | CANCELED",
                "<pubStatus literal='cancelled'/> | CANCELED",
                "<embargoed/> | WITHHELD",
                "<embargoed>soon</embargoed> | WITHHELD",
                "<versionCreated>2026-03-02T10:00:00Z</versionCreated> | USABLE",
            })
    void isReadFromTheItemMetadataOfNewsMl(String meta, Standing standing) {
        var item = "<newsItem guid='urn:1'><itemMeta>" + meta
                + "</itemMeta><contentMeta><headline>Vote</headline></contentMeta></newsItem>";

        assertThat(release(item).standing()).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<docdata> | USABLE | false",
                "<docdata management-status='usable'> | USABLE | false",
                "<docdata management-status='withheld'> | WITHHELD | true",
                "<docdata management-status='canceled'> | CANCELED | false",
                "<docdata management-status='embargoed'> | WITHHELD | true",
                "<docdata management-status='embargoed'><date.release norm='20260302T140000'/> | USABLE | true",
                "<docdata management-status='embargoed'><date.release norm='20260302T110000Z'/> | USABLE | false",
                "<docdata><date.release norm='20260302T140000Z'/> | USABLE | true",
                "<docdata><date.release norm='20260302T140000+0300'/> | USABLE | false",
                "<docdata><date.release norm='20260302T140000'/> | USABLE | false",
            })
    void isReadFromTheDocumentDataOfNitf(String data, Standing standing, boolean held) {
        var release = release(
                "<nitf><head>" + data
                        + "<doc-id id-string='n1'/></docdata></head><body><body.head><hedline><hl1>Vote</hl1></hedline></body.head></body></nitf>");

        assertThat(release.standing()).isEqualTo(standing);
        assertThat(release.isHeldAt(NOON)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'pubstatus':'usable' | USABLE | false",
                "'pubstatus':'withheld' | WITHHELD | true",
                "'pubstatus':'canceled' | CANCELED | false",
                "'pubStatus':'canceled' | CANCELED | false",
                "'embargoed':null | USABLE | false",
                "'embargoed':'2026-03-02T12:30:00Z' | USABLE | true",
                "'embargoed':'2026-03-02T11:30:00Z' | USABLE | false",
                "'embargoed':'2026-03-02T12:30:00Z','pubstatus':'canceled' | CANCELED | false",
            })
    void isReadFromNinjs(String fields, Standing standing, boolean held) {
        var release = release(("{'uri':'urn:1','headline':'Vote'," + fields + "}").replace('\'', '"'));

        assertThat(release.standing()).isEqualTo(standing);
        assertThat(release.isHeldAt(NOON)).isEqualTo(held);
    }

    @Test
    void takesBackTheDocumentThatAnotherOneNames() {
        var entries = parse(
                        "<nitf><head><docdata management-doc-idref='n1' management-idref-status='canceled'><doc-id id-string='n2'/>"
                                + "</docdata></head><body><body.head><hedline><hl1>Kill of n1</hl1></hedline></body.head></body></nitf>")
                .entries();

        assertThat(entries).extracting(FeedEntry::id).containsExactly("n1", "n2");
        assertThat(entries).extracting(entry -> entry.release().isCanceled()).containsExactly(true, false);
    }

    @Test
    void keepsTheStricterOfTwo() {
        var later = Release.embargoedUntil("2026-03-02T14:00:00Z");

        assertThat(Release.embargoedUntil("2026-03-02T13:00:00Z").and(later)).isEqualTo(later);
        assertThat(later.and(Release.embargoedUntil("2026-03-02T13:00:00Z"))).isEqualTo(later);
        assertThat(Release.called("canceled").and(Release.called("withheld")).isCanceled())
                .isTrue();
    }

    private static Release release(String document) {
        return parse(document).entries().get(0).release();
    }

    private static ParsedFeed parse(String document) {
        return FeedParser.withDefaults().parse(FeedDocument.of(document.getBytes(StandardCharsets.UTF_8)));
    }
}
