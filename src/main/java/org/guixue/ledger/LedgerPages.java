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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.calendar.Reporting;
import org.guixue.form.Ledger;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;
import org.guixue.page.ByteRange;
import org.guixue.page.PageAddress;
import org.guixue.page.Said;

/** 台账: which there are, and each with what it says, what has changed since it was submitted, and the button that submits it. */
@Path("/ledgers")
@RequestScoped
public class LedgerPages {
    private static final String ONE = "{jurisdiction:[a-z][a-z0-9-]*}/{ledger:[a-z][a-z0-9-]*}";

    @Inject
    private LedgerDesk desk;

    @Inject
    private LedgerReading reading;

    @Inject
    private LedgerFiles files;

    @Inject
    private LedgerListing listing;

    @Inject
    private SubmittingLedgers submitting;

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
        ReadLedger read = reading.read(caller, asked);
        Content shown = files.shown(caller, read, Optional.empty(), false);
        models.put("view", LedgerView.of(caller, read, shown, desk.offices(caller, read.ledger()), asked.onRecord()));
        models.put("said", said.take());
        models.put("refusal", said.takeRefusal());
        return "ledger/ledger.html";
    }

    /** Leads to the sealed paper, which says what comes next. */
    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("ledger") String name,
            @FormParam("period") String named) {
        Office office = desk.office(caller, Optional.empty());
        Ledger ledger = desk.ledger(caller, jurisdiction, name, office);
        SubmittingLedgers.expect(caller, ledger, office);
        Reporting period = desk.period(ledger, Optional.ofNullable(named));
        try {
            Instrument paper = submitting.submit(caller, ledger, office, period);
            said.say("%s的《%s》已报送，文号%s。纸质件请打印盖章后报%s。"
                    .formatted(
                            period.label(),
                            ledger.title(),
                            paper.serial(),
                            LedgerValues.sentTo(office).orElse("上级单位")));
        } catch (Refused e) {
            said.refuse(e.getMessage());
        }
        return Response.seeOther(address(ledger, office, period)).build();
    }

    private static URI address(Ledger ledger, Office office, Reporting period) {
        return URI.create(PageAddress.of("/ledgers/" + ledger.id())
                .with("period", period.name())
                .with("office", Long.toString(office.id()))
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
        Reporting period = desk.period(ledger, Optional.ofNullable(named));
        ReadLedger read = reading.read(ledger, office, period);
        Optional<String> why = LedgerFiles.reason(Optional.of(reason == null ? "" : reason.strip()));
        return Response.ok(files.workbook(caller, read, why))
                .type(LedgerWorkbook.MEDIA_TYPE)
                .header("Content-Disposition", ByteRange.disposition("attachment", LedgerFiles.fileName(read, "xlsx")))
                .build();
    }
}
