package io.missionwatch.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TagLimitTest {

    @Test
    void leavesAnHonestDocumentAsItIs() {
        assertThat(TagLimit.cut("<p>one<br>two", 2)).isEqualTo("<p>one<br>two");
    }

    @Test
    void cutsBeforeTheFirstTagTooMany() {
        assertThat(TagLimit.cut("<p>one<br>two", 1)).isEqualTo("<p>one");
        assertThat(TagLimit.cut("<p>one", 0)).isEmpty();
    }

    @Property(tries = 200)
    void cutsBytesAsItCutsText(@ForAll @Chars({'<', 'p', '>', ' '}) String text, @ForAll @IntRange(max = 5) int most) {
        var bytes = TagLimit.cut(text.getBytes(StandardCharsets.UTF_8), most);

        assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo(TagLimit.cut(text, most));
        assertThat(text).startsWith(TagLimit.cut(text, most));
    }
}
