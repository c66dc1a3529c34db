package org.guixue.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.Reporting;

/** Reads one folder as a {@link Ledger}, or says which line of which file forbids it. */
final class LedgerFile {
    static final String FILE = "ledger.json";

    private static final Set<String> KEYS = Set.of(
            "id",
            "version",
            "title",
            "words",
            "period",
            "levels",
            "source",
            "layout",
            "rows",
            "columns",
            "totals",
            "blankRows",
            "page",
            "notes",
            "checks",
            "series",
            "serial",
            "retention",
            "access",
            "approval",
            "basis");

    /** What is left of A4 between the margins of 20 mm. */
    private static final Map<String, Integer> PAGE_MILLIMETRES = Map.of("portrait", 174, "landscape", 261);

    private static final int MOST_ROWS = 200_000;
    private static final int LONGEST_CELL = 2_000;

    private LedgerFile() {}

    static boolean isIn(Map<String, byte[]> template) {
        return template.containsKey(FILE);
    }

    /** Reads and checks it whole. */
    static Ledger read(String jurisdiction, Path folder, byte[] paperCss, LawLibrary law) throws BrokenFileException {
        Map<String, byte[]> template = new LinkedHashMap<>();
        for (String name : List.of(FILE, "ledger.html", "ledger.css")) {
            template.put(name, FormFile.bytes(folder.resolve(name)));
        }
        template.put("paper.css", paperCss);
        Ledger ledger = of(jurisdiction, folder.resolve(FILE), template);
        String name = FormFile.nameOf(folder);
        if (!ledger.id().name().equals(name)) {
            throw json(folder.resolve(FILE), template).fault("id", "id 应当与文件夹同名：" + name);
        }
        TemplateCheck.check(ledger.paper(), folder, law);
        return ledger;
    }

