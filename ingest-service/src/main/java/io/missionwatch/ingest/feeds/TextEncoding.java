package io.missionwatch.ingest.feeds;

import io.missionwatch.ingest.markup.EncodingGuess;
import io.missionwatch.ingest.markup.LanguageEncoding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out in which encoding a document is written: by its byte-order mark, else by being UTF-8 beyond doubt, else by the
 * rules of RFC 3023 from header and XML declaration, else by trying.
 */
final class TextEncoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int DECLARATION_REACH = 1024;
    private static final int UNMISTAKABLE = 12;
    private static final Pattern HEADER_CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_DECLARATION = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]*?charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_TYPE =
            Pattern.compile("application/(xml|xml-dtd|xml-external-parsed-entity|.*\\+xml)");
    private static final Pattern TEXT_XML_TYPE = Pattern.compile("text/(xml|xml-external-parsed-entity|.*\\+xml)");

    // What publishers call an encoding and what they then use differ: the wider one reads both.
    private static final Map<String, String> WIDER = Map.of(
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "x-gbk", "GB18030",
            "big5", "Big5-HKSCS",
            "euc-kr", "x-windows-949",
            "ks_c_5601-1987", "x-windows-949",
            "shift_jis", "windows-31j",
            "iso-8859-9", "windows-1254",
            "tis-620", "x-windows-874",
            "utf-8", "UTF-8");

    private TextEncoding() {}

    /** A document as characters, and the name of the encoding they were in. */
    record Decoded(String text, String encoding) {}

    /** Reads bytes as characters; bytes that fit no encoding become U+FFFD. */
    static Decoded decode(byte[] body, Optional<String> contentType) {
        return byMark(body).orElseGet(() -> byDeclaration(body, contentType));
    }

    private static Optional<Decoded> byMark(byte[] body) {
        if (starts(body, 0x00, 0x00, 0xFE, 0xFF)) {
            return Optional.of(lenient(body, 4, "UTF-32BE"));
        }
        if (starts(body, 0xFF, 0xFE, 0x00, 0x00)) {
            return Optional.of(lenient(body, 4, "UTF-32LE"));
        }
        if (starts(body, 0xFE, 0xFF)) {
            return Optional.of(lenient(body, 2, "UTF-16BE"));
        }
        if (starts(body, 0xFF, 0xFE)) {
            return Optional.of(lenient(body, 2, "UTF-16LE"));
        }
        if (starts(body, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(lenient(body, 3, "UTF-8"));
        }
        return byFirstBytes(body);
    }

    private static Optional<Decoded> byFirstBytes(byte[] body) {
        if (starts(body, 0, 0, 0, '<')) {
            return Optional.of(lenient(body, 0, "UTF-32BE"));
        }
        if (starts(body, '<', 0, 0, 0)) {
            return Optional.of(lenient(body, 0, "UTF-32LE"));
        }
        if (starts(body, 0, '<') || starts(body, 0, '{')) {
            return Optional.of(lenient(body, 0, "UTF-16BE"));
        }
        if (starts(body, '<', 0) || starts(body, '{', 0)) {
            return Optional.of(lenient(body, 0, "UTF-16LE"));
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] body, int... mark) {
        if (body.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((body[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Decoded byDeclaration(byte[] body, Optional<String> contentType) {
        var head = new String(body, 0, Math.min(body.length, DECLARATION_REACH), StandardCharsets.ISO_8859_1);
        var declared = first(XML_DECLARATION, head);
        var candidates = Stream.of(
                        byRule(contentType, declared), declared, first(META_CHARSET, head), Optional.of("UTF-8"))
                .flatMap(Optional::stream);
        return unmistakableUtf8(body)
                .or(() ->
                        candidates.flatMap(name -> strict(body, name).stream()).findFirst())
                .orElseGet(() -> byLetters(body));
    }

    /** So many letters are not by chance in the form of UTF-8, whatever header and declaration say. */
    private static Optional<Decoded> unmistakableUtf8(byte[] body) {
        return strict(body, "UTF-8")
                .filter(decoded -> decoded.text().chars().filter(c -> c > 0x7F).count() >= UNMISTAKABLE);
    }

    private static Decoded byLetters(byte[] body) {
        if (EncodingGuess.isMostlyUtf8(body)) {
            return lenient(body, 0, "UTF-8");
        }
        return lenient(
                body,
                0,
                EncodingGuess.of(body).or(() -> LanguageEncoding.of(body)).orElse("windows-1252"));
    }

    /** The encoding that RFC 3023 has for a Content-Type; empty where the document itself is to be asked. */
    private static Optional<String> byRule(Optional<String> contentType, Optional<String> declared) {
        if (contentType.isEmpty()) {
            return declared;
        }
        var header = contentType.get();
        var type = header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        var charset = first(HEADER_CHARSET, header);
        if (XML_TYPE.matcher(type).matches()) {
            return charset.or(() -> declared).or(() -> Optional.of("UTF-8"));
        }
        if (TEXT_XML_TYPE.matcher(type).matches()) {
            return charset.or(() -> Optional.of("US-ASCII"));
        }
        return charset.or(() -> declared);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Decoded> strict(byte[] body, String name) {
        return charset(name).flatMap(charset -> {
            try {
                var decoder = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
                return Optional.of(
                        new Decoded(decoder.decode(ByteBuffer.wrap(body)).toString(), charset.name()));
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Charset> charset(String name) {
        var key = name.strip().toLowerCase(Locale.ROOT);
        if (key.startsWith("utf-16") || key.startsWith("utf-32") || key.equals("iso-10646-ucs-4")) {
            return Optional.empty(); // The bytes would have shown it.
        }
        if (key.equals("iso-8859-1") || key.equals("latin1") || key.equals("latin-1")) {
            return Optional.of(WINDOWS_1252);
        }
        try {
            return Optional.of(Charset.forName(WIDER.getOrDefault(key, key)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Decoded lenient(byte[] body, int offset, String name) {
        return new Decoded(new String(body, offset, body.length - offset, Charset.forName(name)), name);
    }
}
