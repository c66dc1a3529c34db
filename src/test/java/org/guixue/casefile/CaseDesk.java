package org.guixue.casefile;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.guixue.casefile.history.Situation;
import org.guixue.form.FormCatalog;
import org.guixue.person.Moving;
import org.guixue.person.RegistryDesk;
import org.guixue.person.RollFollower;

/** The acting classes of a case on a registry's desk, with a day that the test sets. For one thread. */
final class CaseDesk {
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));

    final Map<Long, Papers.Paper> papers = new HashMap<>();
    final Cases cases;
    final Casework casework;
    final Recording recording;
    final Correcting correcting;
    final Allowing allowing;
    final CaseReader reader;
    final Moving moving;
    private final RegistryDesk desk;
    private LocalDate today;
    private int seconds;
    final Clock clock = new Day();

    CaseDesk(RegistryDesk desk, LocalDate today) {
        this(desk, today, desk.follower);
    }

    CaseDesk(RegistryDesk desk, LocalDate today, RollFollower follower) {
        this(desk, today, follower, FORMS);
    }

    CaseDesk(RegistryDesk desk, LocalDate today, RollFollower follower, FormCatalog forms) {
        this.desk = desk;
        this.today = today;
        CaseActs acts = CaseActs.at(desk, follower, forms, new Known(), clock);
        cases = acts.cases;
        casework = acts.casework;
        recording = acts.recording;
        correcting = acts.correcting;
        allowing = acts.allowing;
        reader = acts.reader;
        moving = acts.moving;
    }

    void on(String day) {
        today = LocalDate.parse(day);
    }

    LocalDate today() {
        return today;
    }

    /** Happened today. */
    CaseEvent said(EventKind kind, String... facts) {
        return saidOn(today, kind, facts);
    }

    static CaseEvent saidOn(LocalDate day, EventKind kind, String... facts) {
        return CaseEvent.said(kind, day, words(facts), late(facts), facts(facts), List.of());
    }

    static CaseEvent proved(CaseEvent event, long paper) {
        return CaseEvent.said(
                event.kind(),
                event.on(),
                event.words(),
                event.late(),
                event.facts(),
                List.of(new CaseEvent.Basis(CaseEvent.Basis.Kind.INSTRUMENT, paper)));
    }

    private static String words(String... facts) {
        return value("words", facts);
    }

    private static String late(String... facts) {
        return value("late", facts);
    }

    private static String value(String key, String... facts) {
        for (int i = 0; i < facts.length; i += 2) {
            if (facts[i].equals(key)) {
                return facts[i + 1];
            }
        }
        return "";
    }

    private static Facts facts(String... facts) {
        Map<Fact, String> said = new EnumMap<>(Fact.class);
        for (int i = 0; i < facts.length; i += 2) {
            if (!facts[i].equals("words") && !facts[i].equals("late")) {
                said.put(Fact.of(facts[i]).orElseThrow(), facts[i + 1]);
            }
        }
        return new Facts(said);
    }

    RecordedEvent record(Caller caller, long caseId, EventKind kind, String... facts) {
        return recording.record(caller, caseId, said(kind, facts));
    }

    Situation now(long caseId) {
        CaseHistory history = desk.read(() -> cases.history(caseId));
        return history.on(today, Instant.MAX).orElseThrow();
    }

    Case found(long caseId) {
        return desk.read(() -> cases.find(caseId).orElseThrow());
    }

    private final class Known implements Papers {
        @Override
        public Optional<Paper> paper(long instrument) {
            return Optional.ofNullable(papers.get(instrument));
        }

        @Override
        public List<Paper> about(long student) {
            return papers.values().stream()
                    .filter(paper -> paper.student() == student && paper.valid())
                    .toList();
        }
    }

    /** Some second of the morning, each later than the one before. */
    private final class Day extends Clock {
        @Override
        public Instant instant() {
            seconds++;
            return today.atTime(9, 0).atZone(getZone()).toInstant().plusSeconds(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("expected to be asked in Shanghai only");
        }
    }
}
