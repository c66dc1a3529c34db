package org.guixue.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.Sha256;

/** Reads one folder as a {@link Form}, or says which line of which file forbids it. */
final class FormFile {
    private static final Set<String> KEYS = Set.of(
            "id",
            "version",
            "title",
            "words",
            "kind",
            "about",
            "issuers",
            "states",
            "series",
            "serial",
            "copies",
            "countersigned",
            "retention",
            "access",
            "approval",
            "basis",
            "proves",
            "fields");
    /** The states of a child; a test holds them against those of the roster. */
    static final Set<String> STATES = Set.of(
            "ENROLLED", "AT_RISK", "DROPPED_OUT", "RETURNED", "SUSPENDED", "TRANSFERRED", "GRADUATED", "NOT_ENROLLED");

    private static final Set<String> FIELD_KEYS = Set.of(
            "name",
            "label",
            "type",
            "required",
            "max",
            "from",
            "choices",
            "notAfter",
            "equalsCount",
            "access",
            "fields");

    private FormFile() {}

    /**
     * Reads and checks it whole.
     *
     * @param paperCss what all sheets share; part of the template
     */
    static Form read(String jurisdiction, Path folder, byte[] paperCss, LawLibrary law) throws BrokenFileException {
        Map<String, byte[]> template = new LinkedHashMap<>();
        for (String name : List.of("form.json", "form.html", "form.css")) {
            template.put(name, bytes(folder.resolve(name)));
        }
        template.put("paper.css", paperCss);
        Path file = folder.resolve("form.json");
        SourceJson json = json(file, template);
        Form form = form(jurisdiction, json, template);
        String name = nameOf(folder);
        if (!form.id().name().equals(name)) {
            throw json.fault("id", "id 应当与文件夹同名：" + name);
        }
        TemplateCheck.check(form, folder, law);
        return form;
    }

    /** From files in memory, without the check of the template: they were checked when they were a folder. */
    static Form of(String jurisdiction, Path file, Map<String, byte[]> template) throws BrokenFileException {
        return form(jurisdiction, json(file, template), template);
    }

    private static SourceJson json(Path file, Map<String, byte[]> template) throws BrokenFileException {
        return SourceJson.parse(file, template.getOrDefault("form.json", new byte[0]))
                .allowOnly(KEYS);
    }

    /** A folder's own name; inside a jar it ends with a slash. */
    static String nameOf(Path folder) {
        return String.valueOf(folder.getFileName()).replace("/", "");
    }

