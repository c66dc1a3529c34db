package org.guixue.form;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What sets a rule going: a day of the calendar, something that happened in a case, or a rule that was missed.
 *
 * @param detail the day of {@code DAY}, the season of a term, the event, the state or the other rule; else empty
 */
public record RuleTrigger(Kind kind, String detail) {
    /** The kinds of event, as {@code casefile.history.EventKind} names them. */
    static final Set<String> EVENTS = Set.of(
            "OPENED ENQUIRED CONFIRMED CLEARED PERSUADED NOTICE_RECEIVED REPORTED_UP ORDERED ADMONISHED COURT RETURNED "
                    .concat("REFUSED_BY_SCHOOL PLACED VOCATIONAL ELSEWHERE APPLIED OPINION DECIDED FILED WATCHED ")
                    .concat("STRIKE_OFF_PROPOSED SENT_BACK STRUCK_OFF RELAPSED HANDED_OVER ACCEPTED")
                    .split(" "));

    /** The states of a case, as {@code casefile.history.CaseState} names them. */
    static final Set<String> STATES = Set.of("SUSPECTED OUT RETURNED VOCATIONAL ELSEWHERE DEFERRED SUSPENDED"
            .concat(" HOME_TUITION APPLYING CLEARED STRUCK_OFF")
            .split(" "));

    private static final Pattern DAY = Pattern.compile("(--|\\d{4}-)(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    private static final Pattern SEASON = Pattern.compile("(term-start|term-end|holiday-start):(spring|autumn)");

    /** What it hangs on. */
    public enum Kind {
        /** A day of each year, {@code --08-31}, or of one, {@code 2021-03-20}. */
        DAY,
        YEAR,
        SCHOOL_YEAR,
        QUARTER,
        MONTH,
        MONTH_END,
        WEEK,
        TERM_START,
        TERM_END,
        /** The day after a term's last. */
        HOLIDAY_START,
        EVENT,
        /** Since the case stands so. */
        STATE,
        /** The last day of a granted period. */
        UNTIL,
        /** The child's sixteenth birthday. */
        SIXTEEN,
        LAST_ATTENDED,
        /** A try to deliver a paper that failed. */
        DELIVERY_FAILED,
        /** The day on which a return was promised last. */
        PROMISED,
        /** The last day that the newest order gives, counted from its receipt. */
        ORDER_UNTIL,
        /** The last day of another rule, which was not kept. */
        MISSED
    }

    /** Whether the calendar alone sets it going. */
    public boolean onCalendar() {
        return kind.compareTo(Kind.EVENT) < 0;
    }

    /**
     * As it is written.
     *
     * @throws IllegalArgumentException for anything else
     */
    static RuleTrigger parse(String text) {
        if (DAY.matcher(text).matches()) {
            return new RuleTrigger(Kind.DAY, text);
        }
        if (EVENTS.contains(text)) {
            return new RuleTrigger(Kind.EVENT, text);
        }
        if (text.equals("notice-received")) {
            return new RuleTrigger(Kind.EVENT, "NOTICE_RECEIVED");
        }
        if (text.startsWith("missed:") && text.length() > "missed:".length()) {
            return new RuleTrigger(Kind.MISSED, text.substring("missed:".length()));
        }
        if (text.startsWith("state:") && STATES.contains(text.substring("state:".length()))) {
            return new RuleTrigger(Kind.STATE, text.substring("state:".length()));
        }
        boolean season = SEASON.matcher(text).matches();
        String word = season ? text.substring(0, text.indexOf(':')) : text;
        Kind kind =
                switch (word) {
                    case "year" -> Kind.YEAR;
                    case "school-year" -> Kind.SCHOOL_YEAR;
                    case "quarter" -> Kind.QUARTER;
                    case "month" -> Kind.MONTH;
                    case "month-end" -> Kind.MONTH_END;
                    case "week" -> Kind.WEEK;
                    case "term-start" -> Kind.TERM_START;
                    case "term-end" -> Kind.TERM_END;
                    case "holiday-start" -> Kind.HOLIDAY_START;
                    case "until" -> Kind.UNTIL;
                    case "sixteen" -> Kind.SIXTEEN;
                    case "last-attended" -> Kind.LAST_ATTENDED;
                    case "delivery-failed" -> Kind.DELIVERY_FAILED;
                    case "promised" -> Kind.PROMISED;
                    case "order-until" -> Kind.ORDER_UNTIL;
                    default -> throw new IllegalArgumentException("expected a trigger, found: " + text);
                };
        return new RuleTrigger(kind, season ? text.substring(text.indexOf(':') + 1) : "");
    }

    /** As it was written. */
    @Override
    public String toString() {
        String word = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return switch (kind) {
            case DAY, EVENT -> detail;
            default -> detail.isEmpty() ? word : word + ":" + detail;
        };
    }
}
