package org.guixue.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.calendar.SchoolYear;
import org.guixue.casefile.Cases;
import org.guixue.duty.Duties;
import org.guixue.duty.DutyMap;
import org.guixue.office.Office;
import org.guixue.watch.WatchGroup;
import org.guixue.watch.Watches;
import org.guixue.yearbook.EnteredTerms;
import org.guixue.yearbook.Yearbook;

/** What the turn of the school year leaves to do. */
@ApplicationScoped
public class SchoolYearWork {
    private static final int MOST_UNSIGNED = 1000;

    private final YearCounts counts;
    private final Yearbook yearbook;
    private final Duties duties;
    private final DutyMap map;
    private final Cases cases;
    private final Watches watches;

    @Inject
    public SchoolYearWork(
            YearCounts counts, Yearbook yearbook, Duties duties, DutyMap map, Cases cases, Watches watches) {
        this.counts = counts;
        this.yearbook = yearbook;
        this.duties = duties;
        this.map = map;
        this.cases = cases;
        this.watches = watches;
    }

    List<YearItem> of(Caller caller, Office office, int begins, LocalDate today) {
        SchoolYear year = new SchoolYear(begins);
        LocalDate july = LocalDate.of(begins, Month.JULY, 1);
        boolean early = today.isBefore(july);
        List<YearItem> items = new ArrayList<>();
        items.add(terms(caller, office, year));
        items.add(agreements(caller, year));
        items.add(signing(caller, year));
        items.add(openCases(caller, july, early));
        items.add(watched(caller, july));
        items.add(promotion(caller, year, july, today));
        items.add(arrivals(caller, year, today));
        items.add(firstGrade(caller, year, july, today));
        return items;
    }

    private YearItem terms(Caller caller, Office office, SchoolYear year) {
        EnteredTerms terms = yearbook.entered(office, year);
        String title = "%s学年校历".formatted(year);
        if (terms.complete()) {
            return YearItem.of("terms", title, WorkState.DONE, terms.words(), "");
        }
        YearItem item = YearItem.of("terms", title, WorkState.OPEN, terms.words(), "由教育局在“管理→校历”填写；春季学期填在下一年的校历里");
        return caller.role() == Role.BUREAU ? item.at("去填写", "/admin/calendar/" + terms.calendarYear()) : item;
    }

