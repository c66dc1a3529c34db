package org.guixue.deadline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.ChineseDays;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.office.Task;
import org.guixue.office.Tasks;
import org.jspecify.annotations.Nullable;

/** 待办: what is late, today, this week and later; for the offices above, who is late; and the week on paper. */
@Path("/tasks")
@Controller
@RequestScoped
public class TaskPages {
    private static final int MOST_SHOWN = 300;
    private static final List<String> WEEKDAYS = List.of("一", "二", "三", "四", "五", "六", "日");

    @Inject
    private Tasks tasks;

    @Inject
    private Offices offices;

    @Inject
    private ListingTrail trail;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Models models;

    /** One day of a week. */
    public record DayLines(String title, List<DueLine> lines) {}

    /** @param office one below whose tasks are looked at; the caller's own where nothing is said */
    @GET
    public String list(@QueryParam("office") @Nullable Long office) {
        LocalDate today = LocalDate.now(clock);
        boolean above = offices.find(caller.office())
                .map(own -> own.kind() != OfficeKind.SCHOOL)
                .orElse(false);
        List<Task> all = above ? tasks.within(caller, today) : List.of();
        List<Task> shown = shown(office, all);
        models.put("groups", DueGroup.of(shown.stream().limit(MOST_SHOWN).toList(), today));
        models.put("total", shown.size());
        models.put("more", Math.max(0, shown.size() - MOST_SHOWN));
        models.put("of", office == null ? "" : named(office).name());
        models.put("own", caller.role() != Role.INSPECTOR || office != null);
        models.put("today", ChineseDays.of(today));
        models.put("offices", above ? below(all, today) : List.of());
        trail.searched(caller, "待办", "", shown.size());
        return "deadline/tasks.html";
    }

    private List<Task> shown(@Nullable Long office, List<Task> all) {
        if (office == null) {
            return tasks.of(caller);
        }
        long wanted = named(office).id();
        return all.stream()
                .filter(task -> task.concern().office().orElse(0) == wanted)
                .toList();
    }

    private Office named(long office) {
        return offices.find(office, caller.scope()).orElseThrow(() -> new NotFound("单位"));
    }

    private List<OfficeLate> below(List<Task> all, LocalDate today) {
        return OfficeLate.of(
                offices.within(caller.scope()).stream()
                        .filter(each -> each.id() != caller.office())
                        .toList(),
                all,
                today);
    }

    /** The week as a sheet to pin to the wall: what is late, then day by day. */
    @GET
    @Path("week")
    public String week() {
        LocalDate today = LocalDate.now(clock);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Task> mine = tasks.of(caller);
        Map<LocalDate, List<DueLine>> byDay = mine.stream()
                .filter(task -> !task.overdue(today))
                .map(task -> DueLine.of(task, today))
                .collect(Collectors.groupingBy(
                        line -> line.task().dueOn().orElse(today), TreeMap::new, Collectors.toList()));
        models.put(
                "late",
                mine.stream()
                        .filter(task -> task.overdue(today))
                        .map(task -> DueLine.of(task, today))
                        .toList());
        models.put(
                "days",
                monday.datesUntil(monday.plusDays(7))
                        .filter(day -> !day.isBefore(today))
                        .map(day -> new DayLines(title(day), byDay.getOrDefault(day, List.of())))
                        .toList());
        models.put("from", ChineseDays.of(monday));
        models.put("until", ChineseDays.of(monday.plusDays(6)));
        trail.searched(caller, "一周待办", "", mine.size());
        return "deadline/week.html";
    }

    private static String title(LocalDate day) {
        return "%d月%d日 星期%s"
                .formatted(
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        WEEKDAYS.get(day.getDayOfWeek().getValue() - 1));
    }
}
