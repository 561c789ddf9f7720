package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What stands under a search identifier: lines that must all hold, or alternatives of which one must. */
sealed interface Selection permits Selection.Lines, Selection.Alternatives {
    boolean holds(EventTree event);

    /** Adds the elements of lists for which the selection holds. Asked only where it does. */
    void bind(EventTree event, Bindings bindings);

    /** Lines linked with AND. Those about one list of objects hold together for the same element. */
    record Lines(List<Item> items) implements Selection {
        public Lines {
            items = List.copyOf(items);
        }

        @Override
        public boolean holds(EventTree event) {
            boolean anyList = false;
            for (var item : items) {
                var view = item.view(event);
                if (view.isList()) {
                    anyList = true;
                } else if (!item.holds(event, view, 0)) {
                    return false;
                }
            }
            return !anyList
                    || lists(event).stream()
                            .noneMatch(list -> elements(event, list).isEmpty());
        }

        @Override
        public void bind(EventTree event, Bindings bindings) {
            for (var list : lists(event)) {
                bindings.add(list, elements(event, list));
            }
        }

        private List<String> lists(EventTree event) {
            var lists = new ArrayList<String>(2);
            for (var item : items) {
                var list = item.view(event).object();
                if (!list.isEmpty() && !lists.contains(list)) {
                    lists.add(list);
                }
            }
            return lists;
        }

        /** The elements of a list for which every line about that list holds. */
        private BitSet elements(EventTree event, String list) {
            var elements = new BitSet();
            boolean first = true;
            for (var item : items) {
                var view = item.view(event);
                if (view.object().equals(list)) {
                    if (first) {
                        elements.set(0, view.elements());
                        first = false;
                    }
                    keepThoseOf(item, event, view, elements);
                }
            }
            return elements;
        }

        private static void keepThoseOf(Item item, EventTree event, FieldView view, BitSet elements) {
            for (int element = elements.nextSetBit(0); element >= 0; element = elements.nextSetBit(element + 1)) {
                elements.set(element, item.holds(event, view, element));
            }
        }
    }

    /** Selections linked with OR, each bound on its own. */
    record Alternatives(List<Selection> selections) implements Selection {
        public Alternatives {
            selections = List.copyOf(selections);
        }

        @Override
        public boolean holds(EventTree event) {
            for (var selection : selections) {
                if (selection.holds(event)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void bind(EventTree event, Bindings bindings) {
            for (var selection : selections) {
                if (selection.holds(event)) {
                    selection.bind(event, bindings);
                }
            }
        }
    }
}