    private YearItem agreements(Caller caller, SchoolYear year) {
        long made = duties.count(year, caller.scope()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        String title = "%s学年包保责任".formatted(year);
        String href = "/agreements?year=" + year.begins();
        if (made == 0) {
            return YearItem.of("agreements", title, WorkState.OPEN, "还没有责任人", "导出上一学年的责任表，改好以后导入新学年；升级以后再核对各班")
                    .at("去填写", href);
        }
        DutyMap.Uncovered uncovered = map.uncovered(year, caller.scope());
        int gaps = uncovered.classes().size()
                + uncovered.children().size()
                + uncovered.grades().size()
                + uncovered.schools().size()
                + uncovered.townships().size();
        return gaps == 0
                ? YearItem.of("agreements", title, WorkState.DONE, "%d人，都有人负责".formatted(made), "")
                : YearItem.of(
                                "agreements",
                                title,
                                WorkState.GOING,
                                "已有%d人，还有%d处没有人负责".formatted(made, gaps),
                                "补上责任人；升级以前各班还是上一学年的年级，升级以后再看一遍")
                        .at("去填写", href);
    }

    private YearItem signing(Caller caller, SchoolYear year) {
        int unsigned = map.unsigned(year, caller.scope(), MOST_UNSIGNED).size();
        long made = duties.count(year, caller.scope()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        String title = "签订目标责任书";
        if (unsigned == 0) {
            return made == 0
                    ? YearItem.of("signing", title, WorkState.NOT_YET, "新学年还没有责任人", "先填写包保责任")
                    : YearItem.of("signing", title, WorkState.DONE, "都已签订", "");
        }
        return YearItem.of(
                        "signing",
                        title,
                        WorkState.OPEN,
                        "%d份没有签订".formatted(unsigned),
                        "在%s以前签完；逐层签发以后登记签订".formatted(DutyMap.signedBy(year)))
                .at("看未签的", "/agreements?show=unsigned&year=" + year.begins());
    }

    private YearItem openCases(Caller caller, LocalDate july, boolean early) {
        long open = cases.countOpen(caller.scope());
        long quiet = early ? 0 : counts.quietCases(caller.scope(), july);
        if (open == 0) {
            return YearItem.of("cases", "带入新学年的个案", WorkState.DONE, "没有没结束的个案", "");
        }
        WorkState state = quiet > 0 ? WorkState.OPEN : WorkState.DONE;
        return YearItem.of(
                        "cases",
                        "带入新学年的个案",
                        state,
                        early ? "%d件没有结束".formatted(open) : "%d件没有结束，其中%d件7月以来没有任何记录".formatted(open, quiet),
                        quiet == 0 ? "" : "开学前逐件联系，劝返或者更正；个案随学生带入新学年，期限照算")
                .at("看个案", "/cases");
    }

    private YearItem watched(Caller caller, LocalDate july) {
        Watches.Filter all = new Watches.Filter(
                WatchGroup.seen(caller.mayReadSensitive()), Optional.empty(), false, Optional.empty());
        long open = watches.count(caller, all);
        long quiet = watches.count(
                caller, new Watches.Filter(all.groups(), Optional.empty(), false, Optional.of(july.minusDays(1))));
        if (open == 0) {
            return YearItem.of("watch", "复核关注学生", WorkState.GOING, "没有关注学生", "开学后按留守、困难等情形重新摸排")
                    .at("去登记", "/watch");
        }
        return YearItem.of(
                        "watch",
                        "复核关注学生",
                        quiet > 0 ? WorkState.OPEN : WorkState.DONE,
                        "%d名在关注，%d名7月以来没有谈心、家访或检查".formatted(open, quiet),
                        quiet == 0 ? "" : "开学前后逐名走访；不再需要的解除，新出现的加进来")
                .at("去复核", "/watch?show=due");
    }

    private YearItem promotion(Caller caller, SchoolYear year, LocalDate july, LocalDate today) {
        long done = counts.turned(caller.scope(), year.begins());
        long left = counts.notTurned(caller.scope(), year.begins(), july);
        String title = "%s学年升级".formatted(year);
        String href = "/promotions?year=" + year.begins();
        if (left == 0) {
            return YearItem.of(
                            "promotion",
                            title,
                            WorkState.DONE,
                            done > 0 ? "%d所学校已办理".formatted(done) : "名册上的年级已经是新学年的",
                            "")
                    .at("查看", href);
        }
        boolean before = today.isBefore(year.from());
        return YearItem.of(
                        "promotion",
                        title,
                        before ? WorkState.NOT_YET : done > 0 ? WorkState.GOING : WorkState.OPEN,
                        "%d所已办理，%d所没有办理".formatted(done, left),
                        before ? "现在可以逐校核对、标注例外，%s起办理".formatted(year.from()) : "逐校核对后一次办理；办错了可以整校收回")
                .at(before ? "先核对" : "去办理", href);
    }

    private YearItem arrivals(Caller caller, SchoolYear year, LocalDate today) {
        long awaited = counts.awaited(caller.scope(), year.begins());
        String title = "初一新生报到";
        if (today.isBefore(year.from())) {
            return YearItem.of("arrivals", title, WorkState.NOT_YET, "小学办理升级以后列出", "");
        }
        return awaited == 0
                ? YearItem.of("arrivals", title, WorkState.DONE, "没有等着报到的学生", "")
                        .at("查看", "/arrivals")
                : YearItem.of(
                                "arrivals",
                                title,
                                WorkState.OPEN,
                                "%d名小学毕业生还没有到初中报到".formatted(awaited),
                                "到了的登记报到；没有到的建立疑似辍学个案，核实去向")
                        .at("去登记", "/arrivals");
    }

    private YearItem firstGrade(Caller caller, SchoolYear year, LocalDate july, LocalDate today) {
        long entered = counts.newFirstGrade(caller.scope(), july);
        long schools = counts.schoolsWithFirstGrade(caller.scope());
        String title = "一年级新生名册";
        if (entered > 0 || schools == 0) {
            return YearItem.of(
                    "first-grade", title, WorkState.DONE, entered > 0 ? "已录入%d名".formatted(entered) : "没有招一年级的学校", "");
        }
        YearItem item = YearItem.of(
                "first-grade",
                title,
                today.isBefore(year.from()) ? WorkState.NOT_YET : WorkState.OPEN,
                "%s年7月以来没有录入一年级学生".formatted(year.begins()),
                "导入新生名册；和公安、乡镇的适龄儿童名单比对，没有来的核实去向");
        return caller.role() == Role.INSPECTOR ? item : item.at("去导入", "/students/import");
    }
}
