package org.guixue.casefile;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.history.EventKind;

/** Who may record what: event × role × whether the case is led by the caller's office, by one below it or by another. */
final class Recorders {
    /** How the caller's office stands to the one that leads the case. */
    enum Seat {
        LEAD,
        ABOVE,
        OTHER
    }

    /** Event, school, township, bureau: {@code -} nobody, {@code lead}, {@code above} (and lead), {@code any}. */
    private static final String TABLE = """
            OPENED              any   any   any
            ENQUIRED            lead  above above
            CONFIRMED           any   any   -
            CLEARED             any   any   -
            PERSUADED           any   any   any
            NOTICE_RECEIVED     any   any   any
            REPORTED_UP         any   any   any
            ORDERED             -     any   any
            ADMONISHED          -     any   any
            COURT               -     any   any
            RETURNED            any   -     any
            REFUSED_BY_SCHOOL   any   any   -
            PLACED              -     -     any
            VOCATIONAL          any   any   any
            ELSEWHERE           any   any   any
            APPLIED             any   any   any
            OPINION             any   any   any
            DECIDED             -     any   any
            FILED               -     any   any
            WATCHED             any   lead  -
            STRIKE_OFF_PROPOSED any   any   -
            SENT_BACK           -     -     any
            STRUCK_OFF          -     -     any
            RELAPSED            any   any   -
            HANDED_OVER         lead  above above
            ACCEPTED            any   any   any
            CORRECTED           any   any   any
            """;

    private static final Map<EventKind, Map<Role, Set<Seat>>> ALLOWED = read();

    private Recorders() {}

    private static Map<EventKind, Map<Role, Set<Seat>>> read() {
        Map<EventKind, Map<Role, Set<Seat>>> all = new EnumMap<>(EventKind.class);
        TABLE.lines().forEach(line -> {
            String[] cells = line.split(" +");
            Map<Role, Set<Seat>> roles = new HashMap<>();
            roles.put(Role.CLERK, seats(cells[1]));
            roles.put(Role.TOWNSHIP, seats(cells[2]));
            roles.put(Role.BUREAU, seats(cells[3]));
            all.put(EventKind.valueOf(cells[0]), roles);
        });
        return all;
    }

    private static Set<Seat> seats(String cell) {
        return switch (cell) {
            case "lead" -> EnumSet.of(Seat.LEAD);
            case "above" -> EnumSet.of(Seat.LEAD, Seat.ABOVE);
            case "any" -> EnumSet.allOf(Seat.class);
            default -> EnumSet.noneOf(Seat.class);
        };
    }

    static boolean may(Role role, Seat seat, EventKind kind) {
        return ALLOWED.getOrDefault(kind, Map.of()).getOrDefault(role, Set.of()).contains(seat);
    }

    /** Who does it instead, in Chinese; empty where the caller may. */
    static Optional<String> refusal(Caller caller, Seat seat, EventKind kind) {
        if (caller.role() == Role.INSPECTOR) {
            return Optional.of("督导账号只能查阅，不能办理个案");
        }
        if (may(caller.role(), seat, kind)) {
            return Optional.empty();
        }
        return Optional.of("“%s”由%s登记".formatted(kind.label(), whoElse(kind)));
    }

    private static String whoElse(EventKind kind) {
        boolean school = may(Role.CLERK, Seat.LEAD, kind);
        boolean township = may(Role.TOWNSHIP, Seat.LEAD, kind);
        boolean bureau = may(Role.BUREAU, Seat.LEAD, kind);
        boolean leadAlone = !may(Role.CLERK, Seat.OTHER, kind) && !may(Role.TOWNSHIP, Seat.OTHER, kind) && school;
        if (leadAlone) {
            return "主办单位或者它的上级";
        }
        String some = school && township ? "学校或者乡镇" : school ? "学校" : township ? "乡镇" : "";
        return some.isEmpty() ? "教育局" : bureau ? some + "、教育局" : some;
    }
}
