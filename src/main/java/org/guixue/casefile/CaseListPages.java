package org.guixue.casefile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.casefile.history.CaseState;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.jspecify.annotations.Nullable;

/** The cases of the caller's scope, by state. */
@Path("/")
@Controller
@RequestScoped
public class CaseListPages {
    private static final int SIZE = 50;
    private static final int LAST_PAGE = 1_000_000;

    @Inject
    private Cases cases;

    @Inject
    private CaseFinding finding;

    @Inject
    private NextDeadlines deadlines;

    @Inject
    private Offices offices;

    @Inject
    private ListingTrail trail;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A state and how many cases stand there. */
    public record StateCount(String state, String label, long count, boolean shown) {}

    /**
     * A case.
     *
     * @param next what must be done first; null for nothing
     */
    public record Line(
            long student,
            String name,
            String school,
            String state,
            String openedOn,
            long days,
            int persuasions,
            String lead,
            NextDeadlines.@Nullable Next next) {}

    @GET
    @Path("cases")
    public String list(@BeanParam CaseListRequest asked) {
        int at = Math.min(Math.max(asked.page(), 1), LAST_PAGE);
        Set<CaseState> states = asked.states();
        long total;
        List<Case> shown;
        LocalDate day = LocalDate.now(clock);
        if (asked.narrowed() || states.size() > 1) {
            CaseQuestion question = asked.question(caller, offices, clock);
            List<Long> found = finding.asked(question);
            total = found.size();
            shown = finding.of(found.stream().skip((at - 1L) * SIZE).limit(SIZE).toList());
            day = question.on();
            models.put("narrowed", NarrowedWords.of(question, caller, offices));
        } else {
            Set<CaseState> wanted = states.isEmpty() ? CaseQuestion.OPEN : states;
            total = cases.count(caller.scope(), wanted);
            shown = cases.inStates(caller.scope(), wanted, (at - 1) * SIZE, SIZE);
            models.put("narrowed", List.of());
        }
        LocalDate counted = day;
        Map<Long, NextDeadlines.Next> next =
                deadlines.of(shown.stream().map(Case::id).toList(), LocalDate.now(clock));
        models.put(
                "lines",
                shown.stream()
                        .map(each -> line(each, counted, next.get(each.id())))
                        .toList());
        models.put("states", counts(states.size() == 1 ? asked.state() : ""));
        models.put("state", asked.state());
        models.put("total", total);
        models.put("page", at);
        models.put("pages", Math.max(1, (total + SIZE - 1) / SIZE));
        models.put(
                "before", asked.address().with("page", String.valueOf(at - 1)).toString());
        models.put("after", asked.address().with("page", String.valueOf(at + 1)).toString());
        trail.searched(caller, "个案", asked.address().toString().replaceFirst("^/cases\\??", ""), total);
        return "casefile/cases.html";
    }

    private List<StateCount> counts(String shown) {
        return Arrays.stream(CaseState.values())
                .map(each -> new StateCount(
                        each.name(),
                        each.label(),
                        cases.count(caller.scope(), EnumSet.of(each)),
                        each.name().equals(shown)))
                .filter(each -> each.count() > 0 || each.shown())
                .toList();
    }

    private Line line(Case found, LocalDate today, NextDeadlines.@Nullable Next next) {
        return new Line(
                found.student().id(),
                found.student().name(),
                found.student().school().map(Office::name).orElse("未在校"),
                found.state().label(),
                found.openedOn().toString(),
                ChronoUnit.DAYS.between(found.openedOn(), today),
                found.persuasions().size(),
                found.leadOffice().isPresent()
                        ? offices.find(found.leadOffice().getAsLong())
                                .map(Office::name)
                                .orElse("")
                        : "",
                next);
    }

    /** A case is read on its child's page. */
    @GET
    @Path("cases/{id:\\d+}")
    public Response one(@PathParam("id") long id) {
        Case found = cases.find(id, caller.scope()).orElseThrow(() -> new NotFound("个案"));
        return Response.seeOther(URI.create("/students/" + found.student().id() + "#case"))
                .build();
    }
}
