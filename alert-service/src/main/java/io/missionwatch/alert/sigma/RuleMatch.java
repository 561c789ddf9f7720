package io.missionwatch.alert.sigma;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An event that a rule matches.
 *
 * @param selections the search identifiers that held and counted
 * @param bound per list of objects in the event, the elements (from 0) that those selections were about
 */
public record RuleMatch(
        DetectionRule rule, EventTree event, List<String> selections, Map<String, List<Integer>> bound) {
    public RuleMatch {
        selections = List.copyOf(selections);
        bound = Map.copyOf(bound);
    }

    /** The distinct values of a field, of the bound elements where it belongs to a list. */
    public List<String> values(String field) {
        var view = event.view(field);
        return elements(view)
                .boxed()
                .flatMap(element -> view.slot(element).values().stream())
                .map(Scalar::text)
                .distinct()
                .toList();
    }

    /** The distinct values of a field that belong to one group: of the elements that have the group's values. */
    public List<String> valuesIn(String field, List<String> groupBy, List<String> group) {
        var view = event.view(field);
        return elements(view)
                .filter(element -> isIn(view, element, groupBy, group))
                .boxed()
                .flatMap(element -> view.slot(element).values().stream())
                .map(Scalar::text)
                .distinct()
                .toList();
    }

    private boolean isIn(FieldView view, int element, List<String> groupBy, List<String> group) {
        for (int i = 0; i < groupBy.size(); i++) {
            var key = event.view(groupBy.get(i));
            if (view.isList() && key.object().equals(view.object()) && !Groups.has(key.slot(element), group.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The groups that the match falls into. */
    public Groups groups(List<String> groupBy) {
        return Groups.of(this, groupBy);
    }

    /** The bound elements of the field's list; all of them where no selection speaks of that list. */
    IntStream elements(FieldView view) {
        var elements = bound.get(view.object());
        if (!view.isList() || elements == null) {
            return IntStream.range(0, view.elements());
        }
        return elements.stream().mapToInt(Integer::intValue);
    }
}
