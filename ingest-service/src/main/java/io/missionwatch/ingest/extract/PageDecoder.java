package io.missionwatch.ingest.extract;

import io.missionwatch.ingest.markup.EncodingGuess;
import io.missionwatch.ingest.markup.LanguageEncoding;
import io.missionwatch.ingest.markup.TagLimit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Turns bytes or characters into a document. */
final class PageDecoder {

    /** Deeper elements are put beside each other: no article needs them, and hostile pages have thousands. */
    private static final int MAX_DEPTH = 400;

    /** More tags than any article page has; what follows them is not read. */
    private static final int MOST_TAGS = 100_000;

    private static final int DECLARATION_REACH = 5 * 1024;
    private static final char ESCAPE = 0x1b;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    private PageDecoder() {}

    static Document decode(String html, URI url) {
        return Jsoup.parse(TagLimit.cut(html, MOST_TAGS), url.toString(), parser());
    }

    /** What is sound UTF-8 is read as such whatever else is said; then the header counts, then the page, then its letters. */
    static Document decode(byte[] html, Optional<String> contentType, URI url) {
        var utf8 = utf8(html);
        if (utf8.isPresent()) {
            return decode(utf8.get(), url);
        }
        var declared = contentType.flatMap(PageDecoder::charset).or(() -> charset(head(html)));
        // What says UTF-8 of itself and is not is told by its letters, like what says nothing.
        boolean isTold = declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)
                || EncodingGuess.isMostlyUtf8(html)
                || head(html).startsWith("<?xml");
        var guess = isTold ? Optional.<String>empty() : EncodingGuess.of(html).or(() -> LanguageEncoding.of(html));
        var charset = guess.or(() -> contentType.flatMap(PageDecoder::charset).map(Charset::name));
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(TagLimit.cut(html, MOST_TAGS)),
                    charset.orElse(null),
                    url.toString(),
                    parser());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static String head(byte[] html) {
        return new String(html, 0, Math.min(html.length, DECLARATION_REACH), StandardCharsets.ISO_8859_1);
    }

    private static Parser parser() {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    }

    private static Optional<String> utf8(byte[] html) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(html))
                    .toString();
            // ISO-2022-JP is ASCII to the eye: only its escapes tell.
            return text.indexOf(ESCAPE) < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> charset(String text) {
        var matcher = CHARSET.matcher(text);
        try {
            return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
