package io.missionwatch.quickstart.letters;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.alert.api.AvroJson;
import io.missionwatch.quickstart.stack.Cluster;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** What is in a letter: the record where its bytes can be decoded, else the bytes. */
public final class LetterBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BYTES_A_LINE = 16;
    private static final int MOST_LINES = 256;

    private final Deserializer<GenericRecord> records;

    /** Decodes with the schemas of a cluster's registry. */
    public LetterBody(Cluster cluster) {
        this.records = cluster.serdes().generic().deserializer();
    }

    /** The record; empty where the bytes are none. */
    Optional<GenericRecord> decoded(Letter letter) {
        try {
            return Optional.ofNullable(
                    records.deserialize(letter.record().topic(), letter.record().value()));
        } catch (RuntimeException undecodable) {
            return Optional.empty();
        }
    }

    /** For a person: JSON, or a table of bytes. */
    public String shown(Letter letter) throws java.io.IOException {
        var record = decoded(letter);
        if (record.isPresent()) {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(AvroJson.of(record.get()));
        }
        return letter.record().value() == null
                ? "(no value: a deletion)"
                : hex(letter.record().value());
    }

    static String hex(byte[] bytes) {
        var text = new StringBuilder();
        for (int from = 0; from < bytes.length && from < BYTES_A_LINE * MOST_LINES; from += BYTES_A_LINE) {
            int to = Math.min(bytes.length, from + BYTES_A_LINE);
            var digits = HexFormat.ofDelimiter(" ").formatHex(bytes, from, to);
            text.append(String.format("%08x  %-47s  ", from, digits));
            for (int i = from; i < to; i++) {
                text.append(bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
            }
            text.append('\n');
        }
        if (bytes.length > BYTES_A_LINE * MOST_LINES) {
            text.append("... ").append(bytes.length).append(" bytes in all\n");
        }
        return text.toString().stripTrailing();
    }
}
