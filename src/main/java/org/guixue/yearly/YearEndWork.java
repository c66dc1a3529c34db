package org.guixue.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.instrument.InstrumentState;
import org.guixue.office.Office;
import org.guixue.shelving.OnShelf;
import org.guixue.shelving.ShelfLists;
import org.guixue.yearbook.KnownYear;
import org.guixue.yearbook.Yearbook;

/** What the end of a calendar year leaves to do, and what closes by itself. */
@ApplicationScoped
public class YearEndWork {
    private final YearCounts counts;
    private final ShelfLists shelves;
    private final Yearbook yearbook;
    private final LeftOpen leftOpen;

    @Inject
    public YearEndWork(YearCounts counts, ShelfLists shelves, Yearbook yearbook, LeftOpen leftOpen) {
        this.counts = counts;
        this.shelves = shelves;
        this.yearbook = yearbook;
        this.leftOpen = leftOpen;
    }

    List<YearItem> of(Caller caller, Office office, int year, LocalDate today) {
        Map<InstrumentState, Long> papers = counts.papers(caller.scope(), year);
        boolean over = today.getYear() > year;
        List<YearItem> items = new ArrayList<>();
        items.add(holidays(caller, office, year + 1, today));
        items.add(sealing(papers.getOrDefault(InstrumentState.RESERVED, 0L), year));
        items.add(papers(
                "undelivered",
                "送达",
                papers.getOrDefault(InstrumentState.ISSUED, 0L),
                "%d年签发的有%d份没有登记送达".formatted(year, papers.getOrDefault(InstrumentState.ISSUED, 0L)),
                "送到的补登记送达；送不出的另行送达，或者作废",
                "/search?state=ISSUED&year=" + year));
        items.add(papers(
                "out",
                "收回签字件",
                shelves.count(caller.scope(), OnShelf.OUT, year, ""),
                "%d年签发的有%d份原件还在外面".formatted(year, shelves.count(caller.scope(), OnShelf.OUT, year, "")),
                "收回签字件并扫描；不用收回的放入盒里",
                "/shelf?show=out&year=" + year));
        items.add(papers(
                "unboxed",
                "入盒",
                shelves.count(caller.scope(), OnShelf.WAITING, year, ""),
                "%d年签发的有%d份收回后没有入盒".formatted(year, shelves.count(caller.scope(), OnShelf.WAITING, year, "")),
                "放入盒，写上架位",
                "/shelf?show=waiting&year=" + year));
        items.add(series(caller, year, over));
        if (caller.role() == Role.BUREAU || caller.role() == Role.INSPECTOR) {
            items.add(bags(year, today));
        }
        return items;
    }

    private YearItem holidays(Caller caller, Office office, int coming, LocalDate today) {
        String title = "%d年放假安排".formatted(coming);
        if (yearbook.year(office, coming).source() != KnownYear.Source.NONE) {
            return YearItem.of("holidays", title, WorkState.DONE, "放假和调休已经有了，期限按它推算", "");
        }
        boolean published = today.getYear() >= coming || today.getMonthValue() >= 11;
        YearItem item = YearItem.of(
                "holidays",
                title,
                published ? WorkState.OPEN : WorkState.NOT_YET,
                "还没有：%d年的期限只按周末推算".formatted(coming),
                "国务院办公厅一般在11月公布；公布后由教育局在“管理→校历”填写或者导入");
        return caller.role() == Role.BUREAU ? item.at("去填写", "/admin/calendar/" + coming) : item;
    }

    private static YearItem sealing(long reserved, int year) {
        if (reserved == 0) {
            return YearItem.of("unsealed", "用印", WorkState.DONE, "%d年的文号都已经用印".formatted(year), "");
        }
        return YearItem.of(
                        "unsealed",
                        "用印",
                        WorkState.GOING,
                        "%d年有%d份给了文号还没有用印".formatted(year, reserved),
                        "系统会自动用印；一天以后还在这里的，请管理员看服务器日志，或者由教育局取消。它们不用印，档案包不能关闭")
                .at("查看", "/search?state=RESERVED&year=" + year);
    }

    private static YearItem papers(String id, String title, long count, String found, String todo, String href) {
        return count == 0
                ? YearItem.of(id, title, WorkState.DONE, "没有剩下的", "")
                : YearItem.of(id, title, WorkState.OPEN, found, todo).at("去办", href);
    }

    private YearItem series(Caller caller, int year, boolean over) {
        long fresh = !over
                ? 0
                : counts.papers(caller.scope(), year + 1).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        return YearItem.of(
                "series",
                "新年的文号",
                over ? WorkState.DONE : WorkState.BY_ITSELF,
                over ? "%d年已经编了%d份".formatted(year + 1, fresh) : "1月1日起签发的自动从1号编起",
                over ? "" : "不用办；12月31日以前打印好、没有签发的草稿，签发时按签发那天的年份编号");
    }

    /** A year's bags are closed on the second day of the next that the house sees. */
    private YearItem bags(int year, LocalDate today) {
        String title = "%d年的档案包".formatted(year);
        Optional<List<String>> open = leftOpen.leftOpen()
                .map(names ->
                        names.stream().filter(name -> name.contains("/" + year)).toList());
        if (!today.isAfter(LocalDate.of(year + 1, 1, 1)) || open.isEmpty()) {
            return YearItem.of("bags", title, WorkState.BY_ITSELF, "1月2日起自动关闭、写好校验清单", "不用办；以后对这些文书的登记写进当年的事件包");
        }
        return open.get().isEmpty()
                ? YearItem.of("bags", title, WorkState.DONE, "都已关闭", "")
                : YearItem.of(
                        "bags",
                        title,
                        WorkState.OPEN,
                        "没有关闭：" + String.join("、", open.get()),
                        "等着用印的先办完；仍不关闭的，请管理员看服务器日志里的原因。系统每天再试一次");
    }
}
