package org.guixue.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.guixue.identity.Mask;
import org.guixue.identity.NationalId;

/** One row of another register, read as an import reads a row of a roster; it can be put aside as text. Immutable. */
public final class RegisterRow {
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_JSON = 30_000;
    private static final int LONGEST_OF_LONG = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RosterRow row;
    private final List<RowProblem> clashes;

    /** @param clashes what speaks against it because another row of the same file names the same child */
    RegisterRow(RosterRow row, List<RowProblem> clashes) {
        this.row = row;
        this.clashes = List.copyOf(clashes);
    }

    RosterRow row() {
        return row;
    }

    /** The number as the program shows it; above it stand titles and headings. */
    public int number() {
        return row.number();
    }

    /** What the row calls the child. */
    public String name() {
        String name = row.text(RosterColumns.NAME).orElse("（没有姓名）");
        return name.codePointCount(0, name.length()) > LONGEST_LABEL
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_LABEL)) + "…"
                : name;
    }

    public String bornOn() {
        return row.bornOn().map(Object::toString).orElse("");
    }

    /** Its ID or other number, masked; empty where it gives none. */
    public String maskedId() {
        return row.nationalId()
                .map(NationalId::masked)
                .or(() -> row.text(RosterColumns.NATIONAL_ID).map(Mask::of))
                .or(() -> row.text(RosterColumns.STUDENT_NUMBER).map(Mask::of))
                .map(text -> text.length() > LONGEST_NUMBER ? text.substring(0, LONGEST_NUMBER) + "…" : text)
                .orElse("");
    }

    /** School, grade and class as the row has them. */
    public String schooling() {
        return String.join(
                        " ",
                        row.text(RosterColumns.SCHOOL).orElse(""),
                        row.text(RosterColumns.GRADE).orElse(""),
                        row.text(RosterColumns.SCHOOL_CLASS).orElse(""))
                .strip()
                .replace("  ", " ");
    }

    /** Why another row of the file keeps this one from being matched, with its number; empty for nothing. */
    Optional<String> clash() {
        return clashes.stream().findFirst().map(problem -> "第%d行“%s”：%s"
                .formatted(number(), problem.column(), problem.message()));
    }

    /** What the register says of the child's schooling. */
    public Optional<SaidState> state() {
        return SaidState.of(row);
    }

    /** The same row with these columns alone. */
    RosterRow only(Set<String> columns) {
        Map<String, String> given = new HashMap<>(row.given());
        given.keySet().retainAll(columns);
        return new RosterRow(row.number(), given, List.of(), row.titles());
    }

    /** As it waits: its cells and what is wrong with them. Of a row that is longer than any child's the long cells are left out. */
    public String json() {
        String whole = json(row, clashes);
        if (whole.length() <= LONGEST_JSON) {
            return whole;
        }
        Map<String, String> given = new HashMap<>(row.given());
        given.values().removeIf(text -> text.length() > LONGEST_OF_LONG);
        List<RowProblem> problems = new ArrayList<>(row.problems());
        problems.add(new RowProblem("整行", "内容太长，超过%d个字的单元格没有比对".formatted(LONGEST_OF_LONG)));
        return json(new RosterRow(row.number(), given, problems, row.titles()), clashes);
    }

    private static String json(RosterRow row, List<RowProblem> clashes) {
        ObjectNode all = JSON.createObjectNode();
        ObjectNode given = all.putObject("given");
        new TreeMap<>(row.given()).forEach(given::put);
        put(all.putArray("problems"), row.problems());
        put(all.putArray("clashes"), clashes);
        return all.toString();
    }

    private static void put(ArrayNode array, List<RowProblem> problems) {
        problems.forEach(each -> array.addArray().add(each.column()).add(each.message()));
    }

    /** @param titles as {@link OtherRegister#titles()} gave them */
    public static RegisterRow of(int number, String json, String titles) {
        JsonNode all = read(json);
        return new RegisterRow(
                new RosterRow(number, texts(all.path("given")), problems(all.path("problems")), texts(read(titles))),
                problems(all.path("clashes")));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }

    private static List<RowProblem> problems(JsonNode array) {
        List<RowProblem> problems = new ArrayList<>();
        array.forEach(each ->
                problems.add(new RowProblem(each.path(0).asText(), each.path(1).asText())));
        return problems;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that was put aside could not be read", e);
        }
    }
}
