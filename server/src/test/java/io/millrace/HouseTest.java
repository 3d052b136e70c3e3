package io.millrace;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.millrace.access.Requires;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RequestMapping;

/** The house rules of DESIGN that a machine can check. */
class HouseTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.millrace");

    /** The edge: where the outside world's time comes in, or where only waiting is measured. */
    private static final Set<String> MAY_READ_THE_CLOCK = Set.of("io.millrace.Millrace");

    /** Pure functions over a format that a module owns and others write or read at once. */
    private static final Set<String> PUBLIC_FORMATS =
            Set.of("io.millrace.timelines.Attributes", "io.millrace.privacy.Masking");

    @Test
    void modulesUseOnlyTheDoorsOfThoseBelow() {
        ApplicationModules.of(Millrace.class, resideInAPackage("io.millrace.kernel..")).verify();
    }

    @Test
    void nobodyReadsTheWallClock() {
        noClasses()
                .that(
                        new DescribedPredicate<>("are below the edge") {
                            @Override
                            public boolean test(JavaClass type) {
                                return !MAY_READ_THE_CLOCK.contains(outermost(type).getName())
                                        && !type.getPackageName().startsWith("io.millrace.cli")
                                        && !type.getPackageName().startsWith("io.millrace.bench");
                            }
                        })
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callConstructor(java.util.Date.class)
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .check(PRODUCT);
    }

    @Test
    void noPublicSignatureHidesItsShapeInAMap() {
        classes()
                .should(
                        new ArchCondition<>("have no Map<String, Object> in a public signature") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                type.getMethods().stream()
                                        .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                                        .filter(HouseTest::mentionsUntypedMap)
                                        .forEach(m -> violated(events, m.getFullName()));
                            }
                        })
                .check(PRODUCT);
    }

    private static boolean mentionsUntypedMap(JavaMethod method) {
        String signature = method.reflect().toGenericString();
        return signature.contains("Map<java.lang.String, java.lang.Object>")
                || signature.contains("Map<java.lang.String, ?>");
    }

    /** A stream that is not closed keeps its connection for ever, and nothing says so. */
    @Test
    void noQueryIsLeftOpenAsAStream() {
        noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(PRODUCT);
    }

    @Test
    void nobodyThrowsGenericExceptions() {
        noClasses()
                .should()
                .callConstructor(RuntimeException.class, String.class)
                .orShould()
                .callConstructor(RuntimeException.class, String.class, Throwable.class)
                .orShould()
                .callConstructor(RuntimeException.class, Throwable.class)
                .orShould()
                .callConstructor(Exception.class, String.class)
                .check(
                        PRODUCT.that(
                                DescribedPredicate.describe(
                                        "are not exceptions themselves",
                                        type -> !type.isAssignableTo(Throwable.class))));
    }

    @Test
    void nobodyInterpretsExpressions() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.expression..",
                        "javax.script..",
                        "org.mvel2..",
                        "ognl..")
                .check(PRODUCT);
    }

    @Test
    void onlyDoorsIdsEventsAndAnswersArePublic() {
        classes()
                .that()
                .resideInAPackage("io.millrace.(*)")
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should(
                        new ArchCondition<>("be an interface, a record, an enum or an exception") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                boolean allowed =
                                        type.isInterface()
                                                || type.isRecord()
                                                || type.isEnum()
                                                || type.isAssignableTo(Throwable.class)
                                                || PUBLIC_FORMATS.contains(type.getName())
                                                || type.getPackageName().equals("io.millrace.cli")
                                                || type.getPackageName()
                                                        .equals("io.millrace.bench");
                                if (!allowed && !type.getPackageName().contains("kernel")) {
                                    violated(events, type.getName());
                                }
                            }
                        })
                .check(PRODUCT);
    }

    @Test
    void nothingInAWebPackageIsPublic() {
        noClasses()
                .that()
                .resideInAPackage("io.millrace.(*).web..")
                .and()
                .areTopLevelClasses()
                .and(DescribedPredicate.not(named("package-info")))
                .should()
                .bePublic()
                .check(PRODUCT);
    }

    @Test
    void everyPackageRefusesNullByDefault() {
        classes()
                .should(
                        new ArchCondition<>("live in a null-marked package") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                                    violated(events, type.getName());
                                }
                            }
                        })
                .check(PRODUCT);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Service)")
                .check(PRODUCT);
    }

    @Test
    void everyRouteNamesItsPermission() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("io.millrace.shared.web")
                .should()
                .beAnnotatedWith(Requires.class)
                .check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, type -> type.getSimpleName().equals(name));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseTest::outermost).orElse(type);
    }

    private static void violated(ConditionEvents events, String what) {
        events.add(SimpleConditionEvent.violated(what, what));
    }
}
