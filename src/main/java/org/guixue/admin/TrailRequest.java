package org.guixue.admin;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.audit.AuditAct;
import org.guixue.audit.AuditSubject;

/** The question of the trail as it stands in an address. */
public class TrailRequest {
    private static final int DEEPEST_PAGE = 100_000;
    private static final int LARGEST_PAGE = 200;

    @QueryParam("child")
    @DefaultValue("")
    String child = "";

    @QueryParam("account")
    @DefaultValue("")
    String account = "";

    @QueryParam("act")
    @DefaultValue("")
    String act = "";

    @QueryParam("from")
    @DefaultValue("")
    String from = "";

    @QueryParam("to")
    @DefaultValue("")
    String to = "";

    @QueryParam("kind")
    @DefaultValue("")
    String kind = "";

    @QueryParam("id")
    @DefaultValue("")
    String id = "";

    @QueryParam("page")
    @DefaultValue("")
    String page = "";

    @QueryParam("size")
    @DefaultValue("")
    String size = "";

    /** @throws ValuesRefused naming the parameter that cannot be read */
    public TrailQuestion question() {
        if (!AuditSubject.fits(kind, id)) {
            throw new ValuesRefused("kind", "对象类别应为student、instrument等小写英文，请改正");
        }
        if (!child.matches("\\d{0,18}")) {
            throw new ValuesRefused("child", "学生编号应为数字，请从学生列表中选择");
        }
        if (account.length() > 100) {
            throw new ValuesRefused("account", "用户名或姓名最多100个字，请改正");
        }
        return new TrailQuestion(
                child.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(child)),
                kind.isEmpty() ? Optional.empty() : Optional.of(new AuditSubject(kind, id)),
                account.strip(),
                act.isEmpty() ? Optional.empty() : Optional.of(act()),
                day("from", from),
                day("to", to));
    }

    private AuditAct act() {
        return Arrays.stream(AuditAct.values())
                .filter(known -> known.name().equals(act.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ValuesRefused("act", "没有这种操作，请从列表中选择"));
    }

    private static Optional<LocalDate> day(String name, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new ValuesRefused(name, "日期应写作2026-03-15，请改正");
        }
    }

    /** Counted from 0. */
    public int page() {
        return page.matches("\\d{1,9}") ? Math.min(Integer.parseInt(page), DEEPEST_PAGE) : 0;
    }

    public int size(int usual) {
        return size.matches("\\d{1,9}") ? Math.min(Math.max(Integer.parseInt(size), 1), LARGEST_PAGE) : usual;
    }
}
