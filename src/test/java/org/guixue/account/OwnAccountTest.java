package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.guixue.Refused;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnAccountTest {
    @RegisterExtension
    static final Registry REGISTRY = new Registry();

    private static final String FIRST = "两只黄鹂鸣翠柳一行白鹭";
    private static final Passwords PASSWORDS = new Passwords(new SecureRandom());

    private final RegistryDesk here = REGISTRY.desk();

    private static Accounts accounts(RegistryDesk desk) {
        return new Accounts(desk.entities, PASSWORDS, desk.offices, desk.identifiers);
    }

    private static OwnAccount own(RegistryDesk desk, Passwords passwords) {
        return new OwnAccount(desk.transactions, accounts(desk), passwords, new HouseTrail(desk.trail, desk.clock));
    }

    private Account opened(String username) {
        return here.read(() ->
                accounts(here).open(username, FIRST, "林晓芳", Role.CLERK, REGISTRY.eastSchool.scope(), false, false));
    }

    private Account now(Account account) {
        return REGISTRY.desk()
                .read(() -> accounts(REGISTRY.desk()).find(account.id()).orElseThrow());
    }

    @Test
    void aPasswordThatWasChangedMeanwhileIsNotChangedAgain() {
        Account account = opened("own1");
        own(here, PASSWORDS).changePassword(account.callingFrom(""), FIRST, "瓦罐 松针 十一月 青石");
        assertThrows(Refused.class, () -> own(REGISTRY.desk(), PASSWORDS)
                .changePassword(account.callingFrom(""), FIRST, "竹篮 河滩 二月 白云"));
        assertTrue(PASSWORDS.fits(now(account).passwordHash(), "瓦罐 松针 十一月 青石"));
    }

    /** Both have seen that the present password fits before either writes. */
    private static final class Meeting extends Passwords {
        private final CyclicBarrier start;
        private boolean met;

        Meeting(CyclicBarrier start) {
            this.start = start;
        }

        @Override
        boolean fits(String hash, String password) {
            boolean fits = super.fits(hash, password);
            try {
                if (!met) {
                    met = true;
                    start.await(1, TimeUnit.MINUTES);
                }
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return fits;
        }
    }

    @Test
    void ofTwoChangesAtOnceOneIsDoneAndTheOtherToldSo() throws Exception {
        Account account = opened("own2");
        List<String> wanted = List.of("瓦罐 松针 十一月 青石", "竹篮 河滩 二月 白云");
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<Boolean>> both = wanted.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> changes(start, account, each)))
                .toList();
        List<Boolean> changed =
                List.of(both.get(0).get(1, TimeUnit.MINUTES), both.get(1).get(1, TimeUnit.MINUTES));
        assertNotEquals(changed.get(0), changed.get(1));
        assertTrue(PASSWORDS.fits(now(account).passwordHash(), wanted.get(changed.indexOf(true))));
        assertEquals(
                1,
                REGISTRY.text("select detail from audit_event where subject_kind = 'account' and subject_id = '"
                                        + account.id() + "'")
                                .split("password changed", -1)
                                .length
                        - 1);
    }

    private static boolean changes(CyclicBarrier start, Account account, String wanted) {
        try {
            own(REGISTRY.desk(), new Meeting(start)).changePassword(account.callingFrom(""), FIRST, wanted);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    @Test
    void signingOutEverywhereRaisesTheVersionAndIsOnTheTrail() {
        Account account = opened("own3");
        long before = account.version();
        own(here, PASSWORDS).endSessions(account.callingFrom(""));
        assertFalse(now(account).version() == before);
    }
}
