package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.audit.ListingTrail;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.office.Letterhead;
import org.guixue.office.Office;
import org.guixue.office.OfficeSheet;
import org.guixue.office.Offices;
import org.guixue.page.WorkbookAnswer;
import org.guixue.workbook.Listing;
import org.guixue.workbook.SheetColumn;

/** The offices that their page shows, as .xlsx; the import takes the file as it is. */
@Path("/admin/offices/export.xlsx")
@RequestScoped
public class OfficeExportPages {
    @Inject
    private Offices offices;

    @Inject
    private FormCatalog forms;

    @Inject
    private Letterhead letterhead;

    @Inject
    private ListingTrail trail;

    @Inject
    private Caller caller;

    @GET
    public Response export(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("state") @DefaultValue("") String state) {
        caller.expectBureau("管理单位");
        List<Office> found = offices.within(caller.scope()).stream()
                .filter(office -> OfficePages.fits(office, q.strip(), kind, state))
                .toList();
        Map<String, String> filter = filter(q, kind, state);
        trail.exportedListing(caller, "单位", filter, found.size(), "");
        List<SheetColumn> columns = new ArrayList<>(OfficeSheet.columns());
        columns.add(SheetColumn.text("状态", 8));
        Map<String, String> jurisdictions =
                forms.jurisdictions().stream().collect(Collectors.toMap(Jurisdiction::id, Jurisdiction::name));
        return WorkbookAnswer.of(new Listing(
                "单位一览",
                letterhead.of(caller),
                columns,
                rows -> {
                    for (Office office : found) {
                        List<Object> row = new ArrayList<>(List.of(OfficeSheet.row(office, jurisdictions)));
                        row.add(office.closed() ? "已撤销" : "正常");
                        rows.add(row.toArray());
                    }
                },
                List.of(
                        letterhead.scopeOf(caller),
                        Letterhead.conditions(filter),
                        "改好后可以在“单位—从表格导入”原样导入；空着的格子不改动原有内容。导出已记入审计。")));
    }

    private static Map<String, String> filter(String q, String kind, String state) {
        Map<String, String> filter = new LinkedHashMap<>();
        if (!q.isBlank()) {
            filter.put("查找", q.strip());
        }
        Arrays.stream(OfficeKind.values())
                .filter(each -> each.name().equals(kind))
                .forEach(each -> filter.put("类别", each.label()));
        if (!state.isEmpty()) {
            filter.put("状态", state.equals("closed") ? "已撤销" : "正常");
        }
        return filter;
    }
}
