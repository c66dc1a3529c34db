package org.guixue.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.guixue.Conflict;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.person.InventedChild;
import org.guixue.person.Registry;
import org.guixue.roster.RosterReading.Next;
import org.guixue.workbook.SheetColumn;
import org.guixue.workbook.SheetLayout;
import org.guixue.workbook.WorkbookWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RosterReadingTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private final ImportDesk desk = new ImportDesk(REGISTRY.desk());
    private final Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);

    private long brought() throws IOException {
        return brought(clerk, OptionalLong.empty());
    }

    private long brought(Caller by, OptionalLong school) throws IOException {
        byte[] file = workbook(REGISTRY.invent(REGISTRY.eastSchool));
        RosterImport brought = new RosterImport(by, "名册.xlsx", Sha256.of(file), Registry.NOW).ofSchool(school);
        return desk.imports.add(brought, file).id();
    }

    /** A bureau's first roster, a school's own without its name in each row, made 110 children of no school. */
    @Test
    void whoseRowsNameNoSchoolAreOfTheSchoolThatIsMeant() throws IOException {
        Caller bureau = REGISTRY.caller(Role.BUREAU, REGISTRY.bureau);
        long meant = brought(bureau, OptionalLong.of(REGISTRY.eastSchool.id()));
        assertEquals(List.of(REGISTRY.eastSchool.name()), schools(meant));
    }

    private List<String> schools(long id) {
        desk.reading.read(id, judged -> Next.READY);
        return desk.desk.read(() -> new RowListing(desk.desk.entities, desk.desk.offices)
                .page(id, RowVerdict.NEW, 0, 10).stream()
                        .map(RowListing.Line::school)
                        .toList());
    }

    private static byte[] workbook(InventedChild child) throws IOException {
        List<SheetColumn> columns = Stream.of("姓名", "身份证号", "年级", "班级")
                .map(heading -> SheetColumn.text(heading, 20))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(bytes)) {
            workbook.sheet(new SheetLayout("名册", "名册", "", columns))
                    .row(List.of(child.name(), child.id(), "五年级", "1班"));
        }
        return bytes.toByteArray();
    }

    private ImportState state(long id) {
        return desk.desk.read(() -> desk.imports.find(id).orElseThrow().state());
    }

    @Test
    void anImportThatWasConfirmedIsNotSeenWaitingBetweenReadingAndWriting() throws IOException {
        long id = brought();

        desk.reading.read(id, judged -> {
            assertEquals(1, judged.count(RowVerdict.NEW), "what was judged is there to decide by");
            return Next.APPLYING;
        });

        assertEquals(ImportState.APPLYING, state(id));
        assertThrows(Conflict.class, () -> desk.clearing.discard(clerk, id));
        assertEquals(ImportState.APPLYING, state(id), "what is being written cannot be dropped any more");
    }

    @Test
    void whatAnOfficeHasBroughtAndHasNotEndedIsCounted() throws IOException {
        long id = brought();
        assertTrue(
                desk.desk.read(() -> desk.imports.open(clerk.office())).stream().anyMatch(each -> each.id() == id));
        assertTrue(
                desk.desk.read(() -> desk.imports.latest(clerk, 100)).stream().anyMatch(each -> each.id() == id));

        desk.clearing.discard(clerk, id);

        assertTrue(
                desk.desk.read(() -> desk.imports.open(clerk.office())).stream().noneMatch(each -> each.id() == id));
    }

    @Test
    void anImportDroppedBeforeItWasReadStaysDropped() throws IOException {
        long id = brought();
        desk.clearing.discard(clerk, id);

        assertThrows(RuntimeException.class, () -> desk.reading.read(id, judged -> Next.APPLYING));

        assertEquals(ImportState.DISCARDED, state(id));
    }
}
