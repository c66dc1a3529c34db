package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.guixue.Forbidden;
import org.guixue.TooLarge;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedVerdict;
import org.guixue.workbook.Table;
import org.guixue.workbook.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountImportTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final Passwords PASSWORDS = new Passwords(new SecureRandom());

    private final RegistryDesk desk = REGISTRY.desk();
    private final Caller bureau = REGISTRY.caller(Role.BUREAU, REGISTRY.bureau);
    private final Accounts accounts = new Accounts(desk.entities, PASSWORDS, desk.offices, desk.identifiers);
    private final HouseTrail trail = new HouseTrail(desk.trail, desk.clock);
    private final AccountImport importing = new AccountImport(
            desk.transactions,
            accounts,
            desk.offices,
            new Staffing(desk.transactions, accounts, desk.offices, PASSWORDS, trail, desk.clock, new SecureRandom()),
            PASSWORDS,
            trail,
            new ListingTrail(desk.trail, desk.clock),
            desk.clock,
            new SecureRandom());

    private static Table table(String... rows) {
        String text = "用户名,姓名,单位,单位代码,角色,用印审批\n" + String.join("\n", rows) + "\n";
        return Workbook.open(text.getBytes(StandardCharsets.UTF_8)).table(AccountSheet.HEADINGS);
    }

    private AccountImport.Outcome taken(String... rows) {
        return importing.confirm(
                bureau, table(rows), importing.preview(bureau, table(rows)).digest());
    }

    private List<String> reasons(String... rows) {
        return importing.preview(bureau, table(rows)).of(PlannedVerdict.REFUSED).stream()
                .flatMap(line -> line.what().stream())
                .toList();
    }

    private long count() {
        return desk.read(accounts::count);
    }

    @Test
    void opensWhatWasSeenWithPasswordsThatAreKeptNowhere() {
        AccountImport.Outcome outcome =
                taken("Import.Wang,王雨,东山镇中心小学,,,", "import.li,李山,东山镇中心小学,,学校审批,", "import.zhao,赵禾,东山镇人民政府,,,是");
        assertEquals(3, outcome.slips().size());
        HandedOut first = outcome.slips().get(0);
        assertEquals("import.wang", first.username());
        assertEquals("学校经办", first.position());
        assertEquals("学校审批", outcome.slips().get(1).position());
        assertFalse(first.toString().contains(first.password()));
        Account account = desk.read(() -> accounts.byUsername("import.wang").orElseThrow());
        assertTrue(PASSWORDS.fits(account.passwordHash(), first.password()));
        assertTrue(account.mustChangePassword() && account.oneTimeUntil().isPresent());
        String events = REGISTRY.text("select detail from audit_event where subject_kind = 'account' and subject_id = '"
                + account.id() + "'");
        assertTrue(events.contains("accounts imported"), events);
        assertFalse(events.contains(first.password()));
    }

    @Test
    void twoHundredTakeSeconds() {
        String[] rows = IntStream.range(0, 200)
                .mapToObj(i -> "crowd." + i + ",王" + i + ",东山镇中心小学,,,")
                .toArray(String[]::new);
        ImportPlan<PlannedAccount> seen = importing.preview(bureau, table(rows));
        AccountImport.Outcome outcome =
                assertTimeout(Duration.ofSeconds(30), () -> importing.confirm(bureau, table(rows), seen.digest()));
        assertEquals(
                200,
                outcome.slips().stream().map(HandedOut::password).distinct().count());
    }

    /** The repetition of a row that was refused for its role came to light only in the next round. */
    @Test
    void everythingIsNamedInOneRound() {
        assertEquals(
                List.of(
                        "E2 角色：看不懂“经办”，可以写：学校经办、学校审批、乡镇经办、乡镇审批、督导、教育局；空着按单位的类型",
                        "C2 单位：本县没有“没有的小学”，请写全称，或先导入单位",
                        "F3 用印审批：请写“是”或“否”，空着是“否”",
                        "A3 用户名：与第2行的用户名重复，请换一个"),
                reasons("round.wang,王雨,没有的小学,,经办,", "round.wang,王禾,东山镇中心小学,,,大概"));
    }

    @Test
    void aSecondTimeNothingIsOpened() {
        taken("twice.wang,王雨,东山镇中心小学,,,");
        AccountImport.Outcome again = taken("twice.wang,王雨,东山镇中心小学,,,");
        assertEquals(List.of(), again.slips());
        assertEquals(1, again.plan().of(PlannedVerdict.UNCHANGED).size());
        assertEquals(
                List.of("A2 用户名：“twice.wang”已经有人使用；是同一个人的，请在账号页里改，另一个人的请换一个用户名"), reasons("twice.wang,别人,东山镇中心小学,,,"));
    }

    @Test
    void saysOfEachRowWhatIsWrongAndHowOn() {
        assertEquals(
                List.of(
                        "E2 角色：乡镇经办不能设在学校，请核对角色和单位",
                        "A3 用户名：与第2行的用户名重复，请换一个",
                        "C4 单位：本县没有“无此学校”，请写全称，或先导入单位",
                        "D5 单位代码：本县没有代码为“123”的单位，请核对，或先导入单位",
                        "E6 角色：看不懂“校长”，可以写：学校经办、学校审批、乡镇经办、乡镇审批、督导、教育局；空着按单位的类型",
                        "F6 用印审批：请写“是”或“否”，空着是“否”",
                        "C7 单位：“西河教学点”已撤销，请选择其他单位",
                        "B8 姓名：" + Staffing.NAME_RULE),
                reasons(
                        "wrong.a,王,东山镇中心小学,,乡镇经办,",
                        "wrong.a,李,东山镇中心小学,,,",
                        "wrong.b,李,无此学校,,,",
                        "wrong.c,李,东山镇中心小学,123,,",
                        "wrong.d,李,东山镇中心小学,,校长,可能",
                        "wrong.e,李,西河教学点,,,",
                        "wrong.f,,东山镇中心小学,,,"));
    }

    @Test
    void oneRefusedRowKeepsAllFromBeingOpened() {
        long before = count();
        assertEquals(
                List.of(), taken("alone.a,王雨,东山镇中心小学,,,", "alone.b,李,无此学校,,,").slips());
        assertEquals(before, count());
    }

    @Test
    void whatChangedSinceItWasSeenIsSeenAgain() {
        ImportPlan<PlannedAccount> seen = importing.preview(bureau, table("raced.wang,王雨,东山镇中心小学,,,"));
        taken("raced.wang,别人,东山镇中心小学,,,");
        AccountImport.Outcome outcome = importing.confirm(bureau, table("raced.wang,王雨,东山镇中心小学,,,"), seen.digest());
        assertEquals(List.of(), outcome.slips());
        assertEquals(1, outcome.plan().of(PlannedVerdict.REFUSED).size());
    }

    @Test
    void anothersOfficesAndNamesAreNotTold() {
        assertTrue(reasons("far.a,王,南坪镇中心小学,,,").get(0).contains("本县没有“南坪镇中心小学”"));
        desk.transactions.perform(() -> accounts.open(
                "far.taken", "两只黄鹂鸣翠柳一行白鹭", "他人", Role.BUREAU, REGISTRY.otherBureau.scope(), false, false));
        assertEquals(List.of("A2 用户名：这个用户名不能用，请换一个"), reasons("far.taken,王,东山镇中心小学,,,"));
    }

    @Test
    void isBoundedAndABureausAlone() {
        String[] many = IntStream.rangeClosed(0, AccountImport.MOST_ROWS)
                .mapToObj(i -> "many." + i + ",王,东山镇中心小学,,,")
                .toArray(String[]::new);
        assertThrows(TooLarge.class, () -> importing.preview(bureau, table(many)));
        Caller clerk = REGISTRY.caller(Role.CLERK, REGISTRY.eastSchool);
        assertThrows(Forbidden.class, () -> importing.preview(clerk, table("a.b,王,东山镇中心小学,,,")));
    }
}
