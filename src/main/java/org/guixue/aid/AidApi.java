package org.guixue.aid;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.calendar.Reporting;
import org.guixue.person.Students;
import org.jspecify.annotations.Nullable;

/** What a child was given, term by term. */
@Path("/api/students/{id:\\d{1,18}}/aid")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AidApi {
    @Inject
    private AidGiving giving;

    @Inject
    private Aids aids;

    @Inject
    private Students students;

    @Inject
    private ChildTrail trail;

    @Inject
    private Caller caller;

    /**
     * Something given; or with {@code counters} and {@code reason}, that entry is taken back.
     *
     * @param term that of the day where it is not given
     */
    record AidBody(
            @Nullable String kind,
            @Nullable BigDecimal amount,
            @Nullable LocalDate on,
            @Nullable String term,
            @Nullable String evidence,
            @Nullable String note,
            @Nullable Long counters,
            @Nullable String reason) {}

    record ShownAid(
            long id,
            String term,
            String kind,
            BigDecimal amount,
            LocalDate on,
            @Nullable String evidence,
            @Nullable String note,
            @Nullable Long counters,
            boolean takenBack) {
        static ShownAid of(Aid aid, List<Aid> all) {
            return new ShownAid(
                    aid.id(),
                    aid.term(),
                    aid.kind(),
                    aid.amount(),
                    aid.on(),
                    aid.evidence().isEmpty() ? null : aid.evidence(),
                    aid.note().isEmpty() ? null : aid.note(),
                    aid.counters().orElse(null),
                    AidBook.isTakenBack(aid, all));
        }
    }

    /** @param total of all that holds, in 元 */
    record ShownAids(BigDecimal total, List<AidBook.TermSum> terms, List<ShownAid> items) {}

    @GET
    public ShownAids list(@PathParam("id") long student) {
        expectSeen(student);
        trail.read(caller, student, "aid");
        AidBook book = new AidBook(aids.of(student, caller.scope()));
        return new ShownAids(
                book.total(),
                book.terms(),
                book.all().stream().map(aid -> ShownAid.of(aid, book.all())).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(@PathParam("id") long student, AidBody body) {
        AidGiving.refuseInspector(caller);
        expectSeen(student);
        Aid aid = body.counters() == null
                ? giving.record(caller, student, details(body))
                : giving.takeBack(caller, student, body.counters(), text(body.reason()));
        return Response.created(URI.create("/api/students/" + student + "/aid"))
                .entity(ShownAid.of(aid, List.of()))
                .build();
    }

    private void expectSeen(long student) {
        if (students.find(student, caller.scope()).isEmpty()) {
            throw new NotFound("学生");
        }
    }

    private static AidDetails details(AidBody body) {
        BigDecimal amount = Optional.ofNullable(body.amount())
                .orElseThrow(() -> new ValuesRefused("amount", "请填写金额（元），如625或312.50"));
        LocalDate on = Optional.ofNullable(body.on()).orElseThrow(() -> new ValuesRefused("on", "请填写发放日期，如2026-10-20"));
        String term = body.term() == null
                ? Reporting.of(Reporting.Kind.TERM, on).name()
                : body.term().strip();
        return new AidDetails(text(body.kind()), amount, on, term, text(body.evidence()), text(body.note()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
