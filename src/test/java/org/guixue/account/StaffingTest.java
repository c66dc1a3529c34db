package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.person.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffingTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private final StaffingDesk here = new StaffingDesk(REGISTRY.desk(), Duration.ZERO);
    private final Caller bureau = REGISTRY.caller(Role.BUREAU, REGISTRY.bureau);

    private long invited() {
        return here.staffing
                .invite(bureau, StaffingDesk.fresh(), StaffingDesk.clerkOf(REGISTRY.eastSchool))
                .account();
    }

    private String refusedFields(String username, AccountDetails details) {
        return String.join(
                " ",
                assertThrows(ValuesRefused.class, () -> here.staffing.invite(bureau, username, details))
                        .violations()
                        .stream()
                        .map(Violation::field)
                        .toList());
    }

    private static String trail(long account) {
        return REGISTRY.text("select detail from audit_event where subject_kind = 'account' and subject_id = '"
                + account + "' order by id");
    }

    @Test
    void invitesWithAPasswordThatIsKeptNowhere() {
        OneTimePassword handed = here.staffing.invite(
                bureau, StaffingDesk.fresh(), new AccountDetails("李老师", Role.TOWNSHIP, REGISTRY.east.id(), true, true));
        Account account = here.account(handed.account());
        assertTrue(handed.text().matches("([2-9a-z]{4}-){3}[2-9a-z]{4}"));
        assertTrue(StaffingDesk.PASSWORDS.fits(account.passwordHash(), handed.text()));
        assertTrue(account.mustChangePassword());
        assertEquals(Optional.of(Registry.NOW.plus(Staffing.UNUSED)), account.oneTimeUntil());
        assertEquals(Role.TOWNSHIP, account.role());
        assertEquals(REGISTRY.east.scope(), account.scope());
        assertTrue(account.mayReadSensitive() && account.mayApprove());
        assertTrue(trail(account.id()).contains("invited"), trail(account.id()));
        assertFalse(trail(account.id()).contains(handed.text())
                || trail(account.id()).contains("李老师"));
        assertFalse(handed.toString().contains(handed.text()));
    }

    @Test
    void everyOneTimePasswordIsAnother() {
        assertNotEquals(
                here.staffing
                        .invite(bureau, StaffingDesk.fresh(), StaffingDesk.clerkOf(REGISTRY.eastSchool))
                        .text(),
                here.staffing
                        .invite(bureau, StaffingDesk.fresh(), StaffingDesk.clerkOf(REGISTRY.eastSchool))
                        .text());
    }

    @Test
    void refusesANameThatIsTakenOrNone() {
        String taken = StaffingDesk.fresh();
        here.staffing.invite(bureau, taken, StaffingDesk.clerkOf(REGISTRY.eastSchool));
        assertEquals(
                "username",
                refusedFields(taken.toUpperCase(java.util.Locale.ROOT), StaffingDesk.clerkOf(REGISTRY.eastSchool)));
        assertEquals("username", refusedFields("王老师", StaffingDesk.clerkOf(REGISTRY.eastSchool)));
    }

    @Test
    void refusesARoleThatDoesNotFitTheOffice() {
        assertEquals("role", refusedFields(StaffingDesk.fresh(), StaffingDesk.clerkOf(REGISTRY.east)));
        assertEquals("role", refusedFields(StaffingDesk.fresh(), StaffingDesk.bureauAt(REGISTRY.eastSchool)));
        assertEquals("office", refusedFields(StaffingDesk.fresh(), StaffingDesk.clerkOf(REGISTRY.otherSchool)));
        assertEquals("office", refusedFields(StaffingDesk.fresh(), StaffingDesk.clerkOf(REGISTRY.closedSchool)));
        assertEquals(
                "displayName",
                refusedFields(
                        StaffingDesk.fresh(),
                        new AccountDetails("", Role.CLERK, REGISTRY.eastSchool.id(), false, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLERK", "TOWNSHIP", "INSPECTOR"})
    void onlyABureauManagesAccounts(Role role) {
        long account = invited();
        Caller other = REGISTRY.caller(role, REGISTRY.bureau);
        assertThrows(
                Forbidden.class,
                () -> here.staffing.invite(other, StaffingDesk.fresh(), StaffingDesk.clerkOf(REGISTRY.eastSchool)));
        assertThrows(Forbidden.class, () -> here.staffing.close(other, account, "离职"));
        assertThrows(Forbidden.class, () -> here.staffing.resetPassword(other, account, "忘记"));
        assertFalse(here.account(account).closed());
    }

    @Test
    void theBureauOfAnotherCountySeesNoAccountOfThisOne() {
        long account = invited();
        Caller other = REGISTRY.caller(Role.BUREAU, REGISTRY.otherBureau);
        assertThrows(NotFound.class, () -> here.staffing.close(other, account, "离职"));
        assertThrows(NotFound.class, () -> here.staffing.resetPassword(other, account, "忘记"));
        assertFalse(here.account(account).closed());
    }

    @Test
    void correctsRoleOfficeAndGrantsAndTheTrailTellsWhatWas() {
        long id = invited();
        here.staffing.correct(
                bureau,
                id,
                new AccountDetails("王老师", Role.TOWNSHIP, REGISTRY.west.id(), true, false),
                here.account(id).version());
        Account now = here.account(id);
        assertEquals(Role.TOWNSHIP, now.role());
        assertEquals(REGISTRY.west.scope(), now.scope());
        assertTrue(now.mayReadSensitive());
        assertFalse(now.mayApprove());
        String told = trail(id);
        assertTrue(told.contains("\"role\":\"CLERK\"") && told.contains("\"role\":\"TOWNSHIP\""), told);
        assertFalse(told.substring(told.indexOf('|')).contains("mayApprove"), told);
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndLosesNothingOfTheFirst() {
        long id = invited();
        long seen = here.account(id).version();
        AccountDetails first = new AccountDetails("王一", Role.CLERK, REGISTRY.eastSchool.id(), false, true);
        here.staffing.correct(bureau, id, first, seen);
        assertThrows(
                ValuesRefused.class,
                () -> here.staffing.correct(bureau, id, StaffingDesk.clerkOf(REGISTRY.eastMiddle), seen));
        assertEquals("王一", here.account(id).displayName());
        assertTrue(here.account(id).mayApprove());
    }

    @Test
    void twoResetsAtOnceHandOutOnePasswordThatOpens() throws Exception {
        long id = invited();
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> reset(start, id));
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> reset(start, id));
        List<String> handed = List.of(first.get(1, TimeUnit.MINUTES), second.get(1, TimeUnit.MINUTES));
        assertEquals(1, handed.stream().filter(String::isEmpty).count(), "both were handed one");
        assertTrue(StaffingDesk.PASSWORDS.fits(here.account(id).passwordHash(), handed.get(0) + handed.get(1)));
    }

    /** Both have looked at the account before either makes its password. */
    private static final class Meeting extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient CyclicBarrier start;

        Meeting(CyclicBarrier start) {
            this.start = start;
        }

        @Override
        public IntStream ints(long size, int from, int bound) {
            try {
                start.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return super.ints(size, from, bound);
        }
    }

    /** Empty where it was refused. */
    private String reset(CyclicBarrier start, long id) {
        StaffingDesk desk = new StaffingDesk(REGISTRY.desk(), Duration.ZERO, new Meeting(start));
        try {
            return desk.staffing.resetPassword(bureau, id, "忘记").text();
        } catch (Conflict e) {
            return "";
        }
    }

    @Test
    void aNewPasswordEndsTheOldOneAndItsVersion() {
        long id = invited();
        Account before = here.account(id);
        String hash = before.passwordHash();
        OneTimePassword handed = here.staffing.resetPassword(bureau, id, "忘记密码");
        Account now = here.account(id);
        assertTrue(StaffingDesk.PASSWORDS.fits(now.passwordHash(), handed.text()));
        assertFalse(StaffingDesk.PASSWORDS.fits(hash, handed.text()));
        assertTrue(now.mustChangePassword());
        assertNotEquals(before.version(), now.version());
        assertTrue(now.lapsed(Registry.NOW.plus(Staffing.UNUSED).plusSeconds(1)));
        assertFalse(now.lapsed(Registry.NOW.plus(Staffing.UNUSED)));
        assertEquals(
                "忘记密码",
                REGISTRY.text("select why from audit_event where subject_id = '" + id
                        + "' and subject_kind = 'account' and why <> ''"));
    }

    @Test
    void aClosedAccountStaysClosed() {
        long id = invited();
        assertThrows(ValuesRefused.class, () -> here.staffing.close(bureau, id, " "));
        here.staffing.close(bureau, id, "离职");
        assertThrows(Conflict.class, () -> here.staffing.close(bureau, id, "离职"));
        assertThrows(Conflict.class, () -> here.staffing.resetPassword(bureau, id, "忘记"));
        assertThrows(
                Conflict.class,
                () -> here.staffing.correct(
                        bureau,
                        id,
                        StaffingDesk.clerkOf(REGISTRY.eastSchool),
                        here.account(id).version()));
    }
}
