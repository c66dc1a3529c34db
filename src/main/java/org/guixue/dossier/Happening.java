package org.guixue.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.guixue.casefile.Case;
import org.guixue.casefile.Persuasion;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;

/**
 * One thing that happened to a child.
 *
 * @param more further lines, plain text
 * @param paper id of the instrument, 0 where it is none
 * @param badge the instrument's state where it is not simply issued, else empty
 */
public record Happening(
        LocalDate on, String what, String serial, List<String> more, long paper, String badge, String tone) {
    public Happening {
        more = List.copyOf(more);
    }

    /** All of it, newest first; of one day what came last in the course of things first. */
    static List<Happening> of(List<Case> cases, List<Instrument> papers) {
        List<Happening> all = new ArrayList<>();
        for (Case each : cases) {
            all.add(new Happening(
                    each.openedOn(),
                    "建立劝返个案",
                    "",
                    List.of("原因：" + each.reason()),
                    0,
                    each.state().label(),
                    ""));
            List<Persuasion> persuasions = each.persuasions();
            for (int i = 0; i < persuasions.size(); i++) {
                all.add(of(persuasions.get(i), i + 1));
            }
        }
        papers.forEach(paper -> all.add(of(paper)));
        List<Happening> newestFirst = new ArrayList<>(all);
        Collections.reverse(newestFirst);
        newestFirst.sort(Comparator.comparing(Happening::on).reversed());
        return List.copyOf(newestFirst);
    }

    private static Happening of(Persuasion made, int number) {
        return new Happening(
                made.on(),
                "第%d次劝返".formatted(number),
                "",
                List.of(String.join("、", made.by()) + "，在" + made.place(), "做法：" + made.how(), "结果：" + made.result()),
                0,
                "",
                "");
    }

    private static Happening of(Instrument paper) {
        boolean plain = paper.state() == InstrumentState.ISSUED;
        return new Happening(
                paper.issuedOn(),
                "签发《%s》".formatted(paper.title()),
                paper.serial(),
                List.of(),
                paper.id(),
                plain ? "" : paper.state().label(),
                Tones.of(paper.state()));
    }
}
