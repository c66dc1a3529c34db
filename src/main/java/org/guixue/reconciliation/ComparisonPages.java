package org.guixue.reconciliation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.Forbidden;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ListingTrail;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Typed;
import org.guixue.sheet.Ordered;

/** One comparison: our roll and the list side by side, settled one by one or all of a kind, then issued. */
@Path("/reconciliations/{id:\\d{1,18}}")
@RequestScoped
public class ComparisonPages {
    private static final int ROWS = 50;
    private static final int TOLD = 5;

    @Inject
    private ReconciliationView view;

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private SettlingDifferences settling;

    @Inject
    private IssuingComparison issuing;

    @Inject
    private ListingTrail trail;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A finding beside what differs in it. */
    public record Pair(RegisterFinding it, List<ReconciliationView.Candidate> candidates, SideBySide sides) {}

    /**
     * A tab: a kind of findings, or one field of those that differ.
     *
     * @param number how many are left or, where none is, how many there are
     */
    public record Tab(String label, int left, int number, boolean here, String href) {}

    @GET
    @Controller
    public Response show(
            @PathParam("id") long id,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("field") @DefaultValue("") String field,
            @QueryParam("all") @DefaultValue("") String all,
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("sure") @DefaultValue("") String sure) {
        issuing.noteApproval(reconciliations.find(id, caller));
        ReconciliationView.Shown summary = view.summary(caller, id);
        ShownKind shown = ShownKind.of(summary, kind, field);
        int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
        boolean openOnly = all.isEmpty() && shown.left() > 0;
        ReconciliationView.Shown found =
                view.show(caller, id, shown.kind(), shown.field(), openOnly, number * ROWS, ROWS);
        PageAddress here = address(id, shown, all);
        models.put("it", summary.it());
        models.put("summary", summary);
        models.put("shown", shown);
        models.put("tabs", tabs(id, summary, shown));
        models.put("all", all);
        models.put("withSettled", here.with("all", "1"));
        models.put("unsure", here);
        models.put(
                "pairs",
                found.lines().stream()
                        .map(each -> new Pair(
                                each.it(),
                                each.candidates(),
                                SideBySide.of(each.it().here(), each.it().there())))
                        .toList());
        models.put(
                "at",
                new PageOf(
                        number == 0 ? here : here.with("page", Integer.toString(number)),
                        number,
                        ROWS,
                        openOnly ? shown.left() : shown.count()));
        models.put("openOnly", openOnly);
        models.put("path", "/reconciliations/" + id);
        models.put("nextStep", NextStepOfComparison.of(summary));
        boolean own = summary.it().scope().office() == caller.office() && caller.role() != Role.INSPECTOR;
        models.put("maySettle", own && !summary.it().state().running());
        models.put("sure", shown.left() > 0 && sure.matches("THERE|ENQUIRE") ? sure : "");
        models.put(
                "waiting",
                issuing.waiting(summary.it())
                        .map(each -> each.submission().orElseThrow().submitterName())
                        .orElse(""));
        models.put("opensCases", opensCases(summary.it(), shown));
        trail.searched(
                caller, "reconciliation", Long.toString(id), found.lines().size());
        models.put("said", said.take());
        models.put("refused", said.takeRefusal());
        Response.ResponseBuilder answer = Response.ok("reconciliation/comparison.html");
        return (summary.it().state().running() ? answer.header("Refresh", "4") : answer).build();
    }

    private static List<Tab> tabs(long id, ReconciliationView.Shown summary, ShownKind shown) {
        return summary.groups().stream()
                .map(group -> new Tab(
                        group.label(),
                        group.left(),
                        group.left() == 0 ? group.count() : group.left(),
                        shown.is(group),
                        PageAddress.of("/reconciliations/" + id)
                                .with("kind", group.kind().code())
                                .with("field", group.field())
                                .toString()))
                .toList();
    }

    private static PageAddress address(long id, ShownKind shown, String all) {
        return PageAddress.of("/reconciliations/" + id)
                .with("kind", shown.kind().code())
                .with("field", shown.field())
                .with("all", all);
    }

