package org.guixue.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which rooms may touch the machinery: HTTP, persistence, the disk, the container. */
class MachineryTest {
    @Test
    void onlyWebClassesSpeakHttp() {
        noClasses()
                .that(DescribedPredicate.not(BuiltHouse.WEB_CLASS)
                        .and(DescribedPredicate.not(resideInAnyPackage("org.guixue.page..", "org.guixue.account.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "jakarta.mvc..", "jakarta.servlet.."))
                .check(BuiltHouse.CLASSES);
    }

    @Test
    void onlyEntitiesAndRepositoriesKnowPersistence() {
        noClasses()
                .that(describe("not entity, repository or converter", MachineryTest::isNotPersistent))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.persistence.."))
                .check(BuiltHouse.CLASSES);
    }

    @Test
    void onlyFiveRoomsTouchTheDisk() {
        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(
                                "org.guixue.archive..",
                                "org.guixue.search..",
                                "org.guixue.form..",
                                "org.guixue.signing..",
                                "org.guixue.scan.reading..")
                        .or(describe("the reader of fonts", MachineryTest::isTheFontReader))
                        .or(describe("the spool of uploads", MachineryTest::isTheSpool))
                        .or(describe("the staging of piles", MachineryTest::isTheStaging))
                        .or(describe("what the house leaves for scripts", MachineryTest::isForScripts))
                        .or(describe("the eye on the home", MachineryTest::isTheEyeOnTheHome))))
                .should()
                .dependOnClassesThat(describe("read or write files", MachineryTest::touchesFiles))
                .check(BuiltHouse.CLASSES);
    }

    @Test
    void benchedRoomsRunWithoutAContainer() {
        noClasses()
                .that(resideInAnyPackage("org.guixue.rendering..", "org.guixue.signing.."))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.."))
                .allowEmptyShould(true)
                .check(BuiltHouse.CLASSES);
    }

    /** An entity, its parts and its repository; the one mapper of faults knows an exception of theirs. */
    private static boolean isNotPersistent(JavaClass type) {
        JavaClass outer = BuiltHouse.outermost(type);
        boolean entity = Stream.of("Entity", "Embeddable", "MappedSuperclass", "Converter")
                .anyMatch(name -> outer.isAnnotatedWith("jakarta.persistence." + name));
        boolean repository = outer.getAllFields().stream()
                .anyMatch(field -> field.getRawType().getName().equals("jakarta.persistence.EntityManager"));
        boolean store = outer.getPackageName().equals("org.guixue.store");
        return !entity && !repository && !store && !outer.getFullName().equals("org.guixue.page.Problem");
    }

    /** Reads an office's own fonts from its home, once at the start; writes nothing. */
    private static boolean isTheFontReader(JavaClass type) {
        return List.of("Fonts", "Typeface", "PreparedFonts").stream()
                .anyMatch(reader -> BuiltHouse.outermost(type).getFullName().equals("org.guixue.rendering." + reader));
    }

    /** Bodies of requests wait there until they are whole; nothing stays. */
    private static boolean isTheSpool(JavaClass type) {
        return BuiltHouse.outermost(type).getFullName().equals("org.guixue.page.Spool");
    }

    private static boolean isForScripts(JavaClass type) {
        return List.of("Snapshots", "HomeVersion").contains(type.getSimpleName())
                && type.getPackageName().equals("org.guixue.house");
    }

    /** Piles that came back lie there until each sheet is settled. */
    private static boolean isTheStaging(JavaClass type) {
        return BuiltHouse.outermost(type).getFullName().equals("org.guixue.scan.PileStaging");
    }

    /** Asks how much space is left and reads what a backup left behind; writes nothing. */
    private static boolean isTheEyeOnTheHome(JavaClass type) {
        return BuiltHouse.outermost(type).getFullName().equals("org.guixue.upkeep.HomeFiles");
    }

    private static boolean touchesFiles(JavaClass type) {
        return List.of(
                        "java.nio.file.Files",
                        "java.io.File",
                        "java.io.FileInputStream",
                        "java.io.FileOutputStream",
                        "java.io.RandomAccessFile",
                        "java.nio.channels.FileChannel")
                .contains(type.getName());
    }
}
