package io.missionwatch.alert.sigma;

import java.util.List;

/** One line of a selection: what it asks of an event, or of one element of a list of objects in it. */
sealed interface Item permits Item.Values, Item.Exists, Item.SameAs, Item.Keywords {
    /** What the event holds of the line's field; where the line speaks of the whole event, no list. */
    FieldView view(EventTree event);

    /** Whether the line holds for an element of its view; where that is no list the element is 0. */
    boolean holds(EventTree event, FieldView view, int element);

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
        public FieldView view(EventTree event) {
            return event.view(field);
        }

        @Override
        public boolean holds(EventTree event, FieldView view, int element) {
            var slot = view.slot(element);
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
            if (test instanceof TextTest text && text.passesAll() && slot.isStructure()) {
                return true;
            }
            for (var value : slot.values()) {
                if (test.test(value, event.overruns())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The field is there, whatever it holds; or no element has it. */
    record Exists(String field, boolean wanted) implements Item {
        @Override
        public FieldView view(EventTree event) {
            return wanted ? event.view(field) : FieldView.ABSENT;
        }

        @Override
        public boolean holds(EventTree event, FieldView view, int element) {
            return wanted ? view.slot(element).present() : !event.view(field).anyPresent();
        }
    }

    /** The field stands in a relation to another field: of the same element where both are of the same list. */
    record SameAs(String field, List<String> others, Link link, TextTest.Kind kind, boolean cased) implements Item {
        public SameAs {
            others = List.copyOf(others);
        }

        @Override
        public FieldView view(EventTree event) {
            return event.view(field);
        }

        @Override
        public boolean holds(EventTree event, FieldView view, int element) {
            var values = view.slot(element).values();
            return switch (link) {
                case ANY -> others.stream().anyMatch(other -> relates(values, valuesOf(other, event, view, element)));
                case ALL -> others.stream().allMatch(other -> relates(values, valuesOf(other, event, view, element)));
                case NONE ->
                    !values.isEmpty()
                            && others.stream()
                                    .allMatch(other -> differs(values, valuesOf(other, event, view, element)));
            };
        }

        private boolean relates(List<Scalar> values, List<Scalar> others) {
            return values.stream()
                    .anyMatch(
                            value -> others.stream().anyMatch(other -> FieldRelation.holds(kind, cased, value, other)));
        }

        private boolean differs(List<Scalar> values, List<Scalar> others) {
            return !others.isEmpty() && !relates(values, others);
        }

        private static List<Scalar> valuesOf(String other, EventTree event, FieldView view, int element) {
            var found = event.view(other);
            if (found.object().equals(view.object())) {
                return found.slot(element).values();
            }
            return found.slots().stream()
                    .flatMap(slot -> slot.values().stream())
                    .toList();
        }
    }

    /** The texts of the event hold the keywords; all texts where no fields are named. */
    record Keywords(List<String> scope, List<ValueTest> tests, Link link) implements Item {
        public Keywords {
            scope = List.copyOf(scope);
            tests = List.copyOf(tests);
        }

        @Override
        public FieldView view(EventTree event) {
            return FieldView.ABSENT;
        }

        @Override
        public boolean holds(EventTree event, FieldView view, int element) {
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
    }
}
