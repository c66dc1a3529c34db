package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.workbook.Entry;
import org.guixue.workbook.Rows;
import org.guixue.workbook.Table;
import org.guixue.workbook.Workbook;

/**
 * Reads the file of an import, judges its rows and stages them, some hundred in a transaction; the file is passed over
 * twice, since a row may stand against an earlier one. Bounded memory. Writes nothing to the roster.
 */
@ApplicationScoped
public class RosterReading {
    private static final int CHUNK = 500;
    private static final int SKIPPED_TOLD = 50;
    private static final int HIDDEN_TOLD = 20;

    private final RosterImports imports;
    private final Staging staging;
    private final Clearing clearing;
    private final Judging judging;
    private final Offices offices;
    private final Clock clock;

    @Inject
    public RosterReading(
            RosterImports imports, Staging staging, Clearing clearing, Judging judging, Offices offices, Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.clearing = clearing;
        this.judging = judging;
        this.offices = offices;
        this.clock = clock;
    }

    /** What becomes of an import once its rows are judged, and what is said of it. */
    record Next(ImportState state, String note) {
        static final Next READY = new Next(ImportState.READY, "");
        static final Next APPLYING = new Next(ImportState.APPLYING, "");
    }

    /**
     * Leaves the import as {@code next} says of what was judged, or as it was ended meanwhile. In one step: an import that
     * goes on is never seen waiting for somebody, and cannot be dropped between the two.
     *
     * @throws Refused where the file cannot be taken for a roster; the import says so too
     */
    RosterImport read(long id, Function<RosterImport, Next> next) {
        RosterImport begun = imports.change(id, each -> {
            if (!each.state().ended()) {
                each.move(ImportState.READING, "", clock.instant());
            }
        });
        try {
            clearing.rows(id, true);
            return judge(begun, next);
        } catch (Refused e) {
            imports.change(id, each -> {
                if (each.state() == ImportState.READING) {
                    each.move(ImportState.UNREADABLE, Importing.words(e), clock.instant());
                }
            });
            clearing.all(id);
            throw e;
        }
    }

    /** Opens the workbook and finds the table, also for the error workbook. */
    static Table table(byte[] file) {
        Table table = Workbook.open(file).table(RosterColumns.HEADINGS);
        boolean identified = table.has(RosterColumns.NATIONAL_ID)
                || (table.has(RosterColumns.BORN_ON) && table.has(RosterColumns.SEX));
        if (!identified) {
            throw new ValuesRefused("file", "表头缺少：身份证号，或者出生日期和性别。请补上这些列，或改用通常的名称。");
        }
        return table;
    }

    private RosterImport judge(RosterImport begun, Function<RosterImport, Next> next) {
        long id = begun.id();
        Caller caller = begun.caller();
        Table table = table(imports.file(id));
        Set<String> without = caller.mayReadSensitive() ? Set.of() : RosterColumns.SENSITIVE;
        List<String> notGranted =
                without.stream().filter(table::has).map(table::heading).sorted().toList();
        RowReader reader = new RowReader(table, without);
        imports.change(id, each -> each.begin(table.rowsAtMost(), table.unknownHeadings(), notGranted));
        InFile inFile = new InFile();
        for (Rows rows = table.rows(); rows.hasNext(); ) {
            Entry entry = rows.next();
            if (!RowReader.isSample(entry)) {
                inFile.add(reader.read(entry));
            }
        }
        String evidence = "导入名册“%s”".formatted(begun.fileName());
        Judging.Course course =
                new Judging.Course(caller, places(caller, begun.school()), inFile, imports.decisions(id), evidence);
        Map<RowVerdict, Integer> counts = new EnumMap<>(RowVerdict.class);
        Rows rows = table.rows();
        List<RosterRow> chunk = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        while (rows.hasNext()) {
            Entry entry = rows.next();
            if (RowReader.isSample(entry)) {
                skipped.add("第%d行：样表里的示例".formatted(entry.number()));
            } else {
                chunk.add(reader.read(entry));
            }
            if (chunk.size() == CHUNK) {
                stage(id, course, chunk, counts);
            }
        }
        stage(id, course, chunk, counts);
        hidden(rows).ifPresent(told -> skipped.add(0, told));
        rows.skipped().stream()
                .limit(SKIPPED_TOLD)
                .forEach(each -> skipped.add("第%d行：%s（%s）".formatted(each.number(), each.reason(), each.text())));
        return imports.change(id, each -> {
            each.count(counts);
            each.skipped(skipped);
            if (each.state() == ImportState.READING) {
                Next then = next.apply(each);
                each.move(then.state(), then.note(), clock.instant());
            }
        });
    }

    /** Nobody should enter children without knowing it. */
    private static Optional<String> hidden(Rows rows) {
        String numbers =
                rows.hidden().stream().limit(HIDDEN_TOLD).map(String::valueOf).collect(Collectors.joining("、"));
        return rows.hiddenCount() == 0
                ? Optional.empty()
                : Optional.of("第%s行%s：在表格中是隐藏的，也读入了（共%d行）；不要的请取消隐藏、删去后重新上传"
                        .formatted(numbers, rows.hiddenCount() > HIDDEN_TOLD ? "等" : "", rows.hiddenCount()));
    }

    private void stage(long id, Judging.Course course, List<RosterRow> chunk, Map<RowVerdict, Integer> counts) {
        if (imports.find(id).orElseThrow().state() != ImportState.READING) {
            throw new Conflict("导入已放弃");
        }
        List<Judged> judged = judging.judge(course, chunk);
        staging.put(id, judged);
        judged.forEach(each -> counts.merge(each.verdict(), 1, Integer::sum));
        int done = chunk.isEmpty() ? 0 : chunk.get(chunk.size() - 1).number();
        chunk.clear();
        imports.change(id, each -> each.progress(Math.max(done, each.rowsDone())));
    }

    private Places places(Caller caller, OptionalLong school) {
        Office own = offices.find(caller.office()).orElseThrow();
        Office county = own.atOrAbove(OfficeKind.COUNTY_BUREAU).orElse(own);
        Optional<Office> meant = school.isPresent() ? offices.find(school.getAsLong()) : Optional.empty();
        return new Places(caller, own, meant, offices.within(county.scope()));
    }
}
