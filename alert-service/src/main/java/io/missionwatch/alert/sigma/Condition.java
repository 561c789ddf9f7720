package io.missionwatch.alert.sigma;

import java.util.List;
import java.util.Map;

/** The condition of a rule: how its selections are joined. */
sealed interface Condition permits Condition.Named, Condition.Not, Condition.All, Condition.Any {
    boolean holds(EventTree event);

    /** Reports the selections that hold and count for the match, by name; those under a negation do not. */
    void explain(EventTree event, Map<String, Selection> matched);

    /** A selection, by its search identifier. */
    record Named(String name, Selection selection) implements Condition {
        @Override
        public boolean holds(EventTree event) {
            return selection.holds(event);
        }

        @Override
        public void explain(EventTree event, Map<String, Selection> matched) {
            if (selection.holds(event)) {
                matched.put(name, selection);
            }
        }
    }

    /** The opposite. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(EventTree event) {
            return !condition.holds(event);
        }

        @Override
        public void explain(EventTree event, Map<String, Selection> matched) {
            if (condition instanceof Not twice) {
                twice.condition().explain(event, matched);
            }
        }
    }

    /** All of the parts. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(EventTree event) {
            for (var part : parts) {
                if (!part.holds(event)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void explain(EventTree event, Map<String, Selection> matched) {
            parts.forEach(part -> part.explain(event, matched));
        }
    }

    /** At least one of the parts. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(EventTree event) {
            for (var part : parts) {
                if (part.holds(event)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void explain(EventTree event, Map<String, Selection> matched) {
            for (var part : parts) {
                if (part.holds(event)) {
                    part.explain(event, matched);
                }
            }
        }
    }
}
