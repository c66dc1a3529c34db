package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.guixue.Conflict;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.office.Office;
import org.guixue.person.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No county is left without a bureau's account that opens, and nobody takes the own one away. */
class LastBureauTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private final StaffingDesk here = new StaffingDesk(REGISTRY.desk(), Duration.ZERO);

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
        here.staffing.invite(gone, StaffingDesk.fresh(), StaffingDesk.bureauAt(county));
        StaffingDesk later = new StaffingDesk(REGISTRY.desk(), Staffing.UNUSED.plusSeconds(1));
        assertThrows(Conflict.class, () -> later.staffing.close(gone, last.id(), "离职"));
        StaffingDesk inTime = new StaffingDesk(REGISTRY.desk(), Staffing.UNUSED.minusSeconds(1));
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
        StaffingDesk desk = new StaffingDesk(REGISTRY.desk(), Duration.ZERO);
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
}
