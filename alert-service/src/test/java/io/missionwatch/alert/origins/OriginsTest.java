package io.missionwatch.alert.origins;

import static io.missionwatch.alert.evidence.Reports.NOON;
import static io.missionwatch.alert.evidence.Reports.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.evidence.Fingerprint;
import io.missionwatch.alert.evidence.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OriginsTest {

    private static final byte[] TEXT = new byte[128];
    private static final byte[] EDITED = edited(TEXT, 16);
    private static final byte[] OTHER = edited(TEXT, 60);

    @Test
    void outletsWithTextsOfTheirOwnAreIndependent() {
        var origins = Origins.of(List.of(article("a", "alpha", TEXT), article("b", "beta", OTHER)));

        assertThat(origins.count()).isEqualTo(2);
        assertThat(origins.of("b")).contains("beta");
    }

    @Test
    void editedCopiesAreOneOrigin() {
        var origins = Origins.of(List.of(article("a", "alpha", TEXT), article("b", "beta", EDITED)));

        assertThat(origins.count()).isEqualTo(1);
        assertThat(origins.of("b")).contains("alpha");
    }

    @Test
    void articlesThatCreditOneWireAreOneOrigin() {
        var origins = Origins.of(List.of(credited("a", "alpha", "AP"), credited("b", "beta", "ap")));

        assertThat(origins.count()).isEqualTo(1);
        assertThat(origins.of("a")).contains("AP");
    }

    @Test
    void theWireItselfIsTheOriginThatOthersCredit() {
        var origins = Origins.of(List.of(article("a", "AP", OTHER), credited("b", "beta", "AP")));

        assertThat(origins.count()).isEqualTo(1);
    }

    @Test
    void anOutletThatRepeatsItselfIsOneOrigin() {
        var origins = Origins.of(List.of(article("a", "alpha", TEXT), article("b", "alpha", OTHER)));

        assertThat(origins.count()).isEqualTo(1);
    }

    @Test
    void textsWithoutFingerprintAreNotCompared() {
        var origins = Origins.of(List.of(source("a", 1, "alpha", NOON), source("b", 1, "beta", NOON)));

        assertThat(origins.count()).isEqualTo(2);
    }

    @Property(tries = 50)
    void theOrderOfArticlesDoesNotMatter(@ForAll Random random) {
        var articles = new ArrayList<>(List.of(
                article("a", "alpha", TEXT),
                article("b", "beta", EDITED),
                credited("c", "gamma", "AP"),
                credited("d", "delta", "AP"),
                article("e", "epsilon", OTHER)));
        var inOrder = Origins.of(articles);
        Collections.shuffle(articles, random);

        var shuffled = Origins.of(articles);

        assertThat(articles)
                .allSatisfy(article ->
                        assertThat(shuffled.of(article.articleId())).isEqualTo(inOrder.of(article.articleId())));
    }

    private static Source article(String id, String outlet, byte[] fingerprint) {
        return source(id, 1, outlet, NOON, Optional.empty(), Fingerprint.of(fingerprint));
    }

    private static Source credited(String id, String outlet, String wire) {
        return source(id, 1, outlet, NOON, Optional.of(wire), Fingerprint.NONE);
    }

    private static byte[] edited(byte[] text, int components) {
        var edited = text.clone();
        for (int at = 0; at < components * 2; at++) {
            edited[at]++;
        }
        return edited;
    }
}
