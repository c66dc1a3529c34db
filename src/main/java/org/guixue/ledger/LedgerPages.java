package org.guixue.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.calendar.Reporting;
import org.guixue.form.Ledger;
import org.guixue.office.Office;
import org.guixue.page.ByteRange;
import org.guixue.page.PageAddress;
import org.guixue.page.Said;
import org.jspecify.annotations.Nullable;

/** 台账: which there are, and each with what it says, what has changed since it was submitted, and the button that submits it. */
@Path("/ledgers")
@RequestScoped
public class LedgerPages {
    private static final int UNPROCESSABLE = 422;
    private static final String ONE = "{jurisdiction:[a-z][a-z0-9-]*}/{ledger:[a-z][a-z0-9-]*}";

    @Inject
    private LedgerDesk desk;

    @Inject
    private LedgerReading reading;

    @Inject
    private LedgerFiles files;

    @Inject
    private LedgerPackage packages;

    @Inject
    private LedgerListing listing;

    @Inject
    private SubmittingLedgers submitting;

    @Inject
    private TypingCells typing;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    @Controller
    public String list() {
        models.put("groups", listing.groups(caller));
        return "ledger/ledgers.html";
    }

    @GET
    @Path(ONE)
    @Controller
    public String one(@BeanParam LedgerRequest asked) {
        return page(asked, reading.read(caller, asked), TypedForm.blank());
    }

    private String page(LedgerRequest asked, ReadLedger read, TypedForm posted) {
        Content shown = files.shown(caller, read, Optional.empty(), false);
        models.put("view", LedgerView.of(caller, read, shown, desk.offices(caller, read.ledger()), asked, posted));
        models.put("handed", HandedLedger.of(caller, read, submitting.handedIn(read.own())));
        models.put("said", said.take());
        models.put("refusal", said.takeRefusal());
        return "ledger/ledger.html";
    }

    /** Types what was posted, then submits; leads to the ledger, which names the sealed paper. */
    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Controller
    public Response submit(@BeanParam LedgerRequest asked, MultivaluedMap<String, String> posted) {
        return typed(asked, posted, (own, count) -> submitting
                .submit(caller, own.ledger(), own.office(), own.period())
                .issued()
                .map(paper -> "%s的《%s》已报送，文号%s。纸质件请打印盖章后报%s。"
                        .formatted(
                                own.period().label(),
                                own.ledger().title(),
                                paper.serial(),
                                LedgerValues.sentTo(own.office()).orElse("上级单位")))
                .orElse("已提交用印审批，由本单位另一位有审批授权的人员批准后编号、盖章、报送。"));
    }

    /** Types what was posted. */
    @POST
    @Path(ONE + "/typed")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Controller
    public Response type(@BeanParam LedgerRequest asked, MultivaluedMap<String, String> posted) {
        return typed(asked, posted, (own, count) -> count == 0 ? "没有改动。" : "已保存" + count + "格。");
    }

    /** What follows the typing, and what it says. */
    private interface Then {
        String say(OwnLedger own, int typed);
    }

    /** What cannot be typed is shown again as it was typed, with what is wrong at its cell. */
    private Response typed(LedgerRequest asked, MultivaluedMap<String, String> posted, Then then) {
        OwnLedger own = desk.own(
                caller,
                asked.jurisdiction(),
                asked.ledger(),
                Optional.empty(),
                Optional.ofNullable(posted.getFirst("period")));
        TypedForm form = TypedForm.of(posted);
        try {
            int count = form.changed().isEmpty()
                    ? 0
                    : typing.type(caller, own.ledger(), own.office(), own.period(), form.changed());
            said.say(then.say(own, count));
        } catch (ValuesRefused e) {
            if (form.refused(e.violations()).isWrong()) {
                return again(asked, own, form, e);
            }
            said.refuse(e.getMessage() + e.violations().get(0).message());
        } catch (TypedMeanwhile e) {
            return again(asked, own, form.refused(e.violations()), e);
        } catch (Refused e) {
            said.refuse(e.getMessage());
        }
        return Response.seeOther(address(own, asked.page())).build();
    }

    private Response again(LedgerRequest asked, OwnLedger own, TypedForm form, Refused why) {
        said.refuse(why.getMessage());
        if (!form.isWrong()) {
            return Response.seeOther(address(own, asked.page())).build();
        }
        return Response.status(why instanceof Conflict ? Response.Status.CONFLICT.getStatusCode() : UNPROCESSABLE)
                .entity(page(asked, reading.read(own.ledger(), own.office(), own.period()), form))
                .build();
    }

    private static URI address(OwnLedger own, int page) {
        return URI.create(PageAddress.of("/ledgers/" + own.ledger().id())
                .with("period", own.period().name())
                .with("office", Long.toString(own.office().id()))
                .with("page", page == 0 ? "" : Integer.toString(page))
                .toString());
    }

    /** With whole numbers of persons, for a reason. */
    @POST
    @Path(ONE + "/workbook")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response workbook(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("ledger") String name,
            @FormParam("period") String named,
            @FormParam("office") String of,
            @FormParam("reason") String reason) {
        Office office = desk.office(
                caller,
                Optional.ofNullable(of).filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf));
        Ledger ledger = desk.ledger(caller, jurisdiction, name, office);
        Reporting period = desk.named(ledger, Optional.ofNullable(named));
        ReadLedger read = reading.read(ledger, office, period);
        Optional<String> why = LedgerFiles.reason(Optional.of(reason == null ? "" : reason.strip()));
        return Response.ok(files.workbook(caller, read, why))
                .type(LedgerWorkbook.MEDIA_TYPE)
                .header("Content-Disposition", ByteRange.disposition("attachment", LedgerFiles.fileName(read, "xlsx")))
                .build();
    }

    /** What was submitted last in one file, under the password that was typed. */
    @POST
    @Path(ONE + "/package")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pack(@BeanParam LedgerRequest asked, @FormParam("password") @Nullable String password) {
        ReadLedger read = reading.read(caller, asked);
        try {
            return LedgerApi.pack(caller, packages, read, Optional.of(LedgerPackage.password(password)));
        } catch (ValuesRefused e) {
            said.refuse(e.violations().get(0).message());
            return Response.seeOther(address(read.own(), 0)).build();
        }
    }
}
