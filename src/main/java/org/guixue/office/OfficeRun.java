package org.guixue.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedVerdict;
import org.guixue.workbook.Table;

/** One pass over the rows within one transaction. Parents come first by their kind, wherever they stand in the file. */
final class OfficeRun {
    private final Caller caller;
    private final Establishment establishment;
    private final OfficeChecks checks;
    private final Map<String, Office> byCode = new LinkedHashMap<>();
    private final Map<String, Integer> rowOfCode = new HashMap<>();
    private final Map<String, Integer> rowOfMark = new HashMap<>();
    private final Map<String, Integer> rowOfFonds = new HashMap<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final Map<Integer, PlannedOffice> lines = new TreeMap<>();
    private final List<Office> named = new ArrayList<>();

    /** A row that cannot be taken, for its values. */
    private static final class Rejected extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Violation> violations;

        Rejected(List<Violation> violations) {
            super("row refused", null, false, false);
            this.violations = violations;
        }
    }

    OfficeRun(Caller caller, Establishment establishment, OfficeChecks checks, List<Office> known) {
        this.caller = caller;
        this.establishment = establishment;
        this.checks = checks;
        known.forEach(office -> byCode.put(office.code(), office));
    }

    void take(List<OfficeRow> rows) {
        rows.stream()
                .sorted(Comparator.comparing((OfficeRow row) -> kindOf(row)).thenComparing(OfficeRow::number))
                .forEach(this::take);
    }

    ImportPlan<PlannedOffice> plan(Table table) {
        List<String> ignored = table.unknownHeadings().stream()
                .filter(title -> !title.equals("序号") && !title.equals("状态"))
                .toList();
        return new ImportPlan<>(List.copyOf(lines.values()), ignored);
    }

    /** Those that need a seal. */
    List<Office> named() {
        return named;
    }

    private OfficeKind kindOf(OfficeRow row) {
        Office known = byCode.get(row.code());
        return known == null ? row.kind().orElse(OfficeKind.SCHOOL) : known.kind();
    }

    private void take(OfficeRow row) {
        try {
            lines.put(row.number(), line(row));
        } catch (Rejected e) {
            refused.putIfAbsent(row.code(), row.number());
            refused.putIfAbsent(row.name(), row.number());
            lines.put(
                    row.number(),
                    new PlannedOffice(
                            row.number(),
                            row.name(),
                            row.code(),
                            PlannedVerdict.REFUSED,
                            e.violations.stream().map(row::reason).toList()));
        }
    }

    /** Everything that is wrong with it at once, so that no second round brings more. */
    private PlannedOffice line(OfficeRow row) throws Rejected {
        List<Violation> found = new ArrayList<>(row.violations());
        repeated(rowOfCode, row.code(), row, "code", "与第%d行的代码重复").ifPresent(found::add);
        repeated(rowOfMark, row.mark(), row, "mark", "与第%d行的代字重复，同一县内不能重复").ifPresent(found::add);
        repeated(rowOfFonds, row.fonds(), row, "fonds", "与第%d行的全宗号重复").ifPresent(found::add);
        Office known = byCode.get(row.code());
        return known == null ? founded(row, found) : corrected(row, known, found);
    }

    /** What another row of the table said before, whatever became of that row. */
    private static Optional<Violation> repeated(
            Map<String, Integer> rows, String value, OfficeRow row, String field, String sentence) {
        Integer earlier = value.isEmpty() ? null : rows.putIfAbsent(value, row.number());
        return Optional.ofNullable(earlier).map(number -> new Violation(field, sentence.formatted(number)));
    }

    private PlannedOffice founded(OfficeRow row, List<Violation> found) throws Rejected {
        OfficeKind kind = row.kind().orElse(null);
        if (kind == null) {
            found.add(new Violation("kind", "新单位请填写类型：学校、乡镇或县级教育局"));
            throw rejected(found);
        }
        Office parent = parent(row, kind, found);
        if (parent.closed()) {
            found.add(new Violation("parent", "“%s”已撤销，不能再设下级单位".formatted(parent.name())));
        }
        OfficeDetails details = row.below(parent, kind);
        found.addAll(checks.refusals(parent, details));
        refuse(found);
        Office office = establishment.write(caller, parent, details);
        byCode.put(office.code(), office);
        named.add(office);
        return new PlannedOffice(
                row.number(),
                office.name(),
                office.code(),
                PlannedVerdict.ADDED,
                List.of(
                        "设在“" + parent.name() + "”下面",
                        "代字“" + office.mark() + "”，所属地区“" + office.region() + "”，全宗"
                                + office.ownFonds().map(own -> "号" + own).orElse("随上级")));
    }

    private PlannedOffice corrected(OfficeRow row, Office known, List<Violation> found) throws Rejected {
        String given = row.parent();
        Office parent = known.parent().orElse(null);
        if (!given.isEmpty() && (parent == null || !(given.equals(parent.name()) || given.equals(parent.code())))) {
            found.add(
                    new Violation("parent", "该单位现在属于“%s”，导入不能改变上级单位".formatted(parent == null ? "无" : parent.name())));
        }
        OfficeDetails before = OfficeDetails.of(known);
        OfficeDetails details = row.over(known);
        List<String> changes = row.changes(before, details, known.allAbove());
        if (!changes.isEmpty()) {
            found.addAll(checks.corrections(known, details));
        }
        refuse(found);
        if (changes.isEmpty()) {
            return new PlannedOffice(row.number(), known.name(), known.code(), PlannedVerdict.UNCHANGED, List.of());
        }
        if (establishment.rewrite(caller, known, details)) {
            named.add(known);
        }
        return new PlannedOffice(row.number(), known.name(), known.code(), PlannedVerdict.CHANGED, changes);
    }

    private Office parent(OfficeRow row, OfficeKind kind, List<Violation> found) throws Rejected {
        try {
            return parent(row, kind);
        } catch (Rejected e) {
            found.addAll(e.violations);
            throw rejected(found);
        }
    }

    private Office parent(OfficeRow row, OfficeKind kind) throws Rejected {
        String given = row.parent();
        if (given.isEmpty()) {
            return Optional.of(kind)
                    .filter(OfficeKind.TOWNSHIP::equals)
                    .flatMap(township -> byCode.values().stream()
                            .filter(office -> office.id() == caller.office())
                            .findFirst())
                    .orElseThrow(() -> rejected("parent", "新单位请填写上级单位的名称或代码"));
        }
        Office coded = byCode.get(given);
        if (coded != null) {
            return coded;
        }
        List<Office> namesakes = byCode.values().stream()
                .filter(office -> office.name().equals(given))
                .toList();
        if (namesakes.size() > 1) {
            throw rejected("parent", "有%d个单位叫“%s”，请改写单位代码".formatted(namesakes.size(), OfficeRow.shortened(given)));
        }
        if (namesakes.isEmpty()) {
            Integer other = refused.get(given);
            throw rejected(
                    "parent",
                    other == null
                            ? "本县和本表都没有“%s”，请核对名称或改写代码".formatted(OfficeRow.shortened(given))
                            : "“%s”（第%d行）没有通过，请先改正那一行".formatted(OfficeRow.shortened(given), other));
        }
        return namesakes.get(0);
    }

    private static void refuse(List<Violation> violations) throws Rejected {
        if (!violations.isEmpty()) {
            throw rejected(violations);
        }
    }

    /** At most one of a field: the first says it. */
    private static Rejected rejected(List<Violation> violations) {
        Map<String, Violation> first = new LinkedHashMap<>();
        violations.forEach(violation -> first.putIfAbsent(violation.field(), violation));
        return new Rejected(List.copyOf(first.values()));
    }

    private static Rejected rejected(String field, String message) {
        return new Rejected(List.of(new Violation(field, message)));
    }
}
