package org.guixue.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The table of architecture.md and its other rules.
 *
 * <p>Every room may know the root package (shared values, refusals, the start) and {@code audit}. Web classes
 * ({@code …Pages}, {@code …Api} and the parameters they bundle, {@code …Request}) may besides know {@code page}, {@code account} and {@code office}. The rooms {@code page}
 * and {@code account} are the machinery of the web and may use JAX-RS, MVC and servlets throughout.
 */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.guixue");

    private static final List<String> ROOMS = List.of(
            "identity",
            "form",
            "person",
            "office",
            "account",
            "rendering",
            "signing",
            "archive",
            "audit",
            "search",
            "casefile",
            "instrument",
            "batch",
            "dossier",
            "ledger",
            "workbook",
            "admin",
            "page");

    private static final Set<String> OPEN_TO_ALL = Set.of("audit", "identity");

    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("form", List.of()),
            Map.entry("person", List.of("office", "workbook")),
            Map.entry("office", List.of("workbook")),
            Map.entry("workbook", List.of()),
            Map.entry("account", List.of("office", "page")),
            Map.entry("rendering", List.of("form")),
            Map.entry("signing", List.of()),
            Map.entry("archive", List.of()),
            Map.entry("audit", List.of()),
            Map.entry("search", List.of("archive", "office")),
            Map.entry("casefile", List.of("form", "person", "office")),
            Map.entry(
                    "instrument",
                    List.of(
                            "form",
                            "person",
                            "office",
                            "rendering",
                            "signing",
                            "archive",
                            "search",
                            "casefile",
                            "workbook")),
            Map.entry("batch", List.of("instrument", "form", "person", "office")),
            Map.entry(
                    "dossier",
                    List.of(
                            "instrument",
                            "casefile",
                            "archive",
                            "search",
                            "rendering",
                            "person",
                            "office",
                            "workbook")),
            Map.entry("ledger", List.of("casefile", "instrument", "form", "person", "office")),
            Map.entry("admin", List.of("office", "account", "instrument", "form", "rendering", "signing", "workbook")),
            Map.entry("page", List.of("office", "workbook")));

    /** Beyond the table: the list of children is found by name, pinyin or ID, which is the index's business. */
    private static final Map<String, List<String>> WEB_CLASSES_MAY_KNOW = Map.of("person", List.of("search"));

    private static final DescribedPredicate<JavaClass> WEB_CLASS =
            describe("web class", type -> outermost(type).getSimpleName().matches(".*(Pages|Api|Request)"));

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    @TestFactory
    Stream<DynamicTest> roomsKnowOnlyWhatTheTablePermits() {
        return ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    List<String> table = MAY_KNOW.getOrDefault(room, List.of());
                    knowsOnly(room, DescribedPredicate.not(WEB_CLASS), table).check(HOUSE);
                    List<String> web = Stream.of(
                                    table,
                                    List.of("page", "account", "office"),
                                    WEB_CLASSES_MAY_KNOW.getOrDefault(room, List.of()))
                            .flatMap(List::stream)
                            .toList();
                    knowsOnly(room, WEB_CLASS, web).check(HOUSE);
                }));
    }

    private static ArchRule knowsOnly(String room, DescribedPredicate<JavaClass> which, List<String> permitted) {
        String[] forbidden = ROOMS.stream()
                .filter(other -> !other.equals(room) && !OPEN_TO_ALL.contains(other) && !permitted.contains(other))
                .map(other -> "org.guixue." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage("org.guixue." + room + "..").and(which))
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .allowEmptyShould(true);
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("org.guixue.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void onlyWebClassesSpeakHttp() {
        noClasses()
                .that(DescribedPredicate.not(WEB_CLASS)
                        .and(DescribedPredicate.not(resideInAnyPackage("org.guixue.page..", "org.guixue.account.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "jakarta.mvc..", "jakarta.servlet.."))
                .check(HOUSE);
    }

    @Test
    void onlyEntitiesAndRepositoriesKnowPersistence() {
        noClasses()
                .that(describe("not entity, repository or converter", ArchitectureTest::isNotPersistent))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.persistence.."))
                .check(HOUSE);
    }

    @Test
    void onlyFourRoomsTouchTheDisk() {
        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(
                                "org.guixue.archive..",
                                "org.guixue.search..",
                                "org.guixue.form..",
                                "org.guixue.signing..")
                        .or(describe("the reader of fonts", ArchitectureTest::isTheFontReader))))
                .should()
                .dependOnClassesThat(describe("read or write files", ArchitectureTest::touchesFiles))
                .check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto|Service)")
                .check(HOUSE);
    }

    @Test
    void benchedRoomsRunWithoutAContainer() {
        noClasses()
                .that(resideInAnyPackage("org.guixue.rendering..", "org.guixue.signing.."))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.."))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /** An entity, its parts and its repository; the one mapper of faults knows an exception of theirs. */
    private static boolean isNotPersistent(JavaClass type) {
        JavaClass outer = outermost(type);
        boolean entity = Stream.of("Entity", "Embeddable", "MappedSuperclass", "Converter")
                .anyMatch(name -> outer.isAnnotatedWith("jakarta.persistence." + name));
        boolean repository = outer.getAllFields().stream()
                .anyMatch(field -> field.getRawType().getName().equals("jakarta.persistence.EntityManager"));
        return !entity && !repository && !outer.getFullName().equals("org.guixue.page.Problem");
    }

    /** Reads an office's own fonts from its home, once at the start; writes nothing. */
    private static boolean isTheFontReader(JavaClass type) {
        return outermost(type).getFullName().equals("org.guixue.rendering.Fonts");
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
