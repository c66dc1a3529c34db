package org.guixue.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.guixue.Forbidden;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Office;
import org.guixue.person.Registry;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedVerdict;
import org.guixue.workbook.SheetColumn;
import org.guixue.workbook.SheetLayout;
import org.guixue.workbook.SheetWriter;
import org.guixue.workbook.Table;
import org.guixue.workbook.Workbook;
import org.guixue.workbook.WorkbookWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DutyImportTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final SchoolYear YEAR = DutyDesk.YEAR;

    private final DutyDesk at = new DutyDesk(REGISTRY);
    private final Caller bureau = REGISTRY.caller(Role.BUREAU, REGISTRY.bureau);

    private static List<String> row(
            String layer, Office office, String village, String grade, String schoolClass, String... more) {
        List<String> row = new ArrayList<>(List.of(layer, office.name(), village, grade, schoolClass));
        row.addAll(List.of(more));
        while (row.size() < 12) {
            row.add("");
        }
        return row;
    }

    @SafeVarargs
    private static Table table(List<String>... rows) {
        List<SheetColumn> columns = new ArrayList<>(DutySheet.columns().subList(1, 6));
        columns.addAll(DutySheet.columns().subList(8, 14));
        columns.add(SheetColumn.text("学生姓名", 12));
        List<List<String>> all = new ArrayList<>();
        for (List<String> row : rows) {
            all.add(row);
        }
        return written(columns, all);
    }

    private static Table written(List<SheetColumn> columns, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            SheetWriter sheet = workbook.sheet(new SheetLayout("包保责任", "包保责任表", "", columns));
            for (List<String> row : rows) {
                sheet.row(row);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Workbook.open(out.toByteArray()).table(DutySheet.HEADINGS);
    }

    private ImportPlan<PlannedDuty> take(Table table) {
        ImportPlan<PlannedDuty> seen = at.imports.preview(bureau, YEAR, table);
        return at.imports.confirm(bureau, YEAR, table, seen.digest());
    }

    private Table export(Caller caller) {
        List<SheetColumn> columns = new ArrayList<>(DutySheet.columns());
        columns.addAll(DutySheet.signed());
        return written(
                columns,
                at.desk.read(() -> at.duties.of(YEAR, List.of(), true, caller.scope(), 0, 10_000)).stream()
                        .map(duty -> List.of(DutySheet.row(duty)).stream()
                                .map(String::valueOf)
                                .toList())
                        .toList());
    }

    @Test
    void takesAMapInAndTwiceTheSameChangesNothing() {
        long child = at.desk
                .roster
                .enter(
                        bureau,
                        REGISTRY.invent(REGISTRY.westSchool).in("四年级", "1班").details())
                .id();
        List<String> bond = row("一对一帮扶", REGISTRY.westSchool, "", "", "", "刘芳", "教师", "13900000003");
        bond.set(11, at.desk.child(child).name());
        Table table = table(
                row("县领导包乡镇", REGISTRY.west, "", "", "", "周志强", "副县长", "0797-1234567"),
                row("乡镇干部包村", REGISTRY.west, "桃源村", "", "", "吴建新", "驻村干部"),
                row("班主任包班", REGISTRY.westSchool, "", "四年级", "1班", "林晓芳", "班主任", "13900000002"),
                bond);
        ImportPlan<PlannedDuty> plan = at.imports.preview(bureau, YEAR, table);
        assertEquals(4, plan.of(PlannedVerdict.ADDED).size(), plan.toString());
        assertEquals("0", count(), "a preview keeps nothing");
        assertFalse(at.imports.confirm(bureau, YEAR, table, "0").digest().equals("0"));
        assertEquals("0", count(), "another plan than the one seen");
        take(table);
        assertEquals("4", count());
        ImportPlan<PlannedDuty> again = at.imports.preview(bureau, YEAR, table);
        assertEquals(4, again.of(PlannedVerdict.UNCHANGED).size(), again.toString());
        assertFalse(again.isReady());

        take(table(row("班主任包班", REGISTRY.westSchool, "", "四年级", "四（1）班", "赵明", "班主任", "", "2026-10-12", "", "调离")));
        assertEquals(
                "林晓芳|赵明",
                REGISTRY.text("select name from duty where grade = '四年级' and layer = 'HEAD_TEACHER'"
                        + " and office_id = " + REGISTRY.westSchool.id() + " order by from_on"));
        ImportPlan<PlannedDuty> own = at.imports.preview(bureau, YEAR, export(bureau));
        assertEquals(own.lines().size(), own.of(PlannedVerdict.UNCHANGED).size(), own.toString());
        assertEquals(List.of(), own.ignored());
        ImportPlan<PlannedDuty> schools = at.imports.preview(
                REGISTRY.caller(Role.CLERK, REGISTRY.westSchool),
                YEAR,
                export(REGISTRY.caller(Role.CLERK, REGISTRY.westSchool)));
        assertEquals(
                schools.lines().size(), schools.of(PlannedVerdict.UNCHANGED).size(), schools.toString());
    }

    private static String count() {
        return REGISTRY.text("select count(*) from duty where office_id in (" + REGISTRY.west.id() + ","
                + REGISTRY.westSchool.id() + ") and grade <> '九年级'");
    }

    @Test
    void refusesTheWholeForOneRowWithCellFieldAndRule() {
        at.enter(bureau, DutyLayer.HEAD_TEACHER, Charge.schoolClass(REGISTRY.westSchool.id(), "九年级", "1班"), "孙丽");
        Table table = table(
                row("班主任包班", REGISTRY.westSchool, "", "九年级", "1班", "赵明"),
                row("班主任包班", REGISTRY.westSchool, "", "九年级", "2班", "钱进", "", "电话"),
                row("班主任包级", REGISTRY.westSchool, "", "九年级", "3班", "李四"),
                row("班主任包班", REGISTRY.otherSchool, "", "九年级", "4班", "李四"),
                row("班主任包班", REGISTRY.eastMiddle, "", "九年级", "5班", "李四"),
                row("班主任包班", REGISTRY.eastMiddle, "", "初三", "5班", "王五"),
                row("县领导包乡镇", REGISTRY.eastMiddle, "", "", "", "王五", "", "", "去年"));
        ImportPlan<PlannedDuty> plan = at.imports.preview(bureau, YEAR, table);
        String all = plan.reasons().toString();
        assertEquals(6, plan.of(PlannedVerdict.REFUSED).size(), all);
        assertTrue(all.contains("起始日：现由孙丽负责"), all);
        assertTrue(all.contains("变更原因：现由孙丽负责"), all);
        assertTrue(all.contains("联系电话：电话应为"), all);
        assertTrue(all.contains("看不懂“班主任包级”"), all);
        assertTrue(all.contains("您的工作范围内没有“南坪镇中心小学”"), all);
        assertTrue(all.contains("行是同一项责任"), all);
        assertTrue(all.contains("看不懂日期“去年”"), all);
        assertTrue(all.matches("(?s).*[A-L]\\d+ 责任层次.*"), all);
        at.imports.confirm(bureau, YEAR, table, plan.digest());
        assertEquals(
                "孙丽",
                REGISTRY.text("select name from duty where grade in ('九年级', '初三') and office_id in ("
                        + REGISTRY.westSchool.id() + "," + REGISTRY.eastMiddle.id() + ")"));
    }

    @Test
    void anInspectorTakesNothingIn() {
        Caller inspector = REGISTRY.caller(Role.INSPECTOR, REGISTRY.bureau);
        assertThrows(Forbidden.class, () -> at.imports.preview(inspector, YEAR, table()));
    }
}
