package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Works out what an event must have for a rule to match. */
final class Requirements {
    private Requirements() {}

    /** The requirements of a condition, which all hold for every event it matches; none where nothing is known of them. */
    static List<Requirement> of(Condition condition) {
        var requirements = new ArrayList<Requirement>(4);
        add(condition, requirements);
        return requirements;
    }

    private static void add(Condition condition, List<Requirement> to) {
        if (condition instanceof Condition.Named named) {
            add(named.selection(), to);
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> add(part, to));
        } else if (condition instanceof Condition.Any any) {
            addAny(any.parts(), Requirements::add, to);
        }
    }

    private static void add(Selection selection, List<Requirement> to) {
        if (selection instanceof Selection.Lines lines) {
            lines.items().forEach(item -> add(item, to));
        } else if (selection instanceof Selection.Alternatives alternatives) {
            addAny(alternatives.selections(), Requirements::add, to);
        }
    }

    private static void add(Item item, List<Requirement> to) {
        if (item instanceof Item.Values values) {
            addLinked(values.tests(), values.link(), List.of(values.field()), to);
        } else if (item instanceof Item.Keywords keywords) {
            var scope = keywords.scope().isEmpty() ? List.of(IndexKey.ANYWHERE) : keywords.scope();
            addLinked(keywords.tests(), keywords.link(), scope, to);
        }
    }

    private static void addLinked(List<ValueTest> tests, Item.Link link, List<String> fields, List<Requirement> to) {
        switch (link) {
            case ANY -> addKeys(tests, fields, to);
            case ALL -> tests.forEach(test -> addKeys(List.of(test), fields, to));
            case NONE -> {}
        }
    }

    /** Adds the keys of tests of which one must hold; nothing where one of them could hold without any. */
    private static void addKeys(List<ValueTest> tests, List<String> fields, List<Requirement> to) {
        var keys = new ArrayList<IndexKey>(tests.size());
        if (haveKeys(tests, fields, keys)) {
            to.add(new Requirement.AnyKey(keys));
        }
    }

    private static boolean haveKeys(List<ValueTest> tests, List<String> fields, List<IndexKey> keys) {
        for (var test : tests) {
            if (!hasKeys(test, fields, keys)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasKeys(ValueTest test, List<String> fields, List<IndexKey> keys) {
        if (test instanceof ValueTest.AnyOf any) {
            return haveKeys(any.tests(), fields, keys);
        }
        int before = keys.size();
        for (var field : fields) {
            addKeys(test, field, keys);
        }
        return keys.size() > before;
    }

    private static void addKeys(ValueTest test, String field, List<IndexKey> keys) {
        if (test instanceof ValueTest.Numeric numeric) {
            keys.add(new IndexKey(field, true, numeric.written()));
            keys.add(new IndexKey(field, true, IndexKey.ofNumber(numeric.number())));
        } else if (test instanceof TextTest text && text.onlyText().isPresent()) {
            keys.add(new IndexKey(field, true, text.onlyText().get()));
        } else if (test instanceof TextTest text && !text.partOfText().isEmpty()) {
            keys.add(new IndexKey(field, false, text.partOfText()));
        }
    }

    /** Adds what one of some parts asks for; nothing where one of them asks for nothing that is known. */
    private static <T> void addAny(List<T> parts, BiConsumer<T, List<Requirement>> add, List<Requirement> to) {
        if (parts.size() == 1) {
            add.accept(parts.get(0), to);
            return;
        }
        var groups = new ArrayList<List<Requirement>>(parts.size());
        for (var part : parts) {
            var group = new ArrayList<Requirement>(2);
            add.accept(part, group);
            groups.add(group);
        }
        if (groups.stream().noneMatch(List::isEmpty)) {
            to.add(new Requirement.AnyGroup(groups));
        }
    }
}
