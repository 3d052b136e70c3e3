package io.millrace.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The kernel's part of the house rules. */
class HouseTest {
    private static final JavaClasses KERNEL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.millrace.kernel");

    @Test
    void dependsOnJavaNullnessAndNumericsAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.apache.commons.numbers..",
                        "io.millrace.kernel..")
                .check(KERNEL);
    }

    @Test
    void knowsNoSqlNoNetworkNoScripts() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax..", "java.net..", "java.lang.reflect..")
                .check(KERNEL);
    }

    @Test
    void readsNoWallClock() {
        for (Class<?> type :
                Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(type, "now").check(KERNEL);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(KERNEL);
        noClasses().should().callMethod(System.class, "nanoTime").check(KERNEL);
        noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(KERNEL);
    }

    @Test
    void throwsNothingGeneric() {
        noClasses().should().callConstructor(RuntimeException.class, String.class).check(KERNEL);
        noClasses().should().callConstructor(RuntimeException.class, Throwable.class).check(KERNEL);
        noClasses().should().callConstructor(Exception.class).check(KERNEL);
        noClasses().should().callConstructor(Error.class, String.class).check(KERNEL);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(KERNEL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.millrace.kernel.(*)..").should().beFreeOfCycles().check(KERNEL);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : KERNEL) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked).isEmpty();
    }
}
