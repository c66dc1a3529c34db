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

    private PlannedOffice line(OfficeRow row) throws Rejected {
        refuse(row.violations());
        Integer earlier = rowOfCode.putIfAbsent(row.code(), row.number());
        if (earlier != null) {
            throw rejected("code", "与第%d行的代码重复".formatted(earlier));
        }
        Office known = byCode.get(row.code());
        return known == null ? founded(row) : corrected(row, known);
    }

    private PlannedOffice founded(OfficeRow row) throws Rejected {
        OfficeKind kind = row.kind().orElse(null);
        if (kind == null) {
            throw rejected("kind", "新单位请填写类型：学校、乡镇或县级教育局");
        }
        Office parent = parent(row, kind);
        if (parent.closed()) {
            throw rejected("parent", "“%s”已撤销，不能再设下级单位".formatted(parent.name()));
        }
        OfficeDetails details = row.below(parent, kind);
        refuse(checks.refusals(parent, details));
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

    private PlannedOffice corrected(OfficeRow row, Office known) throws Rejected {
        String given = row.parent();
        Office parent = known.parent().orElse(null);
        if (!given.isEmpty() && (parent == null || !(given.equals(parent.name()) || given.equals(parent.code())))) {
            throw rejected("parent", "该单位现在属于“%s”，导入不能改变上级单位".formatted(parent == null ? "无" : parent.name()));
        }
        OfficeDetails before = OfficeDetails.of(known);
        OfficeDetails details = row.over(known);
        List<String> changes = row.changes(before, details, known.allAbove());
        if (changes.isEmpty()) {
            return new PlannedOffice(row.number(), known.name(), known.code(), PlannedVerdict.UNCHANGED, List.of());
        }
        refuse(checks.corrections(known, details));
        if (establishment.rewrite(caller, known, details)) {
            named.add(known);
        }
        return new PlannedOffice(row.number(), known.name(), known.code(), PlannedVerdict.CHANGED, changes);
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
            throw new Rejected(violations);
        }
    }

    private static Rejected rejected(String field, String message) {
        return new Rejected(List.of(new Violation(field, message)));
    }
}
