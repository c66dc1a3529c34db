package org.guixue.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The table of architecture.md, as the package-infos say it, and its other rules.
 *
 * <p>Every room may know the root package. Web classes ({@code …Pages}, {@code …Api} and the parameters they bundle,
 * {@code …Request}) may besides know {@code page}, and those of rooms that stand on offices {@code account}. The rooms
 * {@code page} and {@code account} are the machinery of the web and may use JAX-RS, MVC and servlets throughout.
 */
class ArchitectureTest {
    private static final Rooms ROOMS = Rooms.read();

    @TestFactory
    Stream<DynamicTest> roomsKnowOnlyWhatTheirPackageInfosPermit() {
        return ROOMS.all().stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    Set<String> known = ROOMS.knownTo(room);
                    knowsOnly(room, DescribedPredicate.not(BuiltHouse.WEB_CLASS), known)
                            .check(BuiltHouse.CLASSES);
                    Set<String> web = new TreeSet<>(known);
                    web.add("page");
                    if (known.contains("office")) {
                        web.add("account");
                    }
                    knowsOnly(room, BuiltHouse.WEB_CLASS, web).check(BuiltHouse.CLASSES);
                }));
    }

    private static ArchRule knowsOnly(String room, DescribedPredicate<JavaClass> which, Set<String> permitted) {
        String[] forbidden = ROOMS.all().stream()
                .filter(other -> !other.equals(room) && !permitted.contains(other))
                .map(BuiltHouse.PACKAGE::concat)
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(BuiltHouse.PACKAGE + room).and(which))
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .allowEmptyShould(true);
    }

    @Test
    void everyPackageIsARoom() {
        Set<String> packages = BuiltHouse.CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(BuiltHouse.PACKAGE))
                .map(name -> name.substring(BuiltHouse.PACKAGE.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.copyOf(packages), Set.copyOf(ROOMS.all()));
    }

    /** Each package for itself, so that a room and a room within it are no circle either. */
    @Test
    void roomsFormNoCycleAtAnyDepth() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return type.getPackageName().equals("org.guixue")
                                ? SliceIdentifier.ignore()
                                : SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "rooms";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(BuiltHouse.CLASSES);
    }

    @Test
    void nobodyKnowsHouseOrDemo() {
        for (String room : List.of("house", "demo")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages(BuiltHouse.PACKAGE + room, BuiltHouse.PACKAGE + "house")
                    .should()
                    .dependOnClassesThat(resideInAPackage(BuiltHouse.PACKAGE + room))
                    .allowEmptyShould(true)
                    .check(BuiltHouse.CLASSES);
        }
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto|Service)")
                .check(BuiltHouse.CLASSES);
    }
}
