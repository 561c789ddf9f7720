package io.missionwatch.ingest.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubmissionReaderTest {

    private final SubmissionReader reader = new SubmissionReader(Optional.empty(), true);

    private Submission in(String language) {
        return reader.read(JsonNodeFactory.instance
                .objectNode()
                .put("outlet", "The Example")
                .put("title", "One")
                .put("language", language));
    }

    @Test
    void takesLanguageTags() {
        assertThat(in("zh-Hant-TW").language()).isEqualTo("zh-Hant-TW");
    }

    @Test
    void refusesALanguageLongerThanAnyTag() {
        assertThatThrownBy(() -> in("en" + "-latn".repeat(10))).isInstanceOf(SubmissionFault.class);
        assertThatThrownBy(() -> in("en" + "-latn".repeat(10_000)))
                .isInstanceOf(SubmissionFault.class)
                .hasMessageContaining("BCP 47");
    }
}
