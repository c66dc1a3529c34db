package org.guixue.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.page.WaitingFiles.Waiting;
import org.guixue.workbook.ErrorWorkbook;
import org.guixue.workbook.Headings;
import org.guixue.workbook.ImportPlan;
import org.guixue.workbook.PlannedRow;
import org.guixue.workbook.PlannedVerdict;
import org.guixue.workbook.Workbook;

/** What every import of a workbook has in common: upload, see what it would do, do it. The file waits between the two. */
@RequestScoped
public class ImportSteps {
    private static final int SHOWN = 200;
    private static final String GONE = "上传的表格只保留一天，系统重新启动后也不再保留；这一份已经不在了，没有导入任何一行。请重新选择表格上传。";

    @Inject
    private WaitingFiles waiting;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /**
     * An import: its page, its columns, and how it shows the form for the file.
     *
     * @param form names the template, given why the last file was not taken; empty at first
     */
    public record Import(String path, Headings headings, UnaryOperator<String> form) {}

    private Optional<Waiting> file(Import what) {
        return waiting.find(caller, what.path());
    }

    /** @param note what was chosen beside the file, for later */
    public Response upload(Import what, List<EntityPart> parts, String note) throws IOException {
        try {
            Upload upload = Upload.of(parts, "file", WaitingFiles.MOST_BYTES);
            Workbook.open(upload.bytes()).table(what.headings());
            waiting.keep(caller, what.path(), waiting.of(upload, note));
        } catch (Refused e) {
            return refused(what, e);
        }
        return Response.seeOther(URI.create(what.path() + "/preview")).build();
    }

    /** @param shown names the template of what the file would do */
    public Response preview(Import what, Function<Waiting, String> shown) {
        Optional<Waiting> file = file(what);
        if (file.isEmpty()) {
            return Response.seeOther(URI.create(what.path())).build();
        }
        try {
            return Response.ok(shown.apply(file.get())).build();
        } catch (Refused e) {
            return refused(what, e);
        }
    }

    /** @param carriedOut answers what was done with it, or why not */
    public Response confirm(Import what, Function<Waiting, Response> carriedOut) {
        return file(what).map(carriedOut).orElseGet(() -> answer(what, 409, GONE));
    }

    /** Nothing was done, since it would do other than was seen; the page shows what it would do now. */
    public static Response changed(String page) {
        return Response.status(409).entity(page).build();
    }

    public void done(Import what) {
        waiting.forget(caller, what.path());
    }

    /** What the page of a preview shows of any plan. */
    public void show(ImportPlan<? extends PlannedRow> plan, Waiting file, String refusal) {
        models.put("plan", plan);
        models.put("file", file.name());
        models.put("refusal", refusal);
        models.put("refused", plan.of(PlannedVerdict.REFUSED));
        models.put("added", plan.of(PlannedVerdict.ADDED));
        models.put("changed", plan.of(PlannedVerdict.CHANGED));
        models.put("unchanged", plan.of(PlannedVerdict.UNCHANGED).size());
        models.put("shown", SHOWN);
    }

    /**
     * The refused rows as they came, each with its reason.
     *
     * @param reasons by the row's number
     */
    public Response errors(
            String path, Headings headings, String fileName, Function<Waiting, Map<Integer, String>> reasons) {
        Waiting file = waiting.find(caller, path).orElseThrow(() -> new NotFound("上传的表格"));
        Map<Integer, String> found = reasons.apply(file);
        return WorkbookAnswer.of(
                fileName,
                out -> ErrorWorkbook.write(
                        Workbook.open(file.bytes()).table(headings), found, ErrorWorkbook.Which.REFUSED, out));
    }

    private Response refused(Import what, Refused refusal) {
        if (RefusedRequest.isNoMatterOfTheForm(refusal)) {
            throw refusal;
        }
        String sentence = refusal instanceof ValuesRefused values
                ? values.violations().get(0).message()
                : String.valueOf(refusal.getMessage());
        return answer(what, refusal.reason() == Refused.Reason.TOO_LARGE ? 413 : 422, sentence);
    }

    private Response answer(Import what, int status, String sentence) {
        models.put("typed", Typed.blank().refused(new ValuesRefused("file", sentence)));
        return Response.status(status).entity(what.form().apply(sentence)).build();
    }
}
