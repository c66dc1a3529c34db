package org.guixue.form;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.Roll;

/**
 * Who must do what by when, and by what it is done: one entry under {@code rules} in jurisdiction.json. A rule without
 * {@link #during} that hangs on the calendar is each office's; every other one is about a case. Immutable.
 *
 * @param jurisdiction whose rule it is
 * @param title what is to be done, in a few words; never a diagnosis or a ground
 * @param offset moves the trigger's day, perhaps backwards
 * @param which of several events of one kind it hangs on
 * @param who the kinds of office that must act; several for 「各级」
 * @param within by when, from the trigger's day; several for stages that are each confirmed once
 * @param repeated the (one) span comes again and again
 * @param ends the span of repeats ends with the sixteenth birthday, whatever the state then is
 * @param to who gets it, nearest first; an office that has none above gives it to the one directly above
 * @param source the document and clause that it comes from
 * @param origin 本单位规定 where its number is in no source
 * @param doneBy any of these does it
 * @param during the states of a case in which it holds; leaving them stops it
 * @param ground why the period must have been granted, such as REFUSAL
 * @param unless another rule, in whose place it steps once that is done
 * @param off an inherited rule of that id does not hold here
 */
public record Rule(
        String id,
        String jurisdiction,
        String title,
        RuleTrigger trigger,
        Optional<Period> offset,
        Which which,
        List<Actor> who,
        String must,
        List<RuleSpan> within,
        boolean repeated,
        boolean ends,
        Roll roll,
        List<OfficeKind> to,
        String source,
        Optional<String> origin,
        List<Proof> doneBy,
        Optional<Window> window,
        Set<String> during,
        Optional<String> ground,
        Optional<String> unless,
        Optional<Escalation> escalate,
        boolean off) {
    public Rule {
        who = List.copyOf(who);
        within = List.copyOf(within);
        to = List.copyOf(to);
        doneBy = List.copyOf(doneBy);
        during = Set.copyOf(during);
    }

    /** Whether it is about a case, not about an office's own work. */
    public boolean aboutCase() {
        return !during.isEmpty() || !trigger.onCalendar();
    }

    /** Which of several events of a kind counts. */
    public enum Which {
        /** The first of the absence; later ones change nothing. */
        FIRST,
        /** The newest; each puts it off. */
        LAST,
        /** The first that nothing has answered yet. */
        EACH
    }

    /** Who must act. */
    public enum Actor {
        SCHOOL("学校"),
        TOWNSHIP("乡镇"),
        COUNTY_BUREAU("教育局"),
        CITY("市级教育部门"),
        PROVINCE("省级教育部门"),
        /** Whoever leads the case. */
        LEAD("牵头单位"),
        /** To whom the case was handed over. */
        RECEIVER("接收单位"),
        /** The parents; it stands in the list of whoever leads the case, to look after it. */
        GUARDIAN("监护人");

        private final String label;

        Actor(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What does it: an issued paper, a submitted ledger or an event.
     *
     * @param name the form's or ledger's id, or the event's kind
     * @param delivered the paper must have been received
     * @param joint the persuasion must have been a joint one
     */
    public record Proof(Kind kind, String name, Subject subject, boolean delivered, boolean joint) {
        /** What it is. */
        public enum Kind {
            FORM,
            LEDGER,
            EVENT
        }

        /** Whose it must be. */
        public enum Subject {
            /** Of the same case, or of the same child. */
            CASE,
            /** Issued by the office that must act. */
            ISSUER,
            /** About the office that must act. */
            OFFICE
        }
    }

    /** From and until when what does it counts, from the trigger's day. */
    public record Window(Optional<Period> from, Optional<Period> until) {}

    /** After how long it shows at which office. */
    public record Escalation(Period after, OfficeKind to) {}
}
