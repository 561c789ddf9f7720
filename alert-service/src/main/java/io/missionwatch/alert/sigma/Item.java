package io.missionwatch.alert.sigma;

import java.util.List;
import java.util.Set;

/** One line of a selection: what it asks of an event, or of one element of a list of objects in it. */
sealed interface Item permits Item.Values, Item.Exists, Item.SameAs, Item.Keywords {
    /** The path of the list of objects whose elements this line speaks of; empty where it speaks of the whole event. */
    String list(EventTree event);

    /** Number of elements of that list, at least one. */
    int elements(EventTree event);

    /** Whether the line holds for an element; for the whole event the element is 0. */
    boolean holds(EventTree event, int element);

    /** The fields that decide. */
    Set<String> fields();

    /** How the values of one line are linked. */
    enum Link {
        ANY,
        ALL,
        /** There is a value, and none of those given. */
        NONE
    }

    /** The field has a value that passes the tests. */
    record Values(String field, List<ValueTest> tests, Link link) implements Item {
        public Values {
            tests = List.copyOf(tests);
        }

        @Override
        public String list(EventTree event) {
            return event.view(field).object();
        }

        @Override
        public int elements(EventTree event) {
            return event.view(field).elements();
        }

        @Override
        public boolean holds(EventTree event, int element) {
            var slot = event.view(field).slot(element);
            return switch (link) {
                case ANY -> anyHolds(event, slot);
                case ALL -> allHold(event, slot);
                case NONE -> !slot.values().isEmpty() && !anyHolds(event, slot);
            };
        }

        private boolean anyHolds(EventTree event, FieldView.Slot slot) {
            for (var test : tests) {
                if (holds(event, slot, test)) {
                    return true;
                }
            }
            return false;
        }

        private boolean allHold(EventTree event, FieldView.Slot slot) {
            for (var test : tests) {
                if (!holds(event, slot, test)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean holds(EventTree event, FieldView.Slot slot, ValueTest test) {
            if (test instanceof ValueTest.Missing) {
                return slot.isNull();
            }
            for (var value : slot.values()) {
                if (test.test(value, event.overruns())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Set<String> fields() {
            return Set.of(field);
        }
    }

    /** The field is there, whatever it holds; or no element has it. */
    record Exists(String field, boolean wanted) implements Item {
        @Override
        public String list(EventTree event) {
            return wanted ? event.view(field).object() : "";
        }

        @Override
        public int elements(EventTree event) {
            return wanted ? event.view(field).elements() : 1;
        }

        @Override
        public boolean holds(EventTree event, int element) {
            var view = event.view(field);
            return wanted ? view.slot(element).present() : !view.anyPresent();
        }

        @Override
        public Set<String> fields() {
            return Set.of(field);
        }
    }

    /** The field stands in a relation to another field: of the same element where both are of the same list. */
    record SameAs(String field, List<String> others, Link link, TextTest.Kind kind, boolean cased) implements Item {
        public SameAs {
            others = List.copyOf(others);
        }

        @Override
        public String list(EventTree event) {
            return event.view(field).object();
        }

        @Override
        public int elements(EventTree event) {
            return event.view(field).elements();
        }

        @Override
        public boolean holds(EventTree event, int element) {
            var values = event.view(field).slot(element).values();
            return switch (link) {
                case ANY -> others.stream().anyMatch(other -> relates(values, other, event, element));
                case ALL -> others.stream().allMatch(other -> relates(values, other, event, element));
                case NONE ->
                    !values.isEmpty() && others.stream().allMatch(other -> differs(values, other, event, element));
            };
        }

        private boolean relates(List<Scalar> values, String other, EventTree event, int element) {
            var found = valuesOf(other, event, element);
            return values.stream()
                    .anyMatch(value -> found.stream().anyMatch(it -> FieldRelation.holds(kind, cased, value, it)));
        }

        private boolean differs(List<Scalar> values, String other, EventTree event, int element) {
            return !valuesOf(other, event, element).isEmpty() && !relates(values, other, event, element);
        }

        private List<Scalar> valuesOf(String other, EventTree event, int element) {
            var view = event.view(other);
            if (view.object().equals(list(event))) {
                return view.slot(element).values();
            }
            return view.slots().stream().flatMap(slot -> slot.values().stream()).toList();
        }

        @Override
        public Set<String> fields() {
            return Set.of(field);
        }
    }

    /** The texts of the event hold the keywords; all texts where no fields are named. */
    record Keywords(List<String> scope, List<ValueTest> tests, Link link) implements Item {
        public Keywords {
            scope = List.copyOf(scope);
            tests = List.copyOf(tests);
        }

        @Override
        public String list(EventTree event) {
            return "";
        }

        @Override
        public int elements(EventTree event) {
            return 1;
        }

        @Override
        public boolean holds(EventTree event, int element) {
            var texts = event.texts(scope);
            return switch (link) {
                case ANY -> tests.stream().anyMatch(test -> found(test, texts, event));
                case ALL -> tests.stream().allMatch(test -> found(test, texts, event));
                case NONE -> !texts.isEmpty() && tests.stream().noneMatch(test -> found(test, texts, event));
            };
        }

        private static boolean found(ValueTest test, List<Scalar> texts, EventTree event) {
            for (var text : texts) {
                if (test.test(text, event.overruns())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Set<String> fields() {
            return Set.copyOf(scope);
        }
    }
}
