package org.guixue.roster;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.guixue.ValuesRefused;
import org.guixue.identity.NationalId;
import org.guixue.identity.Normaliser;
import org.guixue.workbook.Entry;
import org.guixue.workbook.Heading;
import org.guixue.workbook.Rows;
import org.guixue.workbook.Table;
import org.guixue.workbook.Workbook;

/**
 * A list that another register has given out, opened as the import opens a roster: by what it holds, under the usual names
 * of its columns, below whatever titles. Bounded memory. For one thread.
 */
public final class OtherRegister {
    private static final int TOLD = 50;
    private static final int LONGEST_CERTIFICATE = 20;
    private static final int ID_LENGTH = 18;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Table table;
    private final Set<String> without;
    private final List<String> passedOver = new ArrayList<>();

    private OtherRegister(Table table, Set<String> without) {
        this.table = table;
        this.without = without;
    }

    /**
     * @param withSensitive whether columns of health and disability are read
     * @throws org.guixue.Refused where it is no table, has no rows, or none of its columns tells one child from another
     */
    public static OtherRegister open(byte[] file, boolean withSensitive) {
        Table table = Workbook.open(file).table(OtherRegisterColumns.HEADINGS);
        OtherRegister opened = new OtherRegister(table, withSensitive ? Set.of() : RosterColumns.SENSITIVE);
        boolean tells = table.has(RosterColumns.NATIONAL_ID)
                || table.has(RosterColumns.STUDENT_NUMBER)
                || table.has(RosterColumns.BORN_ON)
                || (withSensitive && table.has(RosterColumns.DISABILITY_CERTIFICATE));
        if (!tells) {
            throw new ValuesRefused(
                    "file", "第%d行表头里没有能用来比对的列：要有身份证号、学籍号，或者姓名和出生日期。请补上这些列，或改用通常的名称。".formatted(table.headingRow()));
        }
        if (!table.rows().hasNext()) {
            throw new ValuesRefused("file", "第%d行表头下面没有一行名单，请核对后重新上传。".formatted(table.headingRow()));
        }
        return opened;
    }

    /** A bound, for a progress bar. */
    public int rowsAtMost() {
        return table.rowsAtMost();
    }

    /** Headings that nobody knows; their columns are not compared. */
    public List<String> unknownHeadings() {
        return table.unknownHeadings();
    }

    /** Headings of health and disability, left out for want of the grant. */
    public List<String> notGranted() {
        return without.stream().filter(table::has).map(table::heading).sorted().toList();
    }

    /** The headings of the columns that are compared, by field, as a text to put aside. */
    public String titles() {
        ObjectNode titles = JSON.createObjectNode();
        for (Heading heading : OtherRegisterColumns.ALL) {
            if (table.has(heading.field()) && !without.contains(heading.field())) {
                titles.put(heading.field(), table.heading(heading.field()));
            }
        }
        return titles.toString();
    }

    /**
     * Hands out the rows in their order, some at a time, the last time perhaps none. The file is passed over twice, since a
     * row may stand against a later one.
     *
     * @param after number of the last row that need not be read again; 0 for none
     */
    public void read(int after, int atOnce, Consumer<List<RegisterRow>> take) {
        RowReader reader = new RowReader(table, without, OtherRegisterColumns.ALL);
        InFile inFile = new InFile();
        Map<String, Integer> alike = new HashMap<>();
        for (Rows rows = table.rows(); rows.hasNext(); ) {
            Entry entry = rows.next();
            if (!RowReader.isSample(entry)) {
                RosterRow row = row(reader, entry);
                inFile.add(row);
                person(row).ifPresent(person -> alike.merge(person, 1, Integer::sum));
            }
        }
        passedOver.clear();
        List<RegisterRow> chunk = new ArrayList<>();
        Rows rows = table.rows();
        while (rows.hasNext()) {
            Entry entry = rows.next();
            if (RowReader.isSample(entry)) {
                passedOver.add("第%d行：样表里的示例".formatted(entry.number()));
            } else if (entry.number() > after) {
                RosterRow row = row(reader, entry);
                chunk.add(new RegisterRow(row, problems(row, inFile, alike)));
            }
            if (chunk.size() == atOnce) {
                take.accept(List.copyOf(chunk));
                chunk.clear();
            }
        }
        take.accept(List.copyOf(chunk));
        rows.skipped().stream()
                .limit(TOLD)
                .forEach(each -> passedOver.add("第%d行：%s（%s）".formatted(each.number(), each.reason(), each.text())));
        if (rows.hiddenCount() > 0) {
            passedOver.add("有%d行在表格中是隐藏的，也读入了".formatted(rows.hiddenCount()));
        }
    }

    /** What speaks against taking the row for one child: a number that another row has; a name and a birth that are two rows' own. */
    private static List<RowProblem> problems(RosterRow row, InFile inFile, Map<String, Integer> alike) {
        List<RowProblem> problems = inFile.problems(row);
        boolean numbered = row.nationalId().isPresent()
                || row.otherPaper().isPresent()
                || row.studentNumber().isPresent();
        boolean twice =
                person(row).filter(each -> alike.getOrDefault(each, 0) > 1).isPresent();
        return problems.isEmpty() && !numbered && twice
                ? List.of(new RowProblem(row.title(RosterColumns.NAME), "这份名单里还有姓名和出生日期都相同的行，请认定是哪一名"))
                : problems;
    }

    private static Optional<String> person(RosterRow row) {
        return row.text(RosterColumns.NAME)
                .flatMap(name -> row.bornOn().map(born -> Normaliser.name(name) + "\n" + born));
    }

    /** After {@link #read}: rows that were taken for no data, and why. */
    public List<String> passedOver() {
        return List.copyOf(passedOver);
    }

    /** The certificate of a disabled person begins with the ID. */
    private static RosterRow row(RowReader reader, Entry entry) {
        RosterRow row = reader.read(entry);
        String certificate = row.text(RosterColumns.DISABILITY_CERTIFICATE).orElse("");
        if (row.text(RosterColumns.NATIONAL_ID).isPresent() || certificate.length() < LONGEST_CERTIFICATE) {
            return row;
        }
        String id = certificate.substring(0, ID_LENGTH);
        if (NationalId.read(id).value().isEmpty()) {
            return row;
        }
        Map<String, String> given = new HashMap<>(row.given());
        given.put(RosterColumns.NATIONAL_ID, id);
        return new RosterRow(row.number(), given, row.problems(), row.titles());
    }
}
