package io.missionwatch.alert.sigma;

import java.util.List;

/**
 * What an event holds under one field name: a single slot, or one slot per element of the list of objects that the
 * field's path goes through.
 *
 * @param object the path of that list, empty where there is none
 */
record FieldView(String object, List<Slot> slots) {
    static final FieldView ABSENT = new FieldView("", List.of(Slot.ABSENT));

    /**
     * A field of one object.
     *
     * @param isObject it holds an object, be it empty, that has no value of its own
     * @param values several where it holds a list of plain values
     */
    record Slot(boolean present, boolean isNull, boolean isObject, List<Scalar> values) {
        static final Slot ABSENT = new Slot(false, true, false, List.of());

        /** It holds an object that is not empty. */
        boolean isStructure() {
            return isObject && !isNull;
        }
    }

    boolean isList() {
        return !object.isEmpty();
    }

    /** An empty list is looked at as one element that lacks everything. */
    Slot slot(int element) {
        return element < slots.size() ? slots.get(element) : Slot.ABSENT;
    }

    int elements() {
        return Math.max(1, slots.size());
    }

    boolean anyPresent() {
        for (var slot : slots) {
            if (slot.present()) {
                return true;
            }
        }
        return false;
    }
}
