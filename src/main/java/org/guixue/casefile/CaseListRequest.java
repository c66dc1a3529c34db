package org.guixue.casefile;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.casefile.history.CaseState;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.PageAddress;

/** By what a list of cases is narrowed; what the county's picture leads to. What is not said does not narrow. */
public class CaseListRequest {
    @QueryParam("state")
    @DefaultValue("")
    private String state = "";

    @QueryParam("office")
    @DefaultValue("")
    private String office = "";

    @QueryParam("school")
    @DefaultValue("")
    private String school = "";

    @QueryParam("township")
    @DefaultValue("")
    private String township = "";

    @QueryParam("cause")
    @DefaultValue("")
    private String cause = "";

    @QueryParam("persuaded")
    @DefaultValue("")
    private String persuaded = "";

    @QueryParam("on")
    @DefaultValue("")
    private String on = "";

    @QueryParam("returned")
    @DefaultValue("")
    private String returned = "";

    @QueryParam("page")
    @DefaultValue("1")
    private int page = 1;

    /** Whether anything but a state narrows it. */
    public boolean narrowed() {
        return !(office + school + township + cause + persuaded + on + returned).isEmpty();
    }

    public String state() {
        return state;
    }

    public int page() {
        return page;
    }

    /** The address of the list without its page. */
    public PageAddress address() {
        return PageAddress.of("/cases")
                .with("state", state)
                .with("office", office)
                .with("school", school)
                .with("township", township)
                .with("cause", cause)
                .with("persuaded", persuaded)
                .with("on", on)
                .with("returned", returned);
    }

    /** The states that are named; empty for none or an unknown one. */
    Set<CaseState> states() {
        List<String> named = List.of(state.split(","));
        EnumSet<CaseState> states = EnumSet.noneOf(CaseState.class);
        Arrays.stream(CaseState.values())
                .filter(each -> named.contains(each.name()))
                .forEach(states::add);
        return states;
    }

    /**
     * @throws NotFound where an office is out of the caller's scope
     * @throws Forbidden where a cause tells of health and the caller does not hold the grant
     */
    CaseQuestion question(Caller caller, Offices offices, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Set<CaseState> states = states();
        Optional<CauseGroup> wanted = named(cause, "cause", CauseGroup::named);
        if (wanted.filter(group -> !CauseGroup.shown(caller.mayReadSensitive()).contains(group))
                .isPresent()) {
            throw new Forbidden("身体原因另册保管；需要查阅请向教育局申请授权");
        }
        return new CaseQuestion(
                scope(office, "office", caller, offices).orElse(caller.scope()),
                dated(on, "on", LocalDate::parse)
                        .filter(day -> day.isBefore(today))
                        .orElse(today),
                school.isEmpty() || school.equals("none") || school.equals("outside")
                        ? scope(township, "township", caller, offices)
                        : scope(school, "school", caller, offices),
                school.equals("none"),
                school.equals("outside"),
                states.isEmpty() ? CaseQuestion.OPEN : states,
                wanted,
                named(persuaded, "persuaded", PersuasionPause::named),
                dated(returned, "returned", YearMonth::parse),
                caller.mayReadSensitive());
    }

    private static Optional<Scope> scope(String id, String field, Caller caller, Offices offices) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (!id.matches("\\d{1,18}")) {
            throw new ValuesRefused(field, "单位应当是单位的编号，请改正");
        }
        return Optional.of(offices.find(Long.parseLong(id), caller.scope())
                .map(Office::scope)
                .orElseThrow(() -> new NotFound("单位")));
    }

    private static <T> Optional<T> named(String text, String field, Function<String, Optional<T>> named) {
        Optional<T> found = named.apply(text);
        if (!text.isEmpty() && found.isEmpty()) {
            throw new ValuesRefused(field, "没有这种筛选条件，请从全县情况页面重新进入");
        }
        return found;
    }

    private static <T> Optional<T> dated(String text, String field, Function<String, T> parsed) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parsed.apply(text));
        } catch (DateTimeException e) {
            throw new ValuesRefused(field, "日期应当写成 2026-09-30，月份应当写成 2026-09，请改正");
        }
    }
}
