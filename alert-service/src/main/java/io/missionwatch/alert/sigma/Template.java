package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A text with fields in braces, such as {@code Threat to {mission.type} in {place.name}}; a doubled brace is plain. */
public final class Template {
    private static final Pattern FIELD = Pattern.compile("[A-Za-z_][\\w-]*(?:\\.[A-Za-z_][\\w-]*)*");

    private final String written;
    private final List<Part> parts;

    private Template(String written, List<Part> parts) {
        this.written = written;
        this.parts = List.copyOf(parts);
    }

    private record Part(String text, boolean isField) {}

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException where a brace is not closed or holds no field name
     */
    public static Template parse(String written) {
        var parts = new ArrayList<Part>();
        var plain = new StringBuilder();
        for (int at = 0; at < written.length(); at++) {
            char c = written.charAt(at);
            boolean doubled = at + 1 < written.length() && written.charAt(at + 1) == c;
            if (c == '{' && !doubled) {
                int end = written.indexOf('}', at);
                parts.add(new Part(plain.toString(), false));
                plain.setLength(0);
                parts.add(field(written, at, end));
                at = end;
            } else {
                plain.append(c);
                at += (c == '{' || c == '}') && doubled ? 1 : 0;
            }
        }
        parts.add(new Part(plain.toString(), false));
        return new Template(written, parts);
    }

    private static Part field(String written, int open, int close) {
        var name = close < 0 ? "" : written.substring(open + 1, close).strip();
        if (!FIELD.matcher(name).matches()) {
            throw new IllegalArgumentException("'{' at position " + (open + 1)
                    + " holds no field name; expected one such as {place.name}, or '{{'");
        }
        return new Part(name, true);
    }

    /** The fields that the template names, in order. */
    public List<String> fields() {
        return parts.stream().filter(Part::isField).map(Part::text).toList();
    }

    /** The text with each field replaced by what the function says of it. */
    public String render(Function<String, String> valueOf) {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(part.isField() ? valueOf.apply(part.text()) : part.text()));
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.written.equals(written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
