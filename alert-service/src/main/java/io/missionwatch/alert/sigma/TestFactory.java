package io.missionwatch.alert.sigma;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the tests that the values of one line stand for, under its modifiers. */
final class TestFactory {
    private final Modifiers modifiers;
    private final boolean cased;

    TestFactory(Modifiers modifiers, boolean cased) {
        this.modifiers = modifiers;
        this.cased = cased;
    }

    List<ValueTest> tests(List<RawValue> values) {
        if (modifiers.has("all")) {
            return values.stream().map(this::oneTest).toList();
        }
        var tests = new ArrayList<ValueTest>(values.size());
        values.forEach(value -> tests.addAll(tests(value)));
        return tests;
    }

    /** Under {@code all} every value must be found, but each in any of the forms that the other modifiers give it. */
    private ValueTest oneTest(RawValue value) {
        var forms = tests(value);
        return forms.size() == 1 ? forms.get(0) : new ValueTest.AnyOf(forms);
    }

    private List<ValueTest> tests(RawValue value) {
        if (value.kind() == RawValue.Kind.NULL) {
            return List.of(missing());
        }
        if (modifiers.has("re")) {
            return List.of(regex(value));
        }
        if (modifiers.has("cidr")) {
            return List.of(CidrTest.parse(value.text()));
        }
        if (modifiers.comparison().isPresent() || modifiers.datePart().isPresent()) {
            return List.of(compared(value));
        }
        if (value.number().isPresent() && !modifiers.changesText()) {
            return List.of(new ValueTest.Numeric(value.number().get(), Fold.of(value.text())));
        }
        return texts(value.text());
    }

    private ValueTest missing() {
        if (!modifiers.names().stream().allMatch("all"::equals)) {
            throw new IllegalArgumentException("null takes no modifiers; to ask for a value use exists");
        }
        return new ValueTest.Missing();
    }

    private ValueTest regex(RawValue value) {
        Set<Character> options = modifiers.names().stream()
                .filter(name -> name.length() == 1)
                .map(name -> name.charAt(0))
                .collect(Collectors.toSet());
        return new RegexTest(PcreRegex.compile(value.text(), options));
    }

    private ValueTest compared(RawValue value) {
        var number = value.asNumber()
                .orElseThrow(() -> new IllegalArgumentException("'" + value.text() + "' is no number; expected one"));
        var comparison = modifiers.comparison().orElse(modifiers.has("neq") ? Comparison.NEQ : Comparison.EQ);
        var part = modifiers.datePart();
        if (part.isEmpty()) {
            return new ValueTest.Compared(comparison, number);
        }
        checkRange(part.get(), number);
        return new ValueTest.Dated(part.get(), comparison, number);
    }

    private static void checkRange(DatePart part, BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0 || !part.allows(number.longValue())) {
            throw new IllegalArgumentException(
                    "'" + number.toPlainString() + "' is out of range; expected " + part.range());
        }
    }

    private List<ValueTest> texts(String written) {
        var values = List.of(new TextValue(Glob.parse(written), false, false));
        for (var modifier : modifiers.names()) {
            var changed = new ArrayList<TextValue>();
            values.forEach(value -> changed.addAll(value.apply(modifier)));
            values = changed;
        }
        var tests = new ArrayList<ValueTest>(values.size());
        values.forEach(value -> tests.add(new TextTest(value.glob(), cased, value.dashes())));
        return tests;
    }
}
