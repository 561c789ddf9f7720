package io.missionwatch.enrich.text;

/** A stretch of one field in UTF-16 units of the original text, end exclusive: as Java and JavaScript count. */
public record Span(Field field, int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(Span other) {
        return field == other.field && start <= other.start && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return field == other.field && start < other.end && other.start < end;
    }

    /** The shortest span over both, which must be of one field. */
    public Span to(Span other) {
        if (field != other.field) {
            throw new IllegalArgumentException("spans of two fields");
        }
        return new Span(field, Math.min(start, other.start), Math.max(end, other.end));
    }

    @Override
    public int compareTo(Span other) {
        int byField = field.compareTo(other.field);
        if (byField != 0) {
            return byField;
        }
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