    /** From files in memory, without the check of the template: they were checked when they were a folder. */
    static Ledger of(String jurisdiction, Path file, Map<String, byte[]> template) throws BrokenFileException {
        SourceJson json = json(file, template);
        LedgerRows rows = LedgerParts.rows(json.object(Ledger.ROWS));
        List<LedgerColumn> columns = LedgerParts.columns(json, rows);
        List<LedgerTotal> totals = LedgerParts.totals(json, rows, columns);
        String page = oneOf(json, "page", PAGE_MILLIMETRES.keySet());
        int width = columns.stream().mapToInt(LedgerColumn::width).sum();
        if (width > PAGE_MILLIMETRES.get(page)) {
            throw json.fault(
                    "columns",
                    "各列合计宽%d毫米，%s的纸上只有%d毫米；请减小 width，或者改用横向的 page"
                            .formatted(width, page.equals("portrait") ? "纵向" : "横向", PAGE_MILLIMETRES.get(page)));
        }
        List<OfficeKind> levels = levels(json);
        return new Ledger(
                paper(jurisdiction, json, template, levels, rows, columns, totals),
                Reporting.Kind.valueOf(oneOf(json, "period", periods())
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                levels,
                json.text("source"),
                json.has("layout") ? oneOf(json, "layout", Set.of("source", "own")) : "source",
                page.equals("landscape"),
                rows,
                columns,
                totals,
                json.texts("notes"),
                LedgerParts.checks(json, totals));
    }

    private static SourceJson json(Path file, Map<String, byte[]> template) throws BrokenFileException {
        return SourceJson.parse(file, template.getOrDefault(FILE, new byte[0])).allowOnly(KEYS);
    }

    private static Set<String> periods() {
        return Arrays.stream(Reporting.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }

    private static List<OfficeKind> levels(SourceJson json) throws BrokenFileException {
        List<OfficeKind> levels = new ArrayList<>();
        for (String name : json.texts("levels")) {
            try {
                levels.add(OfficeKind.valueOf(name));
            } catch (IllegalArgumentException e) {
                throw json.fault("levels", "不认识的单位层级 “" + name + "”，应当是 SCHOOL、TOWNSHIP、COUNTY_BUREAU、CITY、PROVINCE 之一");
            }
        }
        if (levels.isEmpty()) {
            throw json.fault("levels", "levels 至少写一级单位");
        }
        return levels;
    }

    private static Form paper(
            String jurisdiction,
            SourceJson json,
            Map<String, byte[]> template,
            List<OfficeKind> levels,
            LedgerRows rows,
            List<LedgerColumn> columns,
            List<LedgerTotal> totals)
            throws BrokenFileException {
        FormId id;
        try {
            id = new FormId(jurisdiction, json.text("id"));
        } catch (IllegalArgumentException e) {
            throw json.fault("id", "id 和文件夹名只能用小写字母、数字和连字符，以字母开头");
        }
        return new Form(
                id,
                json.number("version", 1),
                json.text("title"),
                json.textMap("words"),
                Ledger.KIND,
                SubjectKind.PERIOD,
                levels.stream().map(Enum::name).toList(),
                List.of(),
                json.has("series") ? json.text("series") : "报",
                json.has("serial") ? json.text("serial") : "{office.mark}{series}〔{year}〕{n}号",
                List.of(),
                List.of(),
                oneOf(json, "retention", Set.of("Y", "D30", "D10")),
                json.has("access") ? oneOf(json, "access", Set.of("ordinary", "sensitive")) : "ordinary",
                json.flag("approval"),
                json.texts("basis"),
                List.of(),
                fields(rows, columns, totals),
                template,
                FormFile.digest(template));
    }

    private static List<Field> fields(LedgerRows rows, List<LedgerColumn> columns, List<LedgerTotal> totals) {
        List<Field> fields = new ArrayList<>();
        fields.add(field("unit", "填报单位", FieldType.TEXT));
        fields.add(field("sentTo", "主送", FieldType.TEXT));
        fields.add(field("periodLabel", "期间", FieldType.TEXT));
        fields.add(field("period", "期间代码", FieldType.TEXT));
        fields.add(field("year", "年份", FieldType.TEXT));
        fields.add(field("asOf", "截止日期", FieldType.DATE));
        fields.add(field("filledOn", "填报日期", FieldType.DATE));
        fields.add(field("filledBy", "填报人", FieldType.NAME));
        fields.add(field("count", "行数", FieldType.NUMBER));
        fields.add(field("corrects", "更正", FieldType.TEXT));
        fields.add(field("changes", "变动", FieldType.PARAGRAPH));
        fields.add(field("missing", "尚未报送", FieldType.PARAGRAPH));
        for (LedgerTotal total : totals) {
            boolean percent = total.kind() == LedgerTotal.Kind.PERCENT;
            fields.add(field(total.name(), total.label(), percent ? FieldType.PERCENT : FieldType.NUMBER));
        }
        List<Field> cells = new ArrayList<>();
        cells.add(field(Ledger.KEY, "标识", FieldType.TEXT));
        cells.add(field(Ledger.MARKS, "计入", FieldType.TEXT));
        columns.forEach(column -> cells.add(cell(rows, column)));
        fields.add(table(cells));
        return fields;
    }

    private static Field table(List<Field> cells) {
        return new Field(
                Ledger.ROWS,
                "各行",
                FieldType.TABLE,
                false,
                MOST_ROWS,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                cells);
    }

    private static Field cell(LedgerRows rows, LedgerColumn column) {
        boolean sensitive = column.fact()
                .flatMap(fact -> LedgerVocabulary.fact(rows.of(), fact))
                .map(LedgerVocabulary.Known::sensitive)
                .orElse(false);
        Field plain = field(column.name(), column.label(), column.type());
        return sensitive ? plain.madeSensitive() : plain;
    }

    private static Field field(String name, String label, FieldType type) {
        boolean text = type == FieldType.TEXT || type == FieldType.NAME || type == FieldType.ADDRESS;
        return new Field(
                name,
                label,
                type,
                false,
                type == FieldType.PARAGRAPH ? MOST_ROWS : text ? LONGEST_CELL : type.defaultMax(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    static String oneOf(SourceJson json, String key, Set<String> permitted) throws BrokenFileException {
        return FormFile.oneOf(json, key, permitted);
    }
}
