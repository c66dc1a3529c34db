package org.guixue.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** An invented roster with known faults in it, twenty kinds in turn; the same for the same seed. */
final class RosterSheet {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final List<String> HEADING = List.of(
            "姓名", "性别", "民族", "出生日期", "身份证号", "学籍号", "学校", "年级", "班级", "监护人姓名", "关系", "联系电话", "现住址", "类别", "是否留守儿童");
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private static final String GIVEN = "子涵浩然雨桐思远婷建军秀英梓萱嘉怡宇航欣俊杰诗琪博文佳慧志强晓燕";

    private final List<String[]> rows = new ArrayList<>();
    private final Map<Integer, String> faults = new TreeMap<>();
    private final Random random;
    private final int seed;

    private RosterSheet(int seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** @param faults spread evenly; a duplicate takes a good row with it, so that one is planted for two */
    static RosterSheet planted(int rows, int faults, int seed) {
        RosterSheet sheet = new RosterSheet(seed);
        for (int i = 0; i < rows; i++) {
            sheet.rows.add(sheet.child(i));
        }
        int step = rows / faults;
        for (int i = 0; i < faults; i++) {
            sheet.plant(i % 20, i * step + 1, i * step);
        }
        return sheet;
    }

    /** A resident ID of a girl born on that day; 1 to 499. */
    static String id(String birth, int order) {
        return id("360799", birth, "%03d".formatted((order * 2) % 1000));
    }

    private static String id(String region, String birth, String order) {
        String first = region + birth + order;
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first.charAt(i) - '0') * WEIGHTS[i];
        }
        return first + "10X98765432".charAt(sum % 11);
    }

    private String[] child(int number) {
        LocalDate born = LocalDate.of(2012, 1, 1).plusDays(number % 2500);
        String sex = random.nextBoolean() ? "男" : "女";
        int order = (number / 2500 % 400) * 2 + 100 + (sex.equals("男") ? 1 : 0);
        String region = "36%02d%02d".formatted(10 + seed % 80, number / 1_000_000);
        String id = id(region, born.format(DateTimeFormatter.BASIC_ISO_DATE), "%03d".formatted(order));
        return new String[] {
            pick(SURNAMES) + pick(GIVEN) + pick(GIVEN),
            sex,
            "汉族",
            born.toString(),
            id,
            "G" + id,
            number % 3 == 0 ? "东山镇中心小学" : number % 3 == 1 ? "东山初级中学" : "南溪镇中心小学",
            "五年级",
            (1 + number % 6) + "班",
            pick(SURNAMES) + "建国",
            "父亲",
            "139%08d".formatted(random.nextInt(100_000_000)),
            "示范省示范市示范县东山镇桥头村" + (1 + number % 200) + "号",
            number % 9 == 0 ? "脱贫户学生" : "",
            number % 7 == 0 ? "是" : "否"
        };
    }

    private void plant(int kind, int at, int before) {
        String[] row = rows.get(at);
        switch (kind) {
            case 0 -> fault(at, "姓名", row, 0, "");
            case 1 -> fault(at, "姓名", row, 0, "=HYPERLINK(1)");
            case 2 -> fault(at, "姓名", row, 0, "王\uD83D\uDE00小明");
            case 3 -> fault(at, "姓名", row, 0, "王".repeat(10_000));
            case 4 -> fault(at, "性别", row, 1, "未知");
            case 5 -> fault(at, "民族", row, 2, "汗族");
            case 6 -> fault(at, "出生日期", row, 3, "12.3.5");
            case 7 -> fault(at, "身份证号", row, 3, "2012-02-02".equals(row[3]) ? "2012-02-03" : "2012-02-02");
            case 8 -> fault(at, "身份证号", row, 4, row[4].substring(0, 17) + (row[4].endsWith("1") ? "2" : "1"));
            case 9 -> fault(at, "身份证号", row, 4, "3.62101E+17");
            case 10 -> fault(at, "身份证号", row, 4, row[4].substring(0, 15));
            case 11 -> {
                fault(at, "身份证号", row, 4, rows.get(before)[4]);
                row[1] = rows.get(before)[1];
                row[3] = rows.get(before)[3];
                rows.get(before)[5] = "";
                faults.put(before + 2, "身份证号");
            }
            case 12 -> fault(at, "学籍号", row, 5, "G123");
            case 13 -> fault(at, "学校", row, 6, "北山小学");
            case 14 -> fault(at, "班级", row, 8, "班".repeat(60));
            case 15 -> fault(at, "监护人姓名", row, 9, "<script>");
            case 16 -> fault(at, "联系电话", row, 11, "不详");
            case 17 -> fault(at, "类别", row, 13, "月亮人");
            case 18 -> fault(at, "是否留守儿童", row, 14, "不清楚");
            default -> fault(at, "现住址", row, 12, "镇".repeat(500));
        }
    }

    private void fault(int at, String column, String[] row, int cell, String wrong) {
        row[cell] = wrong;
        faults.put(at + 2, column);
    }

    private String pick(String from) {
        int at = random.nextInt(from.length());
        return from.substring(at, at + 1);
    }

    /** The column at fault, by the row's number. */
    Map<Integer, String> faults() {
        return faults;
    }

    String anyGoodId() {
        for (int i = 0; i < rows.size(); i++) {
            if (!faults.containsKey(i + 2)) {
                return rows.get(i)[4];
            }
        }
        throw new IllegalStateException("no good row");
    }

    byte[] csv() {
        StringBuilder text = new StringBuilder(String.join(",", HEADING)).append("\r\n");
        rows.forEach(row -> text.append(String.join(",", Arrays.asList(row))).append("\r\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a roster and, beside it, its faults: rows, faults, seed, the file. For deploy/soak/import. */
    public static void main(String[] arguments) throws IOException {
        RosterSheet sheet =
                planted(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Path file = Path.of(arguments[3]);
        Files.write(file, sheet.csv());
        List<String> faults = new ArrayList<>();
        sheet.faults.forEach((row, column) -> faults.add(row + " " + column));
        Files.write(Path.of(arguments[3] + ".faults"), faults);
    }
}
