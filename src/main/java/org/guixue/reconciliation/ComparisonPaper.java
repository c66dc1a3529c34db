package org.guixue.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.office.Office;

/**
 * What the table of a comparison says: how many there are of each kind and what was taken, then one by one. Where they are more
 * than a paper holds, those in which ours was taken, so that nothing changed, are left to their numbers. Values of health and
 * disability stand elsewhere (另册保管).
 */
@ApplicationScoped
public class ComparisonPaper {
    /** As many as the form's table holds. */
    static final int MOST_ROWS = 3_000;

    private static final int AT_ONCE = 1_000;
    private static final String NONE = "（无）";
    private static final String KEPT_ELSEWHERE = "另册保管";
    private static final String LEFT = "待核";

    private final RegisterFindings findings;
    private final Clock clock;

    @Inject
    public ComparisonPaper(RegisterFindings findings, Clock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    /** Part of the open transaction. */
    Map<String, Object> values(Reconciliation of, Office office) {
        List<FindingCount> counts = findings.counts(of.id(), true);
        int all = counts.stream().mapToInt(FindingCount::count).sum();
        int ours = counts.stream()
                .filter(each -> each.taken().equals(Taken.HERE.name()))
                .mapToInt(FindingCount::count)
                .sum();
        boolean tooMany = all > MOST_ROWS;
        if (tooMany && all - ours > MOST_ROWS) {
            throw new Conflict("除“以本系统为准”的以外还有%d条，一张比对表最多列%d条；请分学校、分批上传名册后分别出具".formatted(all - ours, MOST_ROWS));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("comparedOn", comparedOn(of).toString());
        values.put("area", office.name());
        values.put("register", of.registerName());
        values.put("file", within(of.fileName(), 120));
        values.put("digest", of.sha256());
        values.put("count", of.rowsRead());
        values.put("same", of.same());
        values.put("results", results(counts));
        values.put("differences", differences(of, tooMany));
        if (tooMany) {
            values.put("unlisted", "以本系统为准的%d条没有改动名册，未逐条列出。".formatted(ours));
        }
        if (of.register().sensitive()) {
            values.put("guarded", KEPT_ELSEWHERE);
        }
        return values;
    }

    private LocalDate comparedOn(Reconciliation of) {
        ZoneId zone = clock.getZone();
        return of.comparedAt().orElse(clock.instant()).atZone(zone).toLocalDate();
    }

    private static List<Map<String, Object>> results(List<FindingCount> counts) {
        Map<String, Map<String, Object>> lines = new LinkedHashMap<>();
        for (FindingKind kind : FindingKind.values()) {
            counts.stream().filter(each -> each.kind() == kind).forEach(each -> {
                Map<String, Object> line = lines.computeIfAbsent(what(kind, each.field()), ComparisonPaper::blank);
                String column = each.open()
                        ? "left"
                        : switch (Taken.valueOf(each.taken())) {
                            case HERE -> "here";
                            case THERE -> "there";
                            case ENQUIRE -> "enquire";
                        };
                line.merge(column, each.count(), ComparisonPaper::sum);
                line.merge("found", each.count(), ComparisonPaper::sum);
            });
        }
        return List.copyOf(lines.values());
    }

    private static Map<String, Object> blank(String what) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", what);
        List.of("found", "here", "there", "enquire", "left").forEach(column -> line.put(column, 0));
        return line;
    }

    private static Object sum(Object one, Object other) {
        return (Integer) one + (Integer) other;
    }

    private static String what(FindingKind kind, String field) {
        return kind == FindingKind.DIFFERENT ? RegisterFinding.label(field) : kind.label();
    }

    private List<Map<String, Object>> differences(Reconciliation of, boolean withoutOurs) {
        List<Map<String, Object>> lines = new ArrayList<>();
        FindingFilter all = FindingFilter.all(of.id(), true);
        List<RegisterFinding> some = findings.page(all, 0, AT_ONCE);
        for (int from = 0; !some.isEmpty(); ) {
            some.stream()
                    .filter(each -> !withoutOurs
                            || each.settlement()
                                    .taken()
                                    .filter(Taken.HERE::equals)
                                    .isEmpty())
                    .map(ComparisonPaper::line)
                    .forEach(lines::add);
            from += AT_ONCE;
            some = findings.page(all, from, AT_ONCE);
        }
        return lines;
    }

    private static Map<String, Object> line(RegisterFinding each) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", each.name());
        put(line, "number", each.maskedId());
        line.put("what", what(each.kind(), each.field()));
        line.put("here", each.sensitive() ? KEPT_ELSEWHERE : orNone(each.here()));
        line.put("there", each.sensitive() ? KEPT_ELSEWHERE : orNone(each.there()));
        line.put("taken", each.settlement().taken().map(Taken::label).orElse(LEFT));
        put(line, "note", note(each));
        return line;
    }

    private static String note(RegisterFinding each) {
        String note = each.settlement().note();
        return within(note.isEmpty() ? each.settlement().outcome() : note, 200);
    }

    private static void put(Map<String, Object> line, String name, String text) {
        Optional.of(text).filter(words -> !words.isEmpty()).ifPresent(words -> line.put(name, words));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : within(text, 220);
    }

    private static String within(String text, int most) {
        return text.codePointCount(0, text.length()) > most
                ? text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…"
                : text;
    }
}
