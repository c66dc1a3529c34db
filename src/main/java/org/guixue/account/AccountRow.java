package org.guixue.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.Violation;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.identity.Normaliser;
import org.guixue.office.Office;
import org.guixue.workbook.Entry;

/** One row of a workbook of accounts. Without a role it is the one that the kind of office has. */
final class AccountRow {
    private static final Set<String> YES = Set.of("是", "有", "√", "✓", "1", "Y", "YES");
    private static final Set<String> NO = Set.of("", "否", "无", "×", "0", "N", "NO", "-", "/");

    private static final String ROLES = Arrays.stream(Role.values())
            .flatMap(role -> Stream.of(role.label(), role.approverLabel()))
            .distinct()
            .collect(Collectors.joining("、"));

    private final Entry entry;

    AccountRow(Entry entry) {
        this.entry = entry;
    }

    int number() {
        return entry.number();
    }

    String username() {
        return Accounts.normal(Normaliser.text(entry.text("username")));
    }

    String name() {
        return Normaliser.text(entry.text("displayName"));
    }

    /** What is wrong with the cells themselves. */
    List<Violation> violations() {
        List<Violation> found = new ArrayList<>(AccountSheet.HEADINGS.problems(entry));
        if (!Accounts.isUsername(username())) {
            found.add(new Violation("username", Staffing.USERNAME_RULE));
        }
        if (!entry.text("role").isEmpty() && said().isEmpty()) {
            found.add(new Violation("role", "看不懂“%s”，可以写：%s；空着按单位的类型".formatted(shortened(entry.text("role")), ROLES)));
        }
        for (String field : List.of("approve", "sensitive")) {
            String text = answer(field);
            if (!YES.contains(text) && !NO.contains(text)) {
                found.add(new Violation(field, "请写“是”或“否”，空着是“否”"));
            }
        }
        return found;
    }

    /** The office by its code, else by its name; says why it is none. */
    Office office(List<Office> known) throws RefusedRow {
        String code = entry.code("officeCode");
        String name = entry.text("office");
        if (!code.isEmpty()) {
            return known.stream()
                    .filter(office -> office.code().equalsIgnoreCase(code))
                    .findFirst()
                    .orElseThrow(
                            () -> new RefusedRow("officeCode", "本县没有代码为“%s”的单位，请核对，或先导入单位".formatted(shortened(code))));
        }
        if (name.isEmpty()) {
            throw new RefusedRow("office", "请填写单位的全称");
        }
        List<Office> namesakes =
                known.stream().filter(office -> office.name().equals(name)).toList();
        if (namesakes.size() > 1) {
            throw new RefusedRow("office", "有%d个单位叫“%s”，请在“单位代码”里写代码".formatted(namesakes.size(), shortened(name)));
        }
        if (namesakes.isEmpty()) {
            throw new RefusedRow("office", "本县没有“%s”，请写全称，或先导入单位".formatted(shortened(name)));
        }
        return namesakes.get(0);
    }

    AccountDetails details(Office office) {
        String role = entry.text("role");
        boolean approves = YES.contains(answer("approve")) || role.endsWith("审批");
        return new AccountDetails(
                name(),
                said().orElseGet(() -> usual(office.kind())),
                office.id(),
                YES.contains(answer("sensitive")),
                approves);
    }

    private static Role usual(OfficeKind kind) {
        return switch (kind) {
            case SCHOOL -> Role.CLERK;
            case TOWNSHIP -> Role.TOWNSHIP;
            case COUNTY_BUREAU -> Role.BUREAU;
            case CITY, PROVINCE -> Role.INSPECTOR;
        };
    }

    private Optional<Role> said() {
        String text = entry.text("role");
        return Arrays.stream(Role.values())
                .filter(role -> text.equals(role.label())
                        || text.equals(role.approverLabel())
                        || text.equals(role.label().replace("经办", ""))
                        || text.equals(role.label().replace("经办", "经办人")))
                .findFirst();
    }

    private String answer(String field) {
        return entry.text(field).toUpperCase(Locale.ROOT);
    }

    String reason(Violation violation) {
        return AccountSheet.HEADINGS.reason(entry, violation);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** The row cannot be taken, for its values. */
    static final class RefusedRow extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Violation> violations;

        RefusedRow(String field, String message) {
            this(List.of(new Violation(field, message)));
        }

        RefusedRow(List<Violation> violations) {
            super("row refused", null, false, false);
            this.violations = List.copyOf(violations);
        }

        List<Violation> violations() {
            return violations;
        }
    }
}
