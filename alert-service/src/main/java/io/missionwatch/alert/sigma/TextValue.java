package io.missionwatch.alert.sigma;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text on its way through the modifiers of its field, applied in the order they are written.
 *
 * @param dashes the dashes in it stand for any of their kind
 * @param bytes each character is a byte of an encoded text
 */
record TextValue(Glob glob, boolean dashes, boolean bytes) {
    private static final char[] DASHES = {'-', '/', '\u2013', '\u2014', '\u2015'};
    private static final int MOST_VARIANTS = 3125;

    /** The values that a modifier makes of this one. */
    List<TextValue> apply(String modifier) {
        return switch (modifier) {
            case "contains" -> List.of(with(glob.openedAtStart().openedAtEnd()));
            case "startswith" -> List.of(with(glob.openedAtEnd()));
            case "endswith" -> List.of(with(glob.openedAtStart()));
            case "windash" -> List.of(new TextValue(glob, true, bytes));
            case "wide", "utf16le" -> wide(StandardCharsets.UTF_16LE, new byte[0]);
            case "utf16be" -> wide(StandardCharsets.UTF_16BE, new byte[0]);
            case "utf16" -> wide(StandardCharsets.UTF_16LE, new byte[] {(byte) 0xff, (byte) 0xfe});
            case "base64" -> variants(modifier).stream().map(TextValue::base64).toList();
            case "base64offset" ->
                variants(modifier).stream()
                        .flatMap(value -> value.base64AtOffsets().stream())
                        .toList();
            default -> List.of(this);
        };
    }

    private TextValue with(Glob changed) {
        return new TextValue(changed, dashes, bytes);
    }

    private List<TextValue> wide(Charset charset, byte[] mark) {
        return variants("utf16").stream()
                .map(value -> value.encoded(charset, mark))
                .toList();
    }

    private TextValue encoded(Charset charset, byte[] mark) {
        var text = glob.text(0, glob.length()).getBytes(charset);
        var all = ByteBuffer.allocate(mark.length + text.length)
                .put(mark)
                .put(text)
                .array();
        return new TextValue(Glob.literal(new String(all, StandardCharsets.ISO_8859_1)), false, true);
    }

    private byte[] asBytes() {
        return glob.text(0, glob.length()).getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private TextValue base64() {
        return ofBase64(Base64.getEncoder().encodeToString(asBytes()));
    }

    /** The part of the encoded text that does not depend on its neighbours, for each place in a group of three bytes. */
    private List<TextValue> base64AtOffsets() {
        var text = asBytes();
        var found = new ArrayList<TextValue>();
        for (int offset = 0; offset < 3; offset++) {
            var shifted = ByteBuffer.allocate(offset + text.length)
                    .position(offset)
                    .put(text)
                    .array();
            Arrays.fill(shifted, 0, offset, (byte) ' ');
            var encoded = Base64.getEncoder().encodeToString(shifted);
            int from = (offset * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            if (to > from) {
                found.add(ofBase64(encoded.substring(from, to)));
            }
        }
        return found;
    }

    private static TextValue ofBase64(String encoded) {
        return new TextValue(Glob.literal(encoded), false, false);
    }

    /** Every spelling, before an encoding makes the characters unrecognisable. */
    private List<TextValue> variants(String modifier) {
        if (!glob.isLiteral()) {
            throw new IllegalArgumentException("a text with wildcards cannot be encoded with " + modifier
                    + "; expected plain text, and contains, startswith or endswith behind the encoding");
        }
        if (glob.length() == 0) {
            throw new IllegalArgumentException("an empty text cannot be encoded with " + modifier);
        }
        var variants = List.of("");
        for (int i = 0; i < glob.length(); i++) {
            variants = spelled(variants, (char) glob.symbol(i));
        }
        return variants.stream()
                .map(text -> new TextValue(Glob.literal(text), false, bytes))
                .toList();
    }

    private List<String> spelled(List<String> heads, char next) {
        if (!dashes || !Fold.isDash(next)) {
            return heads.stream().map(head -> head + next).toList();
        }
        if (heads.size() * DASHES.length > MOST_VARIANTS) {
            throw new IllegalArgumentException("too many dashes to encode every spelling; expected at most 5");
        }
        var spelled = new ArrayList<String>();
        for (var head : heads) {
            for (char dash : DASHES) {
                spelled.add(head + dash);
            }
        }
        return spelled;
    }
}
