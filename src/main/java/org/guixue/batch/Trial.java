package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.instrument.Subject;
import org.guixue.instrument.Subjects;
import org.guixue.instrument.issuing.Check;
import org.guixue.instrument.issuing.Checked;
import org.guixue.instrument.issuing.IssueOrder;

/** Whether a paper of a batch could be issued now, by the very check that issuing makes; nothing is written. */
@ApplicationScoped
public class Trial {
    private final Check check;
    private final Subjects subjects;

    @Inject
    public Trial(Check check, Subjects subjects) {
        this.check = check;
        this.subjects = subjects;
    }

    /**
     * What came of it.
     *
     * @param violations why it cannot be issued; empty where it can
     * @param digest of what would stand on the paper; empty where it cannot
     * @param doubts what was given otherwise than the records have it, and may stand
     */
    public record Outcome(List<Violation> violations, String digest, List<Violation> doubts) {
        public Outcome {
            violations = List.copyOf(violations);
            doubts = List.copyOf(doubts);
        }

        /** One that no words could mend. */
        static Outcome blocked(String why) {
            return blocked(List.of(new Violation("student", why)));
        }

        private static Outcome blocked(List<Violation> why) {
            return new Outcome(why, "", List.of());
        }

        boolean passes() {
            return violations.isEmpty();
        }

        /** All reasons in one sentence. */
        String fault() {
            return violations.stream()
                    .map(violation -> violation.message().replaceFirst("[。；]$", ""))
                    .collect(Collectors.joining("；"));
        }
    }

    Outcome of(Caller caller, Form form, Subjects.Named named, Map<String, Object> values) {
        try {
            Subject subject = subjects.resolve(caller, form, named);
            Checked checked = check.check(caller, new IssueOrder(form.id(), subject, values));
            return new Outcome(List.of(), checked.presented().digest().hex(), checked.doubts());
        } catch (ValuesRefused e) {
            return Outcome.blocked(e.violations());
        } catch (Refused e) {
            return Outcome.blocked(List.of(new Violation("", String.valueOf(e.getMessage()))));
        }
    }

    /** What the paper would say, wherever the values come from. */
    Check.Assessed assess(Caller caller, Form form, Subjects.Named named, Map<String, Object> values) {
        return check.assess(caller, form, subjects.resolve(caller, form, named), values);
    }
}
