package org.guixue.fixity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.access.Scope;
import org.guixue.audit.HouseTrail;
import org.guixue.store.HouseDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainingTest {
    private static final Odd GONE = new Odd("EVENT_GONE", "link 7", "第7条对应的事件已被删去");

    @TempDir
    Path folder;

    private Shelf shelf;
    private Explaining explaining;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
        explaining = new Explaining(
                HouseDatabase.transactions(shelf.entities),
                shelf.rounds,
                new HouseTrail(shelf.trail, Clock.systemUTC()),
                Clock.systemUTC());
        shelf.rounds.note(FixityRound.TRAIL, List.of(GONE));
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private static Caller as(Role role) {
        return new Caller(1, "bureau", "赵明", role, new Scope(1, "/1/"), false, false, "127.0.0.1");
    }

    private long finding() {
        return shelf.rounds.open(FixityRound.TRAIL, 1).get(0).id();
    }

    @Test
    void whatIsExplainedIsNoAlarmAndStaysInSight() {
        assertEquals(1, shelf.rounds.countUnexplained(FixityRound.TRAIL));
        explaining.explain(as(Role.BUREAU), finding(), " 恢复了11月1日的备份 ");
        assertEquals(0, shelf.rounds.countUnexplained(FixityRound.TRAIL));
        assertEquals(1, shelf.rounds.countOpen(FixityRound.TRAIL));
        FixityFinding found = shelf.rounds.open(FixityRound.TRAIL, 1).get(0);
        assertEquals("恢复了11月1日的备份", found.why());
        assertEquals("赵明", found.explainedBy());
        shelf.rounds.note(FixityRound.TRAIL, List.of(GONE));
        assertEquals(0, shelf.rounds.countUnexplained(FixityRound.TRAIL), "seen once more as it was");
    }

    @Test
    void anotherKindOfDamageAtThatPlaceIsNotExplained() {
        explaining.explain(as(Role.BUREAU), finding(), "恢复了备份");
        shelf.rounds.note(FixityRound.TRAIL, List.of(new Odd("EVENT_CHANGED", "link 7", "第7条对应的事件被改动过")));
        assertEquals(1, shelf.rounds.countUnexplained(FixityRound.TRAIL));
    }

    @Test
    void onlyABureauExplainsAndWithAReason() {
        long id = finding();
        assertThrows(Forbidden.class, () -> explaining.explain(as(Role.INSPECTOR), id, "恢复了备份"));
        assertThrows(ValuesRefused.class, () -> explaining.explain(as(Role.BUREAU), id, "  "));
        assertThrows(ValuesRefused.class, () -> explaining.explain(as(Role.BUREAU), id, "长".repeat(501)));
        assertThrows(NotFound.class, () -> explaining.explain(as(Role.BUREAU), id + 1000, "恢复了备份"));
        shelf.rounds.mend(FixityRound.TRAIL, List.of("link 7"));
        assertThrows(NotFound.class, () -> explaining.explain(as(Role.BUREAU), id, "恢复了备份"));
        assertTrue(shelf.rounds.mended(10).get(0).mendedAt().isPresent());
    }
}
