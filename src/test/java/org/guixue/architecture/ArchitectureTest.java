package org.guixue.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
    private static final String HOUSE_PACKAGE = "org.guixue.";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.guixue");

    private static final Rooms ROOMS = Rooms.read();

    private static final int MOST_LINES = 300;

    /** Asked of the database by name: {@code from Student s}, {@code join s.school}. */
    private static final Pattern QUERIED = Pattern.compile("\\b(?:from|update|insert into) ([A-Z][A-Za-z]+)\\b");

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
    Stream<DynamicTest> roomsKnowOnlyWhatTheirPackageInfosPermit() {
        return ROOMS.all().stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    Set<String> known = ROOMS.knownTo(room);
                    knowsOnly(room, DescribedPredicate.not(WEB_CLASS), known).check(HOUSE);
                    Set<String> web = new TreeSet<>(known);
                    web.add("page");
                    if (known.contains("office")) {
                        web.add("account");
                    }
                    knowsOnly(room, WEB_CLASS, web).check(HOUSE);
                }));
    }

    private static ArchRule knowsOnly(String room, DescribedPredicate<JavaClass> which, Set<String> permitted) {
        String[] forbidden = ROOMS.all().stream()
                .filter(other -> !other.equals(room) && !permitted.contains(other))
                .map(HOUSE_PACKAGE::concat)
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(HOUSE_PACKAGE + room).and(which))
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .allowEmptyShould(true);
    }

    @Test
    void everyPackageIsARoom() {
        Set<String> packages = HOUSE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(HOUSE_PACKAGE))
                .map(name -> name.substring(HOUSE_PACKAGE.length()))
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
                .check(HOUSE);
    }

    @Test
    void nobodyKnowsHouseOrDemo() {
        for (String room : List.of("house", "demo")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages(HOUSE_PACKAGE + room, HOUSE_PACKAGE + "house")
                    .should()
                    .dependOnClassesThat(resideInAPackage(HOUSE_PACKAGE + room))
                    .allowEmptyShould(true)
                    .check(HOUSE);
        }
    }

    /** A query is text, so no import shows whom it knows. */
    @Test
    void queriesNameOnlyEntitiesOfRoomsThatTheirOwnRoomMayKnow() throws IOException {
        Map<String, String> rooms = new TreeMap<>();
        HOUSE.stream()
                .filter(type -> type.isAnnotatedWith("jakarta.persistence.Entity"))
                .forEach(type -> rooms.put(type.getSimpleName(), room(type.getPackageName())));
        List<String> strangers = new ArrayList<>();
        for (Path file : sources()) {
            String room = room(file.getParent().toString().replace('/', '.').replaceFirst("^src\\.main\\.java\\.", ""));
            if (room.isEmpty()) {
                continue;
            }
            QUERIED.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(entity -> {
                        String other = rooms.getOrDefault(entity, room);
                        if (!other.equals(room) && !ROOMS.knownTo(room).contains(other)) {
                            strangers.add(file + " asks for " + entity + " of " + other);
                        }
                    });
        }
        assertEquals(List.of(), strangers);
    }

    @Test
    void noSimpleNameStandsTwiceInTheHouse() throws IOException {
        Map<String, Long> names = sources().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("package-info.java"))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        names.values().removeIf(count -> count == 1);
        assertEquals(Map.of(), names);
    }

    @Test
    void noClassIsLongerThan300Lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            try (Stream<String> lines = Files.lines(file)) {
                long count = lines.count();
                if (count > MOST_LINES) {
                    tooLong.add(file + ": " + count);
                }
            }
        }
        assertEquals(List.of(), tooLong);
    }

    private static String room(String packageName) {
        return packageName.startsWith(HOUSE_PACKAGE) ? packageName.substring(HOUSE_PACKAGE.length()) : "";
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
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
    void onlyFiveRoomsTouchTheDisk() {
        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(
                                "org.guixue.archive..",
                                "org.guixue.search..",
                                "org.guixue.form..",
                                "org.guixue.signing..",
                                "org.guixue.scan.reading..")
                        .or(describe("the reader of fonts", ArchitectureTest::isTheFontReader))
                        .or(describe("the spool of uploads", ArchitectureTest::isTheSpool))
                        .or(describe("the staging of piles", ArchitectureTest::isTheStaging))
                        .or(describe("what the house leaves for scripts", ArchitectureTest::isForScripts))
                        .or(describe("the eye on the home", ArchitectureTest::isTheEyeOnTheHome))))
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
        boolean store = outer.getPackageName().equals("org.guixue.store");
        return !entity && !repository && !store && !outer.getFullName().equals("org.guixue.page.Problem");
    }

    /** Reads an office's own fonts from its home, once at the start; writes nothing. */
    private static boolean isTheFontReader(JavaClass type) {
        return List.of("Fonts", "Typeface", "PreparedFonts").stream()
                .anyMatch(reader -> outermost(type).getFullName().equals("org.guixue.rendering." + reader));
    }

    /** Bodies of requests wait there until they are whole; nothing stays. */
    private static boolean isTheSpool(JavaClass type) {
        return outermost(type).getFullName().equals("org.guixue.page.Spool");
    }

    /** Piles that came back lie there until each sheet is settled. */
    private static boolean isForScripts(JavaClass type) {
        return List.of("Snapshots", "HomeVersion").contains(type.getSimpleName())
                && type.getPackageName().equals("org.guixue.house");
    }

    private static boolean isTheStaging(JavaClass type) {
        return outermost(type).getFullName().equals("org.guixue.scan.PileStaging");
    }

    /** Asks how much space is left and reads what a backup left behind; writes nothing. */
    private static boolean isTheEyeOnTheHome(JavaClass type) {
        return outermost(type).getFullName().equals("org.guixue.upkeep.HomeFiles");
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
