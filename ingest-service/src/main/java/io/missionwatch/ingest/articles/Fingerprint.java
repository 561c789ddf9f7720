package io.missionwatch.ingest.articles;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * MinHash over the shingles of three words of a text: 64 components of 16 bits, big-endian. The share of equal components
 * of two texts estimates the share of their common shingles: copies of one story have about .8, different stories .02.
 */
public final class Fingerprint {

    private static final int COMPONENTS = 64;
    private static final int SHINGLE = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final SimilarityHashPolicy POLICY = SimilarityHashing.minHash(COMPONENTS, 16);

    private Fingerprint() {}

    /** The fingerprint of a text; no bytes for a text without words. */
    public static byte[] of(String text) {
        var words = words(text);
        if (words.isEmpty()) {
            return new byte[0];
        }
        int shingles = Math.max(1, words.size() - SHINGLE + 1);
        var hasher = Hashing.komihash5_0();
        var signature = POLICY.createHasher()
                .compute(ElementHashProvider.ofFunction(
                        i -> hasher.hashCharsToLong(
                                String.join(" ", words.subList(i, Math.min(i + SHINGLE, words.size())))),
                        shingles));
        var bytes = ByteBuffer.allocate(COMPONENTS * Short.BYTES);
        for (int i = 0; i < COMPONENTS; i++) {
            bytes.putShort((short) POLICY.getComponent(signature, i));
        }
        return bytes.array();
    }

    /** The share of components that two fingerprints have in common; 0 where one is empty. */
    public static double similarity(byte[] one, byte[] other) {
        if (one.length != COMPONENTS * Short.BYTES || other.length != one.length) {
            return 0;
        }
        int equal = 0;
        for (int i = 0; i < one.length; i += Short.BYTES) {
            equal += one[i] == other[i] && one[i + 1] == other[i + 1] ? 1 : 0;
        }
        return equal / (double) COMPONENTS;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
