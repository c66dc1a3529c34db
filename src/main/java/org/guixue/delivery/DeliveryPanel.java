package org.guixue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.form.FieldText;
import org.guixue.instrument.HandingOver;
import org.guixue.instrument.Instrument;

/** What was delivered of a paper, in words, for its page. */
@ApplicationScoped
public class DeliveryPanel implements HandingOver {
    private final Deliveries deliveries;
    private final Delivering delivering;

    @Inject
    public DeliveryPanel(Deliveries deliveries, Delivering delivering) {
        this.deliveries = deliveries;
        this.delivering = delivering;
    }

    @Override
    public Panel of(Caller caller, Instrument paper) {
        List<Delivery> made = deliveries.of(paper);
        boolean arrived = made.stream().anyMatch(each -> each.outcome() != DeliveryOutcome.FAILED);
        return new Panel(lines(made), arrived, delivering.mayDeliver(caller, paper));
    }

    static List<Line> lines(List<Delivery> made) {
        return made.stream().map(DeliveryPanel::line).toList();
    }

    private static Line line(Delivery made) {
        List<String> notes = new ArrayList<>();
        note(notes, "%s", receiver(made));
        note(notes, "送达人%s", String.join("、", made.deliverers()));
        note(notes, "见证人%s", made.witness());
        note(notes, "说明：%s", made.refusal());
        note(notes, "再次送达：%s", made.reason());
        note(notes, "由%s登记", made.recordedByName());
        if (!made.outcome().arrived()) {
            notes.add("期限没有起算");
        }
        made.startsOn().ifPresent(day -> notes.add("收到之日为%s".formatted(FieldText.date(day))));
        return new Line(
                made.deliveredOn().toString(), made.outcome().label(), String.join("，", notes) + "。", made.evidence());
    }

    private static String receiver(Delivery made) {
        return made.relation().isEmpty() ? made.receiver() : made.receiver() + "（" + made.relation() + "）";
    }

    private static void note(List<String> notes, String sentence, String what) {
        if (!what.isEmpty()) {
            notes.add(sentence.formatted(what.replaceFirst("[。；，、]+$", "")));
        }
    }
}
