package org.guixue.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads the parts of a ledger.json: rows, columns, totals and checks, each fact held against {@link LedgerVocabulary}. */
final class LedgerParts {
    private static final Set<String> ROW_KEYS = Set.of("of", "where", "per", "order");
    private static final Set<String> COLUMN_KEYS =
            Set.of("name", "label", "width", "from", "count", "sum", "percent", "group", "typed");
    private static final String DAY =
            "\\{period-start}|\\{period-end}|\\{as-of}|\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
    private static final Set<String> TOTAL_KEYS = Set.of("name", "label", "count", "sum", "percent", "where");

    private LedgerParts() {}

    static LedgerRows rows(SourceJson json) throws BrokenFileException {
        json.allowOnly(ROW_KEYS);
        String of = population(json);
        Optional<String> per = json.optionalText("per");
        if (per.isPresent()) {
            fact(json, "per", of, per.get());
        }
        List<String> order = json.texts("order");
        for (String each : order) {
            fact(json, "order", of, each);
        }
        return new LedgerRows(of, where(json, of), per, order);
    }

    private static String population(SourceJson json) throws BrokenFileException {
        String of = json.text("of");
        if (!LedgerVocabulary.names().contains(of)) {
            throw json.fault("of", "不认识的统计对象 “%s”，应当是 %s 之一".formatted(of, String.join("、", LedgerVocabulary.names())));
        }
        return of;
    }

    private static LedgerVocabulary.Known fact(SourceJson json, String key, String of, String name)
            throws BrokenFileException {
        return LedgerVocabulary.fact(of, name)
                .orElseThrow(() -> json.fault(key, "%s 没有 “%s” 这一项；可用的各项见 forms/README.md 台账一节".formatted(of, name)));
    }

    static List<LedgerCondition> where(SourceJson json, String of) throws BrokenFileException {
        List<LedgerCondition> where = new ArrayList<>();
        for (JsonNode each : json.node().path("where")) {
            where.add(condition(json, of, each));
        }
        return where;
    }

    private static LedgerCondition condition(SourceJson json, String of, JsonNode node) throws BrokenFileException {
        if (!node.isArray() || node.size() < 2 || !node.path(0).isTextual()) {
            throw json.fault("where", "where 的每一条应当写成 [项, 运算, 值]");
        }
        String name = node.path(0).asText();
        fact(json, "where", of, name);
        String spelling = node.path(1).asText();
        for (LedgerCondition.Operator operator : LedgerCondition.Operator.values()) {
            if (operator.spelling().equals(spelling)) {
                List<String> values = values(node.path(2));
                boolean compares =
                        operator == LedgerCondition.Operator.BEFORE || operator == LedgerCondition.Operator.AFTER;
                if (compares && !(values.size() == 1 && values.get(0).matches(DAY))) {
                    throw json.fault("where", "before 和 after 的值应当是 2026-09-01 的样子，或者 {period-start}、{period-end}");
                }
                return new LedgerCondition(name, operator, values);
            }
        }
        throw json.fault("where", "不认识的运算 “" + spelling + "”，应当是 =、!=、in、under、before、after、within、has 之一");
    }

    private static List<String> values(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(node.asText());
    }

    static List<LedgerColumn> columns(SourceJson json, LedgerRows rows) throws BrokenFileException {
        List<LedgerColumn> columns = new ArrayList<>();
        Set<String> names = new HashSet<>(Set.of(Ledger.KEY, Ledger.MARKS));
        for (SourceJson source : json.objects("columns")) {
            LedgerColumn column = column(source.allowOnly(COLUMN_KEYS), rows);
            if (!names.add(column.name())) {
                throw source.fault("name", "列名 “" + column.name() + "” 重复，或者是保留的名字");
            }
            for (String part : column.of()) {
                if (!names.contains(part)) {
                    throw source.fault("没有 “" + part + "” 这一列；合计和比率只能用写在前面的列");
                }
            }
            columns.add(column);
        }
        if (columns.isEmpty()) {
            throw json.fault("columns", "columns 至少写一列");
        }
        return columns;
    }