    /** Of one row ({@code row}), of all of a kind ({@code kind} alone), or whom a doubtful row names ({@code student}). */
    @POST
    @Path("settlements")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Typed typed = Typed.of(posted);
        settling.expectOwn(caller, id);
        ShownKind shown = ShownKind.of(view.summary(caller, id), typed.value("kind"), typed.value("tab"));
        PageAddress back = address(id, shown, typed.value("all")).with("page", typed.value("page"));
        String take = typed.value("take");
        boolean grave =
                take.equals("THERE") || (take.equals("ENQUIRE") && opensCases(reconciliations.find(id, caller), shown));
        if (grave && typed.value("row").isEmpty() && typed.value("sure").isEmpty()) {
            return to(back.without("page").with("sure", take));
        }
        try {
            said.say(typed.value("row").isEmpty() ? ofKind(id, shown, typed) : ofRow(id, typed));
        } catch (Refused e) {
            if (RefusedRequest.isNoMatterOfTheForm(e)) {
                throw e;
            }
            said.refuse("没有核对：" + Sentences.of(e));
        }
        return to(back);
    }

    /** Whether to be found out means a case for each. */
    private static boolean opensCases(Reconciliation it, ShownKind shown) {
        return shown.kind() == FindingKind.ONLY_HERE && it.register().tellsOfAbsence();
    }

    private String ofRow(long id, Typed typed) {
        if (!typed.value("row").matches("\\d{1,7}")) {
            throw new ValuesRefused("row", "应是行号（数字）");
        }
        int row = Integer.parseInt(typed.value("row"));
        String student = typed.value("student");
        if (!student.isEmpty()) {
            settling.decide(
                    caller,
                    id,
                    row,
                    student.matches("\\d{1,18}") ? Optional.of(Long.valueOf(student)) : Optional.empty());
            return "第%d行已认定。".formatted(row);
        }
        Taken take = Taken.of(typed.value("take"));
        settling.row(caller, id, row, typed.value("field"), take, typed.value("note"));
        return "第%d行：%s。".formatted(row, take.label());
    }

    private String ofKind(long id, ShownKind shown, Typed typed) {
        Taken take = Taken.of(typed.value("take"));
        SettlingDifferences.Settled all =
                settling.kind(caller, id, shown.kind(), shown.field(), take, typed.value("note"));
        if (!all.refused().isEmpty()) {
            said.refuse(all.refused().stream()
                    .limit(TOLD)
                    .map(each -> each.name() + "：" + each.message())
                    .collect(Collectors.joining(
                            "；",
                            "有%d行没有核对：".formatted(all.refused().size()),
                            all.refused().size() > TOLD ? "；等" : "")));
        }
        String more = all.settled() + all.refused().size() < shown.left() ? "一次最多办%d条，其余请再按一次。" : "";
        return "“%s”%d条：%s。".formatted(shown.label(), all.settled(), take.label())
                + more.formatted(SettlingDifferences.MOST_AT_ONCE);
    }

    @POST
    @Path("issue")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        try {
            Ordered asked = issuing.issue(caller, id);
            if (asked.issued().isPresent()) {
                return to(PageAddress.of("/instruments/" + asked.issued().get().id()));
            }
            said.say("比对表已提交用印审批，由本单位另一位有审批授权的人员批准后签发。");
            return to(PageAddress.of("/reconciliations/" + id));
        } catch (Refused e) {
            if (RefusedRequest.isNoMatterOfTheForm(e)) {
                throw e;
            }
            said.refuse("没有出具：" + Sentences.of(e));
            return to(PageAddress.of("/reconciliations/" + id));
        }
    }

    /** The list as it was brought, which has whole IDs: for a reason, which is audited. */
    @POST
    @Path("file")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response file(@PathParam("id") long id, @FormParam("reason") @DefaultValue("") String reason) {
        Reconciliation found = reconciliations.find(id, caller);
        settling.expectOwn(caller, id);
        if (!caller.mayReadSensitive() && found.caller().account() != caller.account()) {
            throw new Forbidden("原表可能含健康或残疾信息，只有上传的账号和有查阅授权的账号可以下载");
        }
        if (reason.isBlank() || reason.length() > 200) {
            said.refuse("没有下载：请写明下载原表的事由，最多200个字");
            return to(PageAddress.of("/reconciliations/" + id));
        }
        trail.exportedListing(
                caller, "register", Map.of("reconciliation", Long.toString(id)), found.rowsRead(), reason.strip());
        String name =
                URLEncoder.encode(found.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(reconciliations.file(id), "application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"register\"; filename*=UTF-8''" + name)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response to(PageAddress address) {
        return Response.seeOther(URI.create(address.toString())).build();
    }
}
