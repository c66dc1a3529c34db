package org.guixue.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.office.Office;
import org.guixue.person.Movement;
import org.guixue.person.MovementKind;
import org.guixue.person.Standing;
import org.guixue.person.Student;

/**
 * One thing that happened to a child.
 *
 * @param more further lines, plain text
 * @param paper id of the instrument, 0 where it is none
 * @param badge the state of the paper or event where it is worth saying, else empty
 * @param correct where it can be corrected, else empty
 */
public record Happening(
        Kind kind,
        LocalDate on,
        String what,
        String serial,
        List<String> more,
        long paper,
        String badge,
        String tone,
        String correct) {
    /** What it belongs to; the timeline may show one kind alone. */
    public enum Kind {
        MOVEMENT("异动"),
        CASE("个案"),
        PAPER("文书");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** As it stands in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String code) {
            return List.of(values()).stream()
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    public Happening {
        more = List.copyOf(more);
    }

    /** What cannot be corrected here. */
    Happening(
            Kind kind,
            LocalDate on,
            String what,
            String serial,
            List<String> more,
            long paper,
            String badge,
            String tone) {
        this(kind, on, what, serial, more, paper, badge, tone, "");
    }

    /**
     * All of it, newest first; of one day what came last in the course of things first.
     *
     * @param zone of the office's calendar
     */
    static List<Happening> of(
            Student child,
            List<Movement> movements,
            List<Happening> ofCase,
            List<Instrument> papers,
            boolean mayReadSensitive,
            ZoneId zone) {
        List<Happening> all = new ArrayList<>();
        all.add(entered(child.enteredAt().atZone(zone).toLocalDate()));
        movements.stream()
                .filter(movement -> !movement.followsCase())
                .forEach(movement -> all.add(of(movement, mayReadSensitive)));
        all.addAll(ofCase);
        papers.forEach(paper -> all.add(issued(paper)));
        papers.forEach(paper -> paper.voidedAt()
                .ifPresent(instant -> all.add(voided(paper, instant.atZone(zone).toLocalDate()))));
        List<Happening> newestFirst = new ArrayList<>(all);
        Collections.reverse(newestFirst);
        newestFirst.sort(Comparator.comparing(Happening::on).reversed());
        return List.copyOf(newestFirst);
    }

    private static Happening entered(LocalDate on) {
        return new Happening(Kind.MOVEMENT, on, "录入名册", "", List.of(), 0, "", "");
    }

    private static Happening of(Movement movement, boolean mayReadSensitive) {
        List<String> more = new ArrayList<>();
        change(movement).ifPresent(more::add);
        if (!movement.elsewhere().isEmpty()) {
            more.add((movement.kind() == MovementKind.TRANSFER_IN ? "来自：" : "去向：") + movement.elsewhere());
        }
        String detail = movement.detailFor(mayReadSensitive);
        if (!detail.isEmpty()) {
            more.add(detail);
        }
        String evidence = movement.evidenceFor(mayReadSensitive);
        if (!evidence.isEmpty()) {
            more.add("依据：" + evidence);
        }
        more.add("登记：" + movement.recorder());
        return new Happening(Kind.MOVEMENT, movement.on(), movement.kind().label(), "", more, 0, "", "");
    }

    /** From where to where, as far as it changed. */
    private static Optional<String> change(Movement movement) {
        String from = words(movement.from(), movement.to());
        String to = words(movement.to(), movement.from());
        return from.equals(to) ? Optional.empty() : Optional.of(from + " → " + to);
    }

    private static String words(Standing standing, Standing other) {
        List<String> parts = new ArrayList<>();
        if (!standing.school().map(Office::id).equals(other.school().map(Office::id))) {
            parts.add(standing.school().map(Office::name).orElse("未在校"));
        }
        if (!standing.grade().equals(other.grade()) || !standing.schoolClass().equals(other.schoolClass())) {
            parts.add((standing.grade() + " " + standing.schoolClass()).strip());
        }
        if (standing.state() != other.state()) {
            parts.add(standing.state().label());
        }
        parts.removeIf(String::isEmpty);
        return String.join("，", parts);
    }

    private static Happening issued(Instrument paper) {
        boolean plain = paper.state() == InstrumentState.ISSUED;
        return new Happening(
                Kind.PAPER,
                paper.issuedOn(),
                "签发《%s》".formatted(paper.title()),
                paper.serial(),
                List.of(),
                paper.id(),
                plain ? "" : paper.state().label(),
                paper.state().tone());
    }

    private static Happening voided(Instrument paper, LocalDate on) {
        List<String> more = new ArrayList<>();
        paper.voidReason().ifPresent(reason -> more.add("原因：" + reason));
        return new Happening(
                Kind.PAPER, on, "作废《%s》".formatted(paper.title()), paper.serial(), more, paper.id(), "", "");
    }
}
