package io.missionwatch.alert.sigma;

/** How the values of two fields of one event are compared. */
final class FieldRelation {
    private FieldRelation() {}

    static boolean holds(TextTest.Kind kind, boolean cased, Scalar left, Scalar right) {
        var a = cased ? left.text() : left.folded();
        var b = cased ? right.text() : right.folded();
        return switch (kind) {
            case EQUAL, PATTERN -> a.equals(b) || sameNumber(left, right);
            case START -> a.startsWith(b);
            case END -> a.endsWith(b);
            case INSIDE -> a.contains(b);
        };
    }

    private static boolean sameNumber(Scalar left, Scalar right) {
        var a = left.number();
        var b = right.number();
        return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) == 0;
    }
}
