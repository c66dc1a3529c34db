package org.guixue.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.page.WorkbookAnswer;
import org.guixue.workbook.SheetColumn;
import org.guixue.workbook.SheetLayout;
import org.guixue.workbook.SheetWriter;
import org.guixue.workbook.WorkbookWriter;

/** The empty workbook of a form: a row a child, a column a field, and a second sheet that says how. */
@Path("/batches/new/template.xlsx")
@RequestScoped
public class BatchTemplatePages {
    @Inject
    private ChildrenBatch children;

    @Inject
    private Caller caller;

    @GET
    public Response template(@QueryParam("form") @DefaultValue("") String id) {
        Form form = children.form(caller, id);
        BatchSheet sheet = new BatchSheet(form, caller);
        return WorkbookAnswer.of(form.title() + "-成批填写.xlsx", out -> {
            try (WorkbookWriter workbook = new WorkbookWriter(out)) {
                workbook.sheet(new SheetLayout(
                        "成批填写", form.title(), "每行一名学生，有身份证号或学籍号的可以不写姓名。空着的格子由系统按名册和个案填写。", sheet.columns()));
                SheetWriter help = workbook.sheet(new SheetLayout(
                        "填写说明", "填写说明", "", List.of(SheetColumn.text("列", 24), SheetColumn.text("怎么填", 90))));
                for (GridField field : sheet.fields()) {
                    help.row(List.of(field.label(), field.hint()));
                }
            }
        });
    }
}
