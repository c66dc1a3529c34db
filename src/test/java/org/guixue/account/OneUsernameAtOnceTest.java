package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.audit.ListingTrail;
import org.guixue.office.Office;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.guixue.workbook.Table;
import org.guixue.workbook.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two give out one username at the same time: one has it, the other is told so. */
class OneUsernameAtOnceTest {
    private static final int ACCOUNTS = 20;

    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    /** Of two counties, so that neither waits for the other's office. */
    private static List<Caller> bureaus() {
        return List.of(
                REGISTRY.caller(Role.BUREAU, REGISTRY.bureau), REGISTRY.caller(Role.BUREAU, REGISTRY.otherBureau));
    }

    private static Office schoolOf(Caller bureau) {
        return bureau.office() == REGISTRY.bureau.id() ? REGISTRY.eastSchool : REGISTRY.otherSchool;
    }

    @Test
    void oneAccountIsOpenedAndTheOtherRefused() throws Exception {
        String username = StaffingDesk.fresh();
        List<Callable<String>> both = new ArrayList<>();
        for (Caller bureau : bureaus()) {
            StaffingDesk desk = new StaffingDesk(REGISTRY.desk(), Duration.ZERO);
            both.add(() -> {
                desk.staffing.invite(bureau, username, StaffingDesk.clerkOf(schoolOf(bureau)));
                return "opened";
            });
        }
        assertEquals(List.of("VALUES", "opened"), together(both));
    }

    @Test
    void ofTwoImportsOneIsCarriedOutAndTheOtherShowsWhatItWouldDoNow() throws Exception {
        List<String> names = IntStream.range(0, ACCOUNTS)
                .mapToObj(each -> StaffingDesk.fresh())
                .toList();
        List<Callable<String>> both = new ArrayList<>();
        for (Caller bureau : bureaus()) {
            AccountImport importing = importing(REGISTRY.desk());
            byte[] text = ("用户名,姓名,单位,单位代码,角色,用印审批\n"
                            + names.stream()
                                    .map(name ->
                                            name + ",王雨," + schoolOf(bureau).name() + ",,,\n")
                                    .collect(Collectors.joining()))
                    .getBytes(StandardCharsets.UTF_8);
            String seen = importing.preview(bureau, table(text)).digest();
            both.add(() -> Integer.toString(
                    importing.confirm(bureau, table(text), seen).slips().size()));
        }
        assertEquals(List.of("0", "20"), together(both));
    }

    private static Table table(byte[] text) {
        return Workbook.open(text).table(AccountSheet.HEADINGS);
    }

    private static AccountImport importing(RegistryDesk desk) {
        Passwords passwords = StaffingDesk.PASSWORDS;
        Accounts accounts = new Accounts(desk.entities, passwords, desk.offices, desk.identifiers);
        HouseTrail trail = new HouseTrail(desk.trail, desk.clock);
        SecureRandom random = new SecureRandom();
        return new AccountImport(
                desk.transactions,
                accounts,
                desk.offices,
                new Staffing(desk.transactions, accounts, desk.offices, passwords, trail, desk.clock, random),
                passwords,
                trail,
                new ListingTrail(desk.trail, desk.clock),
                desk.clock,
                random);
    }

    /** What each came to, in order; a refusal by its reason. */
    private static List<String> together(List<Callable<String>> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<String>> going = new ArrayList<>();
            for (Callable<String> act : acts) {
                going.add(threads.submit(() -> {
                    start.await();
                    try {
                        return act.call();
                    } catch (Refused e) {
                        return e.reason().name();
                    }
                }));
            }
            List<String> came = new ArrayList<>();
            for (Future<String> each : going) {
                came.add(each.get());
            }
            return came.stream().sorted().toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
