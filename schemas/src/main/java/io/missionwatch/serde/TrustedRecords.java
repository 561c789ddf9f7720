package io.missionwatch.serde;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/** Avro 1.12 loads a record class only from a package that it was told to trust: ours, beside what was trusted before. */
public final class TrustedRecords {
    private static final String PACKAGE = "io.missionwatch.schema.";

    private TrustedRecords() {}

    /** Needed before a record is built with its builder, which looks its enums up; every serde of ours does it too. */
    public static synchronized void trust() {
        var before = ClassSecurityValidator.getGlobal();
        if (!(before instanceof OurRecords)) {
            ClassSecurityValidator.setGlobal(new OurRecords(before));
        }
    }

    private record OurRecords(ClassSecurityPredicate before) implements ClassSecurityPredicate {
        @Override
        public boolean isTrusted(Class<?> type) {
            return type.getName().startsWith(PACKAGE) || before.isTrusted(type);
        }

        @Override
        public void forbiddenClass(String className) {
            before.forbiddenClass(className);
        }
    }
}
