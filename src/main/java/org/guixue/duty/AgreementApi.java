package org.guixue.duty;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.guixue.NotFound;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.calendar.SchoolYear;
import org.guixue.duty.DutyJson.ShownPlace;
import org.jspecify.annotations.Nullable;

/** The responsibility map of a school year (双线四包) and who has not signed. Issuing all agreements of a layer is the room batch's. */
@Path("/api/agreements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgreementApi {
    private static final int MOST = 5000;

    @Inject
    private Duties duties;

    @Inject
    private DutyMap map;

    @Inject
    private DutyKeeping keeping;

    @Inject
    private DutySigning signing;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    /**
     * Somebody new for something; with {@code replaces}, who takes over from that entry, and nothing of what it covers is
     * said again; with {@code ends}, that nobody does.
     */
    record EntryBody(
            @Nullable String year,
            @Nullable String layer,
            @Nullable Long office,
            @Nullable String village,
            @Nullable String grade,
            @Nullable String schoolClass,
            @Nullable Long student,
            @Nullable String name,
            @Nullable String post,
            @Nullable String phone,
            @Nullable LocalDate from,
            @Nullable Long replaces,
            @Nullable Long ends,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    record CorrectionBody(
            @Nullable String name,
            @Nullable String post,
            @Nullable String phone) {}

    /** @param instrument the agreement, where it was not issued with the whole layer */
    record SignatureBody(
            @Nullable LocalDate on,
            @Nullable Long instrument,
            @Nullable String evidence) {}

    record ShownClass(
            ShownPlace school, String grade, @Nullable String schoolClass, long children) {
        static ShownClass of(DutyMap.OpenClass open) {
            return new ShownClass(
                    ShownPlace.of(open.school()),
                    open.grade(),
                    open.schoolClass().isEmpty() ? null : open.schoolClass(),
                    open.children());
        }
    }

    record ShownUncovered(
            List<ShownClass> classes,
            List<ShownPlace> children,
            List<ShownClass> grades,
            List<ShownPlace> schools,
            List<ShownPlace> townships) {
        static ShownUncovered of(DutyMap.Uncovered found) {
            return new ShownUncovered(
                    found.classes().stream().map(ShownClass::of).toList(),
                    found.children().stream().map(ShownPlace::of).toList(),
                    found.grades().stream().map(ShownClass::of).toList(),
                    found.schools().stream().map(ShownPlace::of).toList(),
                    found.townships().stream().map(ShownPlace::of).toList());
        }
    }

    /**
     * The map.
     *
     * @param signedBy the last day for signing; late once it has passed
     * @param counts how many hold now, by layer
     * @param unsigned those that hold and have no agreement that both sides have signed
     */
    record ShownMap(
            int year,
            String schoolYear,
            LocalDate signedBy,
            boolean late,
            Map<DutyLayer, Long> counts,
            ShownUncovered uncovered,
            List<DutyJson> entries,
            List<DutyJson> unsigned) {}

    /** @param layer one alone; empty for all */
    @GET
    public ShownMap map(
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("layer") @DefaultValue("") String layer,
            @QueryParam("history") @DefaultValue("false") boolean history) {
        SchoolYear wanted = DutyYear.read(year, map.present());
        List<DutyLayer> layers = layer.isEmpty() ? List.of() : List.of(layer(layer));
        List<Duty> all = duties.of(wanted, layers, history, caller.scope(), 0, MOST);
        List<Duty> unsigned = map.unsigned(wanted, caller.scope(), MOST);
        Set<Long> voided = map.voidAgreements(all);
        Set<Long> voidedToo = map.voidAgreements(unsigned);
        return new ShownMap(
                wanted.begins(),
                wanted.toString(),
                DutyMap.signedBy(wanted),
                LocalDate.now(clock).isAfter(DutyMap.signedBy(wanted)),
                duties.count(wanted, caller.scope()),
                ShownUncovered.of(map.uncovered(wanted, caller.scope())),
                all.stream()
                        .sorted(Comparator.comparing(Duty::layer))
                        .map(duty -> DutyJson.of(duty, voided))
                        .toList(),
                unsigned.stream()
                        .filter(duty -> layers.isEmpty() || layers.contains(duty.layer()))
                        .map(duty -> DutyJson.of(duty, voidedToo))
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enter(EntryBody body) {
        DutyImport.refuseInspector(caller);
        if (body.ends() != null) {
            LocalDate until = Optional.ofNullable(body.until())
                    .orElseThrow(() -> new ValuesRefused("until", "请填写负责的最后一天，如2026-10-11"));
            return created(keeping.end(caller, body.ends(), until, text(body.reason())));
        }
        Responsible who = new Responsible(text(body.name()), text(body.post()), text(body.phone()));
        if (body.replaces() != null) {
            LocalDate from = Optional.ofNullable(body.from())
                    .orElseThrow(() -> new ValuesRefused("from", "请填写换人的日期，如2026-10-12"));
            return created(keeping.succeed(caller, body.replaces(), who, from, text(body.reason())));
        }
        DutyLayer layer = layer(text(body.layer()));
        return created(keeping.enter(
                caller,
                new DutyDetails(
                        DutyYear.read(text(body.year()), map.present()),
                        layer,
                        charge(layer, body),
                        who,
                        Optional.ofNullable(body.from()))));
    }

    /** A school or township that names no office means itself. */
    private Charge charge(DutyLayer layer, EntryBody body) {
        boolean child = layer.covers() == DutyLayer.Covers.CHILD;
        long office = body.office() == null ? (child ? 0 : caller.office()) : body.office();
        return new Charge(
                office,
                text(body.village()),
                text(body.grade()),
                text(body.schoolClass()),
                body.student() == null ? 0 : body.student());
    }

    @GET
    @Path("{id:\\d{1,18}}")
    public Response one(@PathParam("id") long id) {
        Duty duty = duties.find(id, caller.scope()).orElseThrow(() -> new NotFound("责任人"));
        return shown(Response.ok(), duty);
    }

    @PUT
    @Path("{id:\\d{1,18}}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response correct(
            @PathParam("id") long id, CorrectionBody body, @HeaderParam("If-Match") @Nullable String tag) {
        Duty known = duties.find(id, caller.scope()).orElseThrow(() -> new NotFound("责任人"));
        Responsible before = known.who();
        Responsible who = new Responsible(
                body.name() == null ? before.name() : body.name(),
                body.post() == null ? before.post() : body.post(),
                body.phone() == null ? before.phone() : body.phone());
        return shown(Response.ok(), keeping.correct(caller, id, who, seen(tag)));
    }

    @POST
    @Path("{id:\\d{1,18}}/signature")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response sign(@PathParam("id") long id, SignatureBody body) {
        LocalDate on =
                Optional.ofNullable(body.on()).orElseThrow(() -> new ValuesRefused("on", "请填写双方签署的日期，如2026-08-28"));
        OptionalLong instrument = body.instrument() == null ? OptionalLong.empty() : OptionalLong.of(body.instrument());
        return created(signing.signed(caller, id, on, instrument, text(body.evidence())));
    }

    private Response created(Duty duty) {
        return shown(Response.created(URI.create("/api/agreements/" + duty.id())), duty);
    }

    private Response shown(Response.ResponseBuilder answer, Duty duty) {
        return answer.entity(DutyJson.of(duty, map.voidAgreements(List.of(duty))))
                .tag(Integer.toString(duty.version()))
                .build();
    }

    private static OptionalInt seen(@Nullable String tag) {
        if (tag == null || tag.equals("*")) {
            return OptionalInt.empty();
        }
        String version = tag.replace("\"", "");
        if (!version.matches("\\d{1,9}")) {
            throw new Stale("版本标记不是这一条的，请重新读取后再保存");
        }
        return OptionalInt.of(Integer.parseInt(version));
    }

    static DutyLayer layer(String text) {
        return DutyLayer.of(text)
                .orElseThrow(() -> new ValuesRefused("layer", "没有这个责任层次，请用其中之一：" + String.join("、", names())));
    }

    private static List<String> names() {
        return Arrays.stream(DutyLayer.values()).map(Enum::name).toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
