package org.guixue.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page, as {@code shell} in the templates: who is signed in, where they work, what is due, where they
 * may go. The office and what is due are asked of {@link TopBar} once per request.
 */
@Named("shell")
@RequestScoped
public class Shell {
    /** One entry of the left rail. */
    public record Entry(String label, String path, Set<Role> roles) {}

    /** An attribute of a request whose account may go nowhere before it has a password of its own. */
    public static final String CONFINED = "org.guixue.confined";

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> ISSUING = EnumSet.complementOf(EnumSet.of(Role.INSPECTOR));
    private static final Entry FOUNDING = new Entry("开通", "/founding", EnumSet.of(Role.BUREAU));
    private static final List<Entry> ENTRIES = List.of(
            new Entry("工作台", "/", ALL),
            new Entry("待办", "/tasks", ALL),
            new Entry("学生", "/students", ALL),
            new Entry("比对", "/reconciliations", ALL),
            new Entry("文书", "/forms", ISSUING),
            new Entry("批量", "/batches", ISSUING),
            new Entry("回收", "/scans", ISSUING),
            new Entry("台账", "/ledgers", ALL),
            new Entry("全县", "/county", EnumSet.of(Role.BUREAU, Role.INSPECTOR)),
            new Entry("本镇", "/county", EnumSet.of(Role.TOWNSHIP)),
            new Entry("本校", "/county", EnumSet.of(Role.CLERK)),
            new Entry("关注", "/watch", ALL),
            new Entry("包保责任", "/agreements", ALL),
            new Entry("检索", "/search", ALL),
            new Entry("管理", "/admin", EnumSet.of(Role.BUREAU, Role.INSPECTOR)));

    @Inject
    HttpServletRequest request;

    @Inject
    Instance<Caller> callers;

    @Inject
    Clock clock;

    @Inject
    TopBar bar;

    private TopBar.@Nullable Line line;

    public Caller caller() {
        return callers.get();
    }

    public String getOffice() {
        return line().office();
    }

    public int getDue() {
        return line().due();
    }

    /** Whether anything can ever be due: an inspector only reads. */
    public boolean isDueShown() {
        return caller().role() != Role.INSPECTOR;
    }

    public String getDisplayName() {
        return caller().displayName();
    }

    public String getRole() {
        return caller().position();
    }

    /** The day on which a page leaves for paper. */
    public String getToday() {
        return DateTimeFormatter.ofPattern("yyyy年M月d日").format(LocalDate.now(clock));
    }

    public String getCsrf() {
        return Csrf.token(request);
    }

    /** The forms that were taken since the last page, by the names under which the browser keeps them. */
    public String getConfirmed() {
        return Confirmed.told(request);
    }

    /** What stands in the search box. */
    public String getQuery() {
        String query = Csrf.path(request).equals("/search") ? parameter("q") : null;
        return query == null ? "" : query;
    }

    /** Whether the account still has the password that was handed out and must change it first. */
    public boolean isConfined() {
        return request.getAttribute(CONFINED) != null;
    }

    public List<Entry> getEntries() {
        return (line().founding() ? Stream.concat(Stream.of(FOUNDING), ENTRIES.stream()) : ENTRIES.stream())
                .filter(entry -> entry.roles().contains(caller().role()))
                .toList();
    }

    /** Whether the page lies in this part of the house. */
    public boolean isIn(Entry entry) {
        String path = Csrf.path(request);
        String room = path.replaceFirst("^/(drafts|instruments|approvals)(?=/|$)", "/forms")
                .replaceFirst("^/shelf(?=/|$)", "/scans")
                .replaceFirst("^/agreement(?=/|$)", "/ledgers");
        return entry.path().equals("/") ? room.equals("/") : (room + "/").startsWith(entry.path() + "/");
    }

    /** From the query string as UTF-8: the container's own reading depends on its settings. */
    private @Nullable String parameter(String name) {
        String query = request.getQueryString();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                try {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private TopBar.Line line() {
        TopBar.Line known = line;
        if (known == null) {
            known = bar.of(caller());
            line = known;
        }
        return known;
    }
}
