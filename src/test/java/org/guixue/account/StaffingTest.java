package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.office.Office;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffingTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final Passwords PASSWORDS = new Passwords(new SecureRandom());
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Desk here = new Desk(REGISTRY.desk(), Duration.ZERO);
    private final Caller bureau = REGISTRY.caller(Role.BUREAU, REGISTRY.bureau);

    /** A bureau's desk, some time from now. */
    private static final class Desk {
        private final RegistryDesk desk;
        private final Accounts accounts;
        private final Staffing staffing;

        Desk(RegistryDesk desk, Duration later) {
            this(desk, later, new SecureRandom());
        }

        Desk(RegistryDesk desk, Duration later, SecureRandom random) {
            this.desk = desk;
            Clock clock = Clock.offset(desk.clock, later);
            accounts = new Accounts(desk.entities, PASSWORDS, desk.offices, desk.identifiers);
            staffing = new Staffing(
                    desk.transactions,
                    accounts,
                    desk.offices,
                    PASSWORDS,
                    new HouseTrail(desk.trail, clock),
                    clock,
                    random);
        }

        Account account(long id) {
            return desk.read(() -> accounts.find(id).orElseThrow());
        }

        Account bureauOf(Office office) {
            return desk.transactions.run(
                    () -> accounts.open(fresh(), "两只黄鹂鸣翠柳一行白鹭", "教育局", Role.BUREAU, office.scope(), false, false));
        }
    }

    private static String fresh() {
        return "staff" + NAMES.incrementAndGet();
    }

    private static AccountDetails clerkOf(Office school) {
        return new AccountDetails("王老师", Role.CLERK, school.id(), false, false);
    }

    private static AccountDetails bureauAt(Office office) {
        return new AccountDetails("教育局", Role.BUREAU, office.id(), false, false);
    }

    private long invited() {
        return here.staffing
                .invite(bureau, fresh(), clerkOf(REGISTRY.eastSchool))
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
                bureau, fresh(), new AccountDetails("李老师", Role.TOWNSHIP, REGISTRY.east.id(), true, true));
        Account account = here.account(handed.account());
        assertTrue(handed.text().matches("([2-9a-z]{4}-){3}[2-9a-z]{4}"));
        assertTrue(PASSWORDS.fits(account.passwordHash(), handed.text()));
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
                        .invite(bureau, fresh(), clerkOf(REGISTRY.eastSchool))
                        .text(),
                here.staffing
                        .invite(bureau, fresh(), clerkOf(REGISTRY.eastSchool))
                        .text());
    }

    @Test
    void refusesANameThatIsTakenOrNone() {
        String taken = fresh();
        here.staffing.invite(bureau, taken, clerkOf(REGISTRY.eastSchool));
        assertEquals("username", refusedFields(taken.toUpperCase(java.util.Locale.ROOT), clerkOf(REGISTRY.eastSchool)));
        assertEquals("username", refusedFields("王老师", clerkOf(REGISTRY.eastSchool)));
    }

    @Test
    void refusesARoleThatDoesNotFitTheOffice() {
        assertEquals("role", refusedFields(fresh(), clerkOf(REGISTRY.east)));
        assertEquals("role", refusedFields(fresh(), bureauAt(REGISTRY.eastSchool)));
        assertEquals("office", refusedFields(fresh(), clerkOf(REGISTRY.otherSchool)));
        assertEquals("office", refusedFields(fresh(), clerkOf(REGISTRY.closedSchool)));
        assertEquals(
                "displayName",
                refusedFields(fresh(), new AccountDetails("", Role.CLERK, REGISTRY.eastSchool.id(), false, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLERK", "TOWNSHIP", "INSPECTOR"})
    void onlyABureauManagesAccounts(Role role) {
        long account = invited();
        Caller other = REGISTRY.caller(role, REGISTRY.bureau);
        assertThrows(Forbidden.class, () -> here.staffing.invite(other, fresh(), clerkOf(REGISTRY.eastSchool)));
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
        assertThrows(ValuesRefused.class, () -> here.staffing.correct(bureau, id, clerkOf(REGISTRY.eastMiddle), seen));
        assertEquals("王一", here.account(id).displayName());
        assertTrue(here.account(id).mayApprove());
    }

    @Test
    void nobodyMovesClosesOrResetsTheOwnAccount() {
        Office county = REGISTRY.county();
        here.bureauOf(county);
        Account own = here.bureauOf(county);
        Caller self = own.callingFrom("127.0.0.1");
        assertThrows(
                ValuesRefused.class,
                () -> here.staffing.correct(
                        self,
                        own.id(),
                        new AccountDetails("督导", Role.INSPECTOR, county.id(), false, false),
                        here.account(own.id()).version()));
        assertThrows(Conflict.class, () -> here.staffing.close(self, own.id(), "离职"));
        assertThrows(Conflict.class, () -> here.staffing.resetPassword(self, own.id(), "忘记"));
        here.staffing.correct(
                self,
                own.id(),
                new AccountDetails("教育局二", Role.BUREAU, county.id(), false, false),
                here.account(own.id()).version());
        assertEquals("教育局二", here.account(own.id()).displayName());
    }

    @Test
    void theLastBureauOfACountyIsNeitherClosedNorMoved() {
        Office county = REGISTRY.county();
        Caller gone = REGISTRY.caller(Role.BUREAU, county);
        Account last = here.bureauOf(county);
        AccountDetails inspector = new AccountDetails("督导", Role.INSPECTOR, county.id(), false, false);
        assertThrows(Conflict.class, () -> here.staffing.close(gone, last.id(), "离职"));
        assertThrows(
                Conflict.class,
                () -> here.staffing.correct(
                        gone, last.id(), inspector, here.account(last.id()).version()));
        Account another = here.bureauOf(county);
        here.staffing.close(another.callingFrom(""), last.id(), "离职");
        assertTrue(here.account(last.id()).closed());
        assertThrows(Conflict.class, () -> here.staffing.close(gone, another.id(), "离职"));
        assertFalse(here.account(another.id()).closed());
    }

    @Test
    void aBureauWhosePasswordWasNeverUsedIsNoneAfterAWeek() {
        Office county = REGISTRY.county();
        Account last = here.bureauOf(county);
        Caller gone = REGISTRY.caller(Role.BUREAU, county);
        here.staffing.invite(gone, fresh(), bureauAt(county));
        Desk later = new Desk(REGISTRY.desk(), Staffing.UNUSED.plusSeconds(1));
        assertThrows(Conflict.class, () -> later.staffing.close(gone, last.id(), "离职"));
        Desk inTime = new Desk(REGISTRY.desk(), Staffing.UNUSED.minusSeconds(1));
        inTime.staffing.close(gone, last.id(), "离职");
        assertTrue(here.account(last.id()).closed());
    }

    @Test
    void twoBureausThatCloseEachOtherAtOnceLeaveOne() throws Exception {
        Office county = REGISTRY.county();
        Account one = here.bureauOf(county);
        Account two = here.bureauOf(county);
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> closes(start, one, two));
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> closes(start, two, one));
        List<Boolean> closed = List.of(first.get(1, TimeUnit.MINUTES), second.get(1, TimeUnit.MINUTES));
        assertNotEquals(closed.get(0), closed.get(1));
        assertNotEquals(here.account(one.id()).closed(), here.account(two.id()).closed());
    }

    private static boolean closes(CyclicBarrier start, Account closing, Account closed) {
        Desk desk = new Desk(REGISTRY.desk(), Duration.ZERO);
        try {
            start.await(1, TimeUnit.MINUTES);
            desk.staffing.close(closing.callingFrom(""), closed.id(), "离职");
            return true;
        } catch (Conflict e) {
            return false;
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoResetsAtOnceHandOutOnePasswordThatOpens() throws Exception {
        long id = invited();
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> reset(start, id));
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> reset(start, id));
        List<String> handed = List.of(first.get(1, TimeUnit.MINUTES), second.get(1, TimeUnit.MINUTES));
        assertEquals(1, handed.stream().filter(String::isEmpty).count(), "both were handed one");
        assertTrue(PASSWORDS.fits(here.account(id).passwordHash(), handed.get(0) + handed.get(1)));
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
        Desk desk = new Desk(REGISTRY.desk(), Duration.ZERO, new Meeting(start));
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
        assertTrue(PASSWORDS.fits(now.passwordHash(), handed.text()));
        assertFalse(PASSWORDS.fits(hash, handed.text()));
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
                        clerkOf(REGISTRY.eastSchool),
                        here.account(id).version()));
    }
}
