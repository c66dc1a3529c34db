package org.guixue.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.person.Student;

/** A line that named nobody, written again: whom it means now takes its place in the batch, with the words that it had. */
@ApplicationScoped
public class Mending {
    static final int LONGEST = 100;
    private static final String WHERE = "^第\\d+行：";

    private final Choosing choosing;
    private final ChildrenBatch children;
    private final Clock clock;

    @Inject
    public Mending(Choosing choosing, ChildrenBatch children, Clock clock) {
        this.choosing = choosing;
        this.children = children;
        this.clock = clock;
    }

    /**
     * Still nobody, with the reason, where it cannot be told who is meant. Part of the open transaction.
     *
     * @param taken the children of the batch; whom the line means is added
     */
    void mend(Caller caller, Form form, BatchItem item, String line, Set<Long> taken) {
        List<Wanted> wanted = PastedNames.read(line);
        if (wanted.size() != 1 || line.length() > LONGEST) {
            item.isNobody(item.label(), "一行只写一名学生，最多%d个字".formatted(LONGEST), clock.instant());
            return;
        }
        Chosen chosen = choosing.named(caller, wanted);
        if (chosen.children().isEmpty()) {
            item.isNobody(line.strip(), chosen.missed().get(0).why().replaceFirst(WHERE, ""), clock.instant());
            return;
        }
        Student child = chosen.children().get(0);
        if (!taken.add(child.id())) {
            item.isNobody(line.strip(), "%s已经在这一批里，不用再写；不要这一行的，请勾选“不签发”".formatted(child.name()), clock.instant());
            return;
        }
        ChildrenBatch.Sought sought = children.line(caller, form, child, item.own());
        item.means(sought.line(), sought.fault(), clock.instant());
    }
}