    static byte[] bytes(Path file) throws BrokenFileException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BrokenFileException(new FormFault(file.toString(), 0, "缺少这个文件，或者读不出来"));
        }
    }

    private static Form form(String jurisdiction, SourceJson json, Map<String, byte[]> template)
            throws BrokenFileException {
        FormId id;
        try {
            id = new FormId(jurisdiction, json.text("id"));
        } catch (IllegalArgumentException e) {
            throw json.fault("id", "id 和文件夹名只能用小写字母、数字和连字符，以字母开头");
        }
        List<Field> fields = fields(json);
        constraints(json, fields);
        SubjectKind about = about(json);
        return new Form(
                id,
                json.number("version", 1),
                json.text("title"),
                json.textMap("words"),
                json.text("kind"),
                about,
                json.texts("issuers"),
                states(json, about),
                json.text("series"),
                json.text("serial"),
                json.texts("copies"),
                json.texts("countersigned"),
                oneOf(json, "retention", Set.of("Y", "D30", "D10")),
                oneOf(json, "access", Set.of("ordinary", "sensitive")),
                json.flag("approval"),
                json.texts("basis"),
                json.texts("proves"),
                fields,
                template,
                digest(template));
    }

    private static SubjectKind about(SourceJson json) throws BrokenFileException {
        Set<String> codes =
                Arrays.stream(SubjectKind.values()).map(SubjectKind::code).collect(Collectors.toSet());
        return SubjectKind.of(oneOf(json, "about", codes)).orElseThrow();
    }

    private static List<String> states(SourceJson json, SubjectKind about) throws BrokenFileException {
        List<String> states = json.texts("states");
        for (String state : states) {
            if (!STATES.contains(state)) {
                throw json.fault(
                        "states",
                        "不认识的学生状态 “" + state + "”，应当是 "
                                + String.join("、", STATES.stream().sorted().toList()) + " 之一");
            }
        }
        if (!states.isEmpty() && !about.child()) {
            throw json.fault("states", "states 只用在关于学生或者个案的表样上");
        }
        return states;
    }

    private static List<Field> fields(SourceJson json) throws BrokenFileException {
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>(SheetFacts.RESERVED);
        for (SourceJson source : json.objects("fields")) {
            Field field = field(source.allowOnly(FIELD_KEYS));
            if (!names.add(field.name())) {
                throw source.fault("name", "栏目名 “" + field.name() + "” 重复，或者是保留的名字");
            }
            fields.add(field);
        }
        return fields;
    }

    private static Field field(SourceJson json) throws BrokenFileException {
        String name = json.text("name");
        if (!name.matches("[a-z][A-Za-z0-9]{0,59}")) {
            throw json.fault("name", "栏目名应当是小写字母开头的字母和数字：" + name);
        }
        FieldType type;
        try {
            type = FieldType.parse(json.text("type"));
        } catch (IllegalArgumentException e) {
            throw json.fault("type", "不认识的栏目类型 “" + json.text("type") + "”");
        }
        Field field = new Field(
                name,
                json.text("label"),
                type,
                json.flag("required"),
                json.number("max", type.defaultMax()),
                json.optionalText("from"),
                json.texts("choices"),
                json.optionalText("notAfter"),
                json.optionalText("equalsCount"),
                json.has("access")
                        && oneOf(json, "access", Set.of("ordinary", "sensitive"))
                                .equals("sensitive"),
                fields(json));
        boolean chooses = type == FieldType.CHOICE || type == FieldType.FLAGS;
        if (chooses == field.choices().isEmpty()) {
            throw json.fault("choices", "choice 和 flags 要有 choices，其他类型没有");
        }
        if ((type == FieldType.TABLE) == field.fields().isEmpty()) {
            throw json.fault("fields", "table 要有 fields，其他类型没有");
        }
        return field;
    }

    private static void constraints(SourceJson json, List<Field> fields) throws BrokenFileException {
        List<SourceJson> sources = json.objects("fields");
        for (int i = 0; i < fields.size(); i++) {
            SourceJson source = sources.get(i);
            for (Field field : withColumns(fields.get(i))) {
                if (field.notAfter()
                        .filter(other -> !isDate(fields, field, other))
                        .isPresent()) {
                    throw source.fault("notAfter", "notAfter 应当是 issuedOn、today 或者一个日期栏目");
                }
                if (field.equalsCount()
                                .filter(other -> !is(fields, other, FieldType.TABLE))
                                .isPresent()
                        || (field.equalsCount().isPresent() && field.type() != FieldType.NUMBER)) {
                    throw source.fault("equalsCount", "equalsCount 用在数字栏目上，写一个表格栏目的名字");
                }
            }
        }
    }

    private static List<Field> withColumns(Field field) {
        List<Field> all = new ArrayList<>(field.fields());
        all.add(field);
        return all;
    }

    /** A month is held against another month. */
    private static boolean isDate(List<Field> fields, Field field, String name) {
        boolean month = field.type() == FieldType.MONTH;
        return name.equals("issuedOn")
                || name.equals("today")
                || is(fields, name, month ? FieldType.MONTH : FieldType.DATE);
    }

    private static boolean is(List<Field> fields, String name, FieldType type) {
        return fields.stream().anyMatch(field -> field.name().equals(name) && field.type() == type);
    }

    static String oneOf(SourceJson json, String key, Set<String> permitted) throws BrokenFileException {
        String value = json.text(key);
        if (!permitted.contains(value)) {
            throw json.fault(
                    key,
                    "“" + key + "” 应当是 "
                            + String.join("、", permitted.stream().sorted().toList()) + " 之一，现在是 " + value);
        }
        return value;
    }

    static Sha256 digest(Map<String, byte[]> template) {
        MessageDigest digester = Sha256.digester();
        template.forEach((name, bytes) ->
                digester.update((name + " " + Sha256.of(bytes) + "\n").getBytes(StandardCharsets.UTF_8)));
        return new Sha256(HexFormat.of().formatHex(digester.digest()));
    }
}
