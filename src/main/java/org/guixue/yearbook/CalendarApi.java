package org.guixue.yearbook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.jspecify.annotations.Nullable;

/** The holidays and terms of a calendar year in the caller's county; its bureau writes them. */
@Path("/api/calendar/{year:\\d{4}}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CalendarApi {
    @Inject
    private Yearbook yearbook;

    @Inject
    private YearKeeping keeping;

    @Inject
    private Offices offices;

    @Inject
    private Caller caller;

    /** One day off. */
    record Day(@Nullable LocalDate on, @Nullable String name) {}

    /** One term of an office; without office the county's. */
    record Term(
            @Nullable Long office,
            @Nullable String term,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {}

    /** A year to write: without holidays the packaged ones are taken. */
    record Body(
            @Nullable List<Day> holidays,
            @Nullable List<LocalDate> worked,
            @Nullable List<Term> terms) {}

    /**
     * A year as it is known.
     *
     * @param known false where its holidays were not published when this was built and nobody has entered them; then only
     *     weekends count
     */
    record ShownYear(
            int year,
            boolean known,
            KnownYear.Source source,
            List<Day> holidays,
            List<LocalDate> worked,
            List<Term> terms,
            int version) {}

    @GET
    public Response show(@PathParam("year") int year) {
        return answer(year);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(@PathParam("year") int year, Body body, @HeaderParam("If-Match") @Nullable String tag) {
        keeping.write(caller, draft(year, body), seen(tag));
        return answer(year);
    }

    private Response answer(int year) {
        Office own = offices.find(caller.office()).orElseThrow();
        KnownYear known = yearbook.year(own, year);
        ShownYear shown = new ShownYear(
                year,
                known.source() != KnownYear.Source.NONE,
                known.source(),
                known.holidays().daysOff().entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList(),
                List.copyOf(known.holidays().workedWeekends()),
                known.terms().stream()
                        .map(term -> new Term(term.office(), term.term(), term.startsOn(), term.endsOn()))
                        .toList(),
                known.version());
        return Response.ok(shown).tag(String.valueOf(known.version())).build();
    }

    private static OptionalInt seen(@Nullable String tag) {
        if (tag == null || tag.equals("*")) {
            return OptionalInt.empty();
        }
        String version = tag.replace("\"", "");
        if (!version.matches("\\d{1,9}")) {
            throw new Stale("版本标记不是这一年校历的，请重新读取后再保存");
        }
        return OptionalInt.of(Integer.parseInt(version));
    }

    private static YearDraft draft(int year, Body body) {
        List<Violation> missing = new ArrayList<>();
        List<Day> days = body.holidays() == null ? List.of() : body.holidays();
        for (int i = 0; i < days.size(); i++) {
            need(missing, days.get(i).on(), "holidays[" + i + "].on", "请写放假的日期，如2026-10-01");
        }
        List<Term> terms = body.terms() == null ? List.of() : body.terms();
        for (int i = 0; i < terms.size(); i++) {
            need(missing, terms.get(i).starts(), "terms[" + i + "].starts", "请写开学日期");
            need(missing, terms.get(i).ends(), "terms[" + i + "].ends", "请写学期结束日期");
        }
        if (!missing.isEmpty()) {
            throw new ValuesRefused(missing);
        }
        return new YearDraft(
                year,
                Optional.ofNullable(body.holidays()).map(all -> all.stream()
                        .map(day -> new YearDraft.DayOff(present(day.on()), day.name() == null ? "" : day.name()))
                        .toList()),
                body.worked() == null ? List.of() : body.worked(),
                terms.stream()
                        .map(term -> new YearDraft.Term(
                                term.office() == null ? 0 : term.office(),
                                term.term() == null ? "" : term.term(),
                                present(term.starts()),
                                present(term.ends())))
                        .toList());
    }

    private static void need(List<Violation> missing, @Nullable LocalDate day, String field, String message) {
        if (day == null) {
            missing.add(new Violation(field, message));
        }
    }

    private static LocalDate present(@Nullable LocalDate day) {
        return Optional.ofNullable(day).orElseThrow();
    }
}
