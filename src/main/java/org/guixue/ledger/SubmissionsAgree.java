package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.calendar.Reporting;
import org.guixue.form.Ledger;
import org.guixue.form.LedgerCheck;
import org.guixue.instrument.Instrument;
import org.guixue.ledger.FiguresFinding.Disagreement;
import org.guixue.office.Office;

/** What was submitted equals what lies under it: on record, on the level below, in the other ledgers; and nobody is missing. */
@ApplicationScoped
public class SubmissionsAgree implements FiguresCheck {
    /** Each is computed anew for its office. */
    private static final int MOST_READ_ANEW = 60;

    private static final String LINKED = "西教〔2020〕3号 四（城区、各镇、村、校台账数据保持联动、精准、一致）";
    private static final String TRUE = "赣县教基字〔2021〕10号（真实准确、人账相符）";

    private final LedgerDesk desk;
    private final LedgerReading reading;
    private final Computing computing;
    private final SubmittedLedgers submitted;

    @Inject
    public SubmissionsAgree(LedgerDesk desk, LedgerReading reading, Computing computing, SubmittedLedgers submitted) {
        this.desk = desk;
        this.reading = reading;
        this.computing = computing;
        this.submitted = submitted;
    }

    @Override
    public List<FiguresFinding> of(Reported asked) {
        List<FiguresFinding> findings = new ArrayList<>();
        Map<Reporting.Kind, List<Ledger>> ledgers =
                desk.ledgers(asked.office()).stream().collect(Collectors.groupingBy(Ledger::period));
        ledgers.forEach((kind, those) -> findings.addAll(of(asked, Reporting.of(kind, asked.asOf()), those)));
        return findings;
    }

    /** All ledgers of one period, so that what they tell of lies in memory for that period alone. */
    private List<FiguresFinding> of(Reported asked, Reporting period, List<Ledger> ledgers) {
        List<FiguresFinding> findings = new ArrayList<>();
        List<Office> offices = desk.allOffices();
        ReadPopulations read = computing.read(desk.reported(asked.office(), period));
        for (Ledger ledger : ledgers) {
            ReportingLine line = new ReportingLine(offices, ledger.levels());
            List<Office> all = line.submitters(asked.office());
            Map<Long, Instrument> papers = submitted.latest(ledger.id(), all, period);
            if (!papers.isEmpty()) {
                Level level = new Level(ledger, period, line, all, papers, read);
                findings.addAll(level.findings(asked));
            }
            ledger.checks()
                    .forEach(check -> figure(ledger, check, asked, period).ifPresent(findings::add));
        }
        return findings;
    }

    /** One ledger's figure against another's, where the office submitted both. */
    private Optional<FiguresFinding> figure(Ledger ledger, LedgerCheck check, Reported asked, Reporting period) {
        Optional<Ledger> other = desk.ledgers(asked.office()).stream()
                .filter(each -> each.id().equals(check.ledger()))
                .findFirst();
        Optional<Content> here = submitted
                .latest(ledger.id(), asked.office(), period)
                .map(paper -> SubmittedLedgers.content(paper, ledger));
        Optional<Content> there = other.flatMap(each -> submitted
                .latest(each.id(), asked.office(), Reporting.of(each.period(), asked.asOf()))
                .map(paper -> SubmittedLedgers.content(paper, each)));
        if (here.isEmpty() || there.isEmpty()) {
            return Optional.empty();
        }
        int mine = here.get().figure(check.here()).intValue();
        int theirs = there.get().figure(check.there()).intValue();
        String title =
                "《%s》与《%s》的数字相等".formatted(ledger.title(), other.orElseThrow().title());
        return Optional.of(new FiguresFinding(
                "ledger-figure/" + ledger.id() + "/" + check.here(),
                title,
                check.source(),
                Integer.toString(mine),
                Integer.toString(theirs),
                mine == theirs
                        ? List.of()
                        : List.of(new Disagreement(
                                0,
                                asked.office().name(),
                                Integer.toString(mine),
                                Integer.toString(theirs),
                                "核对后更正报送",
                                address(ledger, asked.office(), period)))));
    }

    private static String address(Ledger ledger, Office office, Reporting period) {
        return "/ledgers/%s?period=%s&office=%d".formatted(ledger.id(), period.name(), office.id());
    }

    /** One ledger for one period at all offices that submit it. */
    private final class Level {
        private final Ledger ledger;
        private final Reporting period;
        private final ReportingLine line;
        private final List<Office> all;
        private final Map<Long, Instrument> papers;
        private final ReadPopulations read;

        Level(
                Ledger ledger,
                Reporting period,
                ReportingLine line,
                List<Office> all,
                Map<Long, Instrument> papers,
                ReadPopulations read) {
            this.ledger = ledger;
            this.period = period;
            this.line = line;
            this.all = all;
            this.papers = papers;
            this.read = read;
        }

        List<FiguresFinding> findings(Reported asked) {
            List<FiguresFinding> findings = new ArrayList<>();
            List<Office> below = line.below(asked.office(), false);
            if (!below.isEmpty()) {
                findings.add(missing(below));
            }
            findings.add(levels());
            if (ledger.rows().per().isEmpty()) {
                ReadRows rows = new ReadRows(
                        Computing.byReporter(ledger, desk.reported(asked.office(), period), line, read), bases());
                findings.add(rows.current());
                findings.add(rows.twice());
            } else {
                findings.add(figures());
            }
            return findings;
        }

