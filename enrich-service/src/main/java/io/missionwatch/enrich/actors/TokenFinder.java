package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Span;
import io.missionwatch.enrich.text.Token;
import java.util.List;

/** The tokens of a document by position in the text. */
final class TokenFinder {

    private final List<Token> tokens;

    TokenFinder(Document document) {
        this.tokens = document.tokens();
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    /** The index of the first token that starts at or after the start of the span. */
    int at(Span span) {
        return firstFrom(span.field(), span.start());
    }

    /** The index of the first token after the span. */
    int after(Span span) {
        return firstFrom(span.field(), span.end());
    }

    /** The word before, lower case, or nothing at the beginning of a field. */
    String before(Span span) {
        int at = at(span) - 1;
        return at >= 0 && tokens.get(at).field() == span.field()
                ? tokens.get(at).lower()
                : "";
    }

    /** The words after, lower case: the given one counted from zero. */
    String following(Span span, int words) {
        int at = after(span) + words;
        return at < tokens.size() && tokens.get(at).field() == span.field()
                ? tokens.get(at).lower()
                : "";
    }

    private int firstFrom(Field field, int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            var token = tokens.get(middle);
            boolean earlier = token.field().compareTo(field) < 0 || (token.field() == field && token.start() < offset);
            if (earlier) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
