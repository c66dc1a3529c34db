package org.guixue.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpkeepTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T09:00:00Z"), ZoneOffset.UTC);

    private static Gauge gauge(String name, Signal... signals) {
        return new Gauge() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Signal> read() {
                if (signals.length == 0) {
                    throw new IllegalStateException("cannot be read");
                }
                return List.of(signals);
            }
        };
    }

    @Test
    void whatIsMostUrgentStandsFirstAndSaysHowTheHouseStands() {
        HouseStanding standing = new Upkeep(
                        List.of(
                                gauge("memory", Signal.fine("memory", "内存", "")),
                                gauge("calendar", Signal.of("calendar", Urgency.WATCH, "放假安排", "", "录入")),
                                gauge("backup", Signal.of("backup", Urgency.ACT, "备份", "", "备份")),
                                gauge("clock", Signal.fine("clock", "时钟", ""))),
                        CLOCK)
                .now();
        assertEquals(Urgency.ACT, standing.urgency());
        assertEquals("需要处理1项：备份；需要留意1项：放假安排", standing.sentence());
        assertEquals(
                List.of("backup", "calendar", "clock", "memory"),
                standing.signals().stream().map(Signal::name).toList());
    }

    @Test
    void aGaugeThatCannotBeReadIsASignalAndHindersNoOther() {
        HouseStanding standing =
                new Upkeep(List.of(gauge("index"), gauge("clock", Signal.fine("clock", "时钟", ""))), CLOCK).now();
        assertEquals(2, standing.signals().size());
        assertEquals("index", standing.of(Urgency.ACT).get(0).name());
    }

    @Test
    void whatWasReadWithinTheMinuteIsNotReadAgain() {
        List<String> read = new ArrayList<>();
        Gauge counting = new Gauge() {
            @Override
            public String name() {
                return "clock";
            }

            @Override
            public List<Signal> read() {
                read.add("once");
                return List.of(Signal.fine("clock", "时钟", ""));
            }
        };
        Upkeep upkeep = new Upkeep(List.of(counting), CLOCK);
        assertEquals("各项正常", upkeep.lately().sentence());
        upkeep.lately();
        assertEquals(1, read.size());
        upkeep.now();
        assertEquals(2, read.size());
    }

    @Test
    void aDiskIsWatchedBeforeItIsFull() {
        assertEquals(Urgency.FINE, disk(DiskGauge.WATCH_BELOW).urgency());
        assertEquals(Urgency.WATCH, disk(DiskGauge.WATCH_BELOW - 1).urgency());
        assertEquals(Urgency.WATCH, disk(DiskGauge.ACT_BELOW).urgency());
        assertEquals(Urgency.ACT, disk(DiskGauge.ACT_BELOW - 1).urgency());
        assertEquals("剩余500 MB，共100.0 GB", disk(500L << 20).figure());
        assertEquals(500L << 20, disk(500L << 20).values().get("freeBytes"));
    }

    private static Signal disk(long free) {
        return DiskGauge.signal("disk.home", "磁盘", new HomeFiles.Space(free, 100L << 30));
    }

    @Test
    void memoryIsJudgedByWhatACollectionLeaves() {
        assertEquals(
                Urgency.FINE, MachineGauge.memory(50, 100, Duration.ofDays(3)).urgency());
        assertEquals(
                Urgency.WATCH, MachineGauge.memory(86, 100, Duration.ofDays(3)).urgency());
        assertEquals(
                Urgency.ACT, MachineGauge.memory(96, 100, Duration.ofDays(3)).urgency());
    }

    @Test
    void theVersionIsThatOfThePom() throws Exception {
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<version>" + MachineGauge.PRODUCT + "</version>"));
    }
}