        private List<Office> bases() {
            return all.stream()
                    .filter(office -> papers.containsKey(office.id())
                            && line.below(office, false).isEmpty())
                    .toList();
        }

        private FiguresFinding missing(List<Office> below) {
            List<Disagreement> missing = below.stream()
                    .filter(office -> !papers.containsKey(office.id()))
                    .map(office ->
                            new Disagreement(0, office.name(), "应报", "未报", "催报", address(ledger, office, period)))
                    .toList();
            return new FiguresFinding(
                    "ledger-missing/" + ledger.id(),
                    "《%s》%s各单位都已报送".formatted(ledger.title(), period.label()),
                    ledger.source(),
                    "应报" + below.size() + "个",
                    "未报" + missing.size() + "个",
                    missing);
        }

        /** What an office above submitted against the sum of what was submitted to it. */
        private FiguresFinding levels() {
            List<Disagreement> different = new ArrayList<>();
            int count = 0;
            for (Office office : all) {
                if (papers.containsKey(office.id())
                        && !line.below(office, false).isEmpty()) {
                    count++;
                    for (Difference each :
                            reading.read(ledger, office, period, read).differences()) {
                        different.add(said(each, office, "按下级现报汇总更正报送"));
                    }
                }
            }
            return new FiguresFinding(
                    "ledger-levels/" + ledger.id(),
                    "《%s》%s上级报送数等于下级报送之和".formatted(ledger.title(), period.label()),
                    LINKED,
                    count + "个汇总单位",
                    "不等" + different.size() + "处",
                    different);
        }

        /** Figures that the offices at the bottom submitted, against those on record; of a county, of its first offices. */
        private FiguresFinding figures() {
            List<Disagreement> different = new ArrayList<>();
            List<Office> bases = bases().stream().limit(MOST_READ_ANEW).toList();
            for (Office office : bases) {
                for (Difference each :
                        reading.read(ledger, office, period, read).differences()) {
                    different.add(said(each, office, "核对后更正报送"));
                }
            }
            return new FiguresFinding(
                    "ledger-current/" + ledger.id(),
                    "《%s》%s所报与系统现有记录一致".formatted(ledger.title(), period.label()),
                    TRUE,
                    bases.size() + "个单位",
                    "不一致" + different.size() + "处",
                    different);
        }

        private Disagreement said(Difference each, Office office, String mend) {
            return new Disagreement(
                    child(each.key()),
                    each.name(),
                    office.name() + "所报：" + papers.get(office.id()).serial(),
                    masked(each),
                    mend,
                    address(ledger, office, period));
        }

        /** Which column changed, not the values: they may be a number of a person. */
        private String masked(Difference each) {
            return each.kind() == Difference.Kind.CHANGED
                    ? ledger.column(each.column())
                            .map(column -> column.label() + "有变动")
                            .orElse("有变动")
                    : each.kind() == Difference.Kind.ADDED ? "报送件里没有" : "现在不在列";
        }

        private static long child(String key) {
            return key.matches("s\\d{1,18}") ? Long.parseLong(key.substring(1)) : 0;
        }

        /** The rows on record by reporter, against those that the offices at the bottom submitted. */
        private final class ReadRows {
            private final Map<Long, List<Map<String, Object>>> onRecord;
            private final List<Office> bases;

            ReadRows(Map<Long, List<Map<String, Object>>> onRecord, List<Office> bases) {
                this.onRecord = onRecord;
                this.bases = bases;
            }

            private Content submittedBy(Office office) {
                return SubmittedLedgers.content(papers.get(office.id()), ledger);
            }

            FiguresFinding current() {
                List<Disagreement> different = new ArrayList<>();
                int count = 0;
                for (Office office : bases) {
                    Content then = submittedBy(office);
                    count += then.count();
                    Content now = new Content(onRecord.getOrDefault(office.id(), List.of()), Map.of());
                    Difference.between(ledger, then, now).stream()
                            .filter(each -> !each.isTyped(ledger))
                            .forEach(each -> different.add(said(each, office, "核对后更正报送")));
                }
                return new FiguresFinding(
                        "ledger-current/" + ledger.id(),
                        "《%s》%s所报与系统现有记录一致".formatted(ledger.title(), period.label()),
                        TRUE,
                        "报送" + count + "行",
                        "不一致" + different.size() + "处",
                        different);
            }

            FiguresFinding twice() {
                Map<String, Office> seen = new HashMap<>();
                List<Disagreement> twice = new ArrayList<>();
                for (Office office : bases) {
                    for (Map<String, Object> row : submittedBy(office).rows()) {
                        String key = String.valueOf(row.get(Ledger.KEY));
                        Office other = seen.putIfAbsent(key, office);
                        if (other != null && child(key) > 0) {
                            twice.add(new Disagreement(
                                    child(key),
                                    String.valueOf(row.getOrDefault(
                                            ledger.columns().get(0).name(), "")),
                                    other.name() + "已报",
                                    office.name() + "又报",
                                    "核对学籍所在学校后，由一方更正报送",
                                    address(ledger, office, period)));
                        }
                    }
                }
                return new FiguresFinding(
                        "ledger-twice/" + ledger.id(),
                        "《%s》%s没有一名学生由两个单位上报".formatted(ledger.title(), period.label()),
                        TRUE,
                        bases.size() + "个单位",
                        "重复" + twice.size() + "名",
                        twice);
            }
        }
    }
}
