package io.missionwatch.e2e;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house: floors, arrows that run only down, a pure domain, no cycles. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.missionwatch");

    private static final List<String> SERVICES = List.of("ingest", "enrich", "alert");

    /** Packages of the services that touch Kafka, Avro, meters or the network; all others are the pure domain. */
    private static final String[] EDGES = {
        "io.missionwatch.ingest",
        "io.missionwatch.ingest.stream..",
        "io.missionwatch.ingest.wire..",
        "io.missionwatch.ingest.doors..",
        "io.missionwatch.enrich",
        "io.missionwatch.enrich.wire..",
        "io.missionwatch.alert",
        "io.missionwatch.alert.stream..",
        "io.missionwatch.alert.view..",
        "io.missionwatch.alert.wire..",
        "io.missionwatch.alert.api..",
        "io.missionwatch.alert.desk..",
        "io.missionwatch.alert.deliveries.."
    };

    @TestFactory
    Stream<DynamicTest> servicesMeetOnlyInTopics() {
        return SERVICES.stream()
                .map(service -> rule(
                        service,
                        noClasses()
                                .that()
                                .resideInAPackage("io.missionwatch." + service + "..")
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(SERVICES.stream()
                                        .filter(other -> !other.equals(service))
                                        .map(other -> "io.missionwatch." + other + "..")
                                        .toArray(String[]::new)))));
    }

    @TestFactory
    Stream<DynamicTest> domainPackagesNeverImportTheRootOfTheirService() {
        return SERVICES.stream()
                .map(service -> rule(
                        service,
                        noClasses()
                                .that()
                                .resideInAPackage("io.missionwatch." + service + ".*..")
                                .should()
                                .dependOnClassesThat(resideInAPackage("io.missionwatch." + service))));
    }

    @Test
    void keepsTheDomainPure() {
        noClasses()
                .that(resideInAnyPackage(
                                "io.missionwatch.ingest..", "io.missionwatch.enrich..", "io.missionwatch.alert..")
                        .and(not(resideInAnyPackage(EDGES))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.apache.kafka..", "io.micrometer..", "org.apache.avro..", "io.missionwatch.schema.."))
                .because("the domain is functions of values, which a test calls without a broker")
                .check(HOUSE);
    }

    @Test
    void hasNoCyclesOfPackages() {
        slices().matching("io.missionwatch.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void keepsTheGroundFloorBelow() {
        classes()
                .that()
                .resideInAnyPackage(
                        "io.missionwatch.schema..",
                        "io.missionwatch.topics..",
                        "io.missionwatch.registry..",
                        "io.missionwatch.serde..",
                        "io.missionwatch.cloudevents..")
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage(
                        "org.apache.kafka.streams..",
                        "io.missionwatch.runtime..",
                        "io.missionwatch.ingest..",
                        "io.missionwatch.enrich..",
                        "io.missionwatch.alert..")))
                .check(HOUSE);
    }

    @Test
    void keepsNewsOutOfTheRuntime() {
        noClasses()
                .that()
                .resideInAPackage("io.missionwatch.runtime..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.missionwatch.schema..",
                        "io.missionwatch.ingest..",
                        "io.missionwatch.enrich..",
                        "io.missionwatch.alert.."))
                .check(HOUSE);
    }

    @Test
    void letsTheEmbeddedPartsKnowNoService() {
        noClasses()
                .that()
                .resideInAPackage("io.missionwatch.embedded..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.missionwatch.runtime..",
                        "io.missionwatch.ingest..",
                        "io.missionwatch.enrich..",
                        "io.missionwatch.alert.."))
                .check(HOUSE);
    }

    @Test
    void keepsNoStateInStatics() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(not(resideInAPackage("io.missionwatch.schema..")))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(HOUSE);
    }

    private static DynamicTest rule(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> rule.check(HOUSE));
    }
}