    private static LedgerColumn column(SourceJson json, LedgerRows rows) throws BrokenFileException {
        String name = json.text("name");
        if (!name.matches("[a-z][A-Za-z0-9]{0,59}")) {
            throw json.fault("name", "列名应当是小写字母开头的字母和数字：" + name);
        }
        Optional<String> from = json.optionalText("from");
        Optional<LedgerCount> count = json.has("count") ? Optional.of(count(json.object("count"))) : Optional.empty();
        List<String> parts = json.has("sum") ? json.texts("sum") : json.texts("percent");
        LedgerColumn.Kind kind = kind(json);
        boolean ofARow = kind == LedgerColumn.Kind.FACT;
        boolean computed = kind != LedgerColumn.Kind.BLANK && kind != LedgerColumn.Kind.TYPED;
        if (computed && json.flag("typed")) {
            throw json.fault("typed", "系统算得出的列（from、group、count、sum、percent）不能再写 typed");
        }
        if (computed && ofARow == rows.per().isPresent()) {
            throw json.fault("分组（per）的台账用 group、count、sum、percent 的列，逐行的台账用 from 的列");
        }
        if (rows.per().isPresent() && count.isPresent()) {
            fact(json, "count", count.get().of(), rows.per().get());
        }
        if (kind == LedgerColumn.Kind.PERCENT && parts.size() != 2) {
            throw json.fault("percent", "percent 应当写成 [分子, 分母]");
        }
        FieldType type = from.isPresent()
                ? fact(json, "from", rows.of(), from.get()).type()
                : switch (kind) {
                    case COUNT, SUM -> FieldType.NUMBER;
                    case PERCENT -> FieldType.PERCENT;
                    default -> FieldType.TEXT;
                };
        return new LedgerColumn(name, json.text("label"), json.number("width", 15), kind, from, count, parts, type);
    }

    private static LedgerColumn.Kind kind(SourceJson json) throws BrokenFileException {
        if (json.has("from")) {
            return LedgerColumn.Kind.FACT;
        }
        if (json.flag("group")) {
            return LedgerColumn.Kind.GROUP;
        }
        if (json.has("count")) {
            return LedgerColumn.Kind.COUNT;
        }
        if (json.has("sum")) {
            return LedgerColumn.Kind.SUM;
        }
        if (json.has("percent")) {
            return LedgerColumn.Kind.PERCENT;
        }
        return json.flag("typed") ? LedgerColumn.Kind.TYPED : LedgerColumn.Kind.BLANK;
    }

    private static LedgerCount count(SourceJson json) throws BrokenFileException {
        json.allowOnly(Set.of("of", "where"));
        String of = population(json);
        return new LedgerCount(of, where(json, of));
    }

    static List<LedgerTotal> totals(SourceJson json, LedgerRows rows, List<LedgerColumn> columns)
            throws BrokenFileException {
        Set<String> names = new HashSet<>(Ledger.OF_ITSELF);
        List<LedgerTotal> totals = new ArrayList<>();
        Set<String> known = columns.stream().map(LedgerColumn::name).collect(Collectors.toSet());
        for (SourceJson source : json.objects("totals")) {
            LedgerTotal total = total(source.allowOnly(TOTAL_KEYS), rows);
            if (!names.add(total.name()) || SheetFacts.RESERVED.contains(total.name())) {
                throw source.fault("name", "合计名 “" + total.name() + "” 重复，或者是保留的名字");
            }
            Set<String> among = total.kind() == LedgerTotal.Kind.PERCENT ? names : known;
            for (String part : total.of()) {
                if (!among.contains(part)) {
                    throw source.fault("没有 “" + part + "” 可以合计");
                }
            }
            totals.add(total);
        }
        return totals;
    }

    private static LedgerTotal total(SourceJson json, LedgerRows rows) throws BrokenFileException {
        String name = json.text("name");
        String label = json.text("label");
        List<LedgerCondition> where = where(json, rows.of());
        if (rows.per().isPresent() && !where.isEmpty()) {
            throw json.fault("where", "分组（per）的台账，合计不能带条件");
        }
        if (json.has("percent") && json.texts("percent").size() != 2) {
            throw json.fault("percent", "percent 应当写成 [分子, 分母]");
        }
        if (json.has("sum")) {
            return new LedgerTotal(name, label, LedgerTotal.Kind.SUM, List.of(json.text("sum")), where);
        }
        if (json.has("percent")) {
            return new LedgerTotal(name, label, LedgerTotal.Kind.PERCENT, json.texts("percent"), where);
        }
        return new LedgerTotal(name, label, LedgerTotal.Kind.COUNT, List.of(), where);
    }

    static List<LedgerCheck> checks(SourceJson json, List<LedgerTotal> totals) throws BrokenFileException {
        List<LedgerCheck> checks = new ArrayList<>();
        for (SourceJson source : json.objects("checks")) {
            source.allowOnly(Set.of("this", "equals", "source"));
            String here = source.text("this");
            if (!here.equals("count")
                    && totals.stream().noneMatch(total -> total.name().equals(here))) {
                throw source.fault("this", "没有 “" + here + "” 这个合计");
            }
            String[] there = source.text("equals").split("#", -1);
            if (there.length != 2 || !there[0].matches("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")) {
                throw source.fault("equals", "equals 应当写成 台账#合计，如 ganxian/campaign-statistics#total");
            }
            checks.add(new LedgerCheck(here, FormId.parse(there[0]), there[1], source.text("source")));
        }
        return checks;
    }
}
