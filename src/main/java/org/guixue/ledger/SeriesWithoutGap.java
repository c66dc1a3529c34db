package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.guixue.ledger.FiguresFinding.Disagreement;

/** The numbers of each series follow each other from 1; void papers keep theirs. */
@ApplicationScoped
public class SeriesWithoutGap implements FiguresCheck {
    private static final int SHOWN = 20;

    private final WorkReading work;

    @Inject
    public SeriesWithoutGap(WorkReading work) {
        this.work = work;
    }

    @Override
    public List<FiguresFinding> of(Reported asked) {
        List<Disagreement> gaps = new ArrayList<>();
        List<WorkReading.Series> all = work.series(asked);
        for (WorkReading.Series each : all) {
            if (each.count() != each.last()) {
                gaps.add(new Disagreement(
                        0,
                        each.office() + " " + each.example(),
                        "编至" + each.last() + "号",
                        "实有" + each.count() + "份，缺" + missing(each),
                        "请系统管理员核对档案登记",
                        "/admin/audit"));
            }
        }
        return List.of(new FiguresFinding(
                "number-series", "每个文号系列从1号起不缺号", "本单位规定", all.size() + "个系列", "缺号" + gaps.size() + "个", gaps));
    }

    private String missing(WorkReading.Series series) {
        List<Long> present = work.numbers(series.key());
        return LongStream.rangeClosed(1, series.last())
                .filter(number -> !present.contains(number))
                .limit(SHOWN)
                .mapToObj(number -> number + "号")
                .collect(Collectors.joining("、"));
    }
}
