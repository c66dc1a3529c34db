package org.guixue.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.Reporting;
import org.guixue.form.Ledger;
import org.guixue.instrument.Instrument;
import org.guixue.office.Office;
import org.guixue.page.ByteRange;
import org.guixue.sheet.OrderApi;
import org.jspecify.annotations.Nullable;

/** The ledgers over HTTP: what they say, as rows, workbook and paper, and submitting them. */
@Path("/api/ledgers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LedgerApi {
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
    private SubmittingLedgers submitting;

    @Inject
    private TypingCells typing;

    @Inject
    private Caller caller;

    /**
     * @param every for how long each one is: DAY, WEEK, MONTH, QUARTER, TERM, SCHOOL_YEAR or YEAR
     * @param period the one to report now: in the first days of one that which has ended, until it is submitted
     * @param submits whether the caller submits it for his own office
     */
    record LedgerLine(
            String id,
            String title,
            Reporting.Kind every,
            String period,
            List<OfficeKind> levels,
            String source,
            String layout,
            boolean submits) {}

    /** @param office the caller's own where it is not said */
    record SubmitBody(@Nullable String period, @Nullable Long office) {}

    record PackageBody(@Nullable String password) {}

    /** @param office the caller's own where it is not said */
    record TypeBody(
            @Nullable String period,
            @Nullable Long office,
            @Nullable List<CellBody> cells) {}

    /** @param was what stood in it when it was typed; nothing where it is not said */
    record CellBody(
            @Nullable String row,
            @Nullable String column,
            @Nullable String text,
            @Nullable String was) {
        TypingCells.Wanted wanted() {
            return new TypingCells.Wanted(
                    Objects.toString(row, ""),
                    Objects.toString(column, ""),
                    Objects.toString(text, ""),
                    Objects.toString(was, ""));
        }
    }

    /** @param typed how many cells say something else than before */
    record TypedAnswer(int typed) {}

    @GET
    public List<LedgerLine> list() {
        Office office = desk.office(caller, Optional.empty());
        return desk.ledgers(office).stream().map(ledger -> line(ledger, office)).toList();
    }

    private LedgerLine line(Ledger ledger, Office office) {
        return new LedgerLine(
                ledger.id().toString(),
                ledger.title(),
                ledger.period(),
                desk.proposed(ledger, office).name(),
                ledger.levels(),
                ledger.source(),
                ledger.layout(),
                SubmittingLedgers.refusal(caller, ledger, office).isEmpty());
    }

    @GET
    @Path(ONE)
    public LedgerJson one(@BeanParam LedgerRequest asked, @QueryParam("reveal") @Nullable String reveal) {
        Optional<String> reason = LedgerFiles.reason(Optional.ofNullable(reveal));
        ReadLedger read = reading.read(caller, asked);
        Content shown = files.shown(caller, read, reason, false);
        return LedgerJson.of(
                read, shown, new Shown(read.ledger(), caller, reason.isPresent()).differences(read.differences()));
    }

    @GET
    @Path(ONE + ".xlsx")
    @Produces(LedgerWorkbook.MEDIA_TYPE)
    public Response workbook(@BeanParam LedgerRequest asked, @QueryParam("reveal") @Nullable String reveal) {
        Optional<String> reason = LedgerFiles.reason(Optional.ofNullable(reveal));
        ReadLedger read = reading.read(caller, asked);
        return Response.ok(files.workbook(caller, read, reason))
                .header("Content-Disposition", ByteRange.disposition("attachment", LedgerFiles.fileName(read, "xlsx")))
                .build();
    }

    /** The sealed paper where it was submitted and nothing has changed since; else a preview. */
    @GET
    @Path(ONE + ".pdf")
    @Produces("application/pdf")
    public Response paper(
            @BeanParam LedgerRequest asked,
            @QueryParam("reveal") @Nullable String reveal,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Optional<String> reason = LedgerFiles.reason(Optional.ofNullable(reveal));
        ReadLedger read = reading.read(caller, asked);
        boolean sealed = read.latest().filter(paper -> paper.sealed()).isPresent()
                && read.differences().isEmpty();
        return sealed
                ? ByteRange.answer(
                        files.sealed(caller, LedgerFiles.submitted(read)),
                        "application/pdf",
                        LedgerFiles.fileName(read, "pdf"),
                        range,
                        known)
                : Response.ok(files.preview(caller, read, reason))
                        .header(
                                "Content-Disposition",
                                ByteRange.disposition("inline", LedgerFiles.fileName(read, "pdf")))
                        .build();
    }

    /** Sealed paper, workbook and stamped scans of what was submitted last, as one file. */
    @GET
    @Path(ONE + ".zip")
    @Produces("application/zip")
    public Response pieces(@BeanParam LedgerRequest asked) {
        return pack(caller, packages, reading.read(caller, asked), Optional.empty());
    }

    /** The same under a password (AES-256). */
    @POST
    @Path(ONE + ".zip")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/zip")
    public Response pieces(@BeanParam LedgerRequest asked, PackageBody body) {
        String password = LedgerPackage.password(body.password());
        return pack(caller, packages, reading.read(caller, asked), Optional.of(password));
    }

    static Response pack(Caller caller, LedgerPackage packages, ReadLedger read, Optional<String> password) {
        Instrument paper = LedgerFiles.submitted(read);
        List<LedgerPackage.Piece> pieces =
                packages.pieces(caller, paper, LedgerFiles.fileName(read, "").replaceAll("\\.$", ""));
        StreamingOutput body = out -> LedgerPackage.write(pieces, paper, password, out);
        return Response.ok(body)
                .type("application/zip")
                .header("Content-Disposition", ByteRange.disposition("attachment", LedgerFiles.fileName(read, "zip")))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** 202 where it was handed in for approval (用印审批), and as long as it waits. */
    @POST
    @Path(ONE + "/submit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(
            @PathParam("jurisdiction") String jurisdiction, @PathParam("ledger") String name, SubmitBody body) {
        OwnLedger own = own(jurisdiction, name, body.office(), body.period());
        return OrderApi.answer(submitting.submit(caller, own.ledger(), own.office(), own.period()));
    }

    /** Types into cells that no fact fills; all of them or, where somebody else typed into one meanwhile, none (409). */
    @PUT
    @Path(ONE + "/typed")
    @Consumes(MediaType.APPLICATION_JSON)
    public TypedAnswer type(
            @PathParam("jurisdiction") String jurisdiction, @PathParam("ledger") String name, TypeBody body) {
        OwnLedger own = own(jurisdiction, name, body.office(), body.period());
        List<TypingCells.Wanted> cells = Optional.ofNullable(body.cells()).orElse(List.of()).stream()
                .filter(Objects::nonNull)
                .map(CellBody::wanted)
                .toList();
        return new TypedAnswer(typing.type(caller, own.ledger(), own.office(), own.period(), cells));
    }

    private OwnLedger own(String jurisdiction, String name, @Nullable Long office, @Nullable String period) {
        return desk.own(caller, jurisdiction, name, Optional.ofNullable(office), Optional.ofNullable(period));
    }
}
