package org.guixue.duty;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.calendar.SchoolYear;
import org.guixue.office.Letterhead;
import org.guixue.page.WorkbookAnswer;
import org.guixue.workbook.Listing;
import org.guixue.workbook.SheetColumn;

/** The map of a year as .xlsx, which the import takes as it is; without entries the empty table to fill in. */
@Path("/agreements")
@RequestScoped
public class DutyExportPages {
    private static final String TITLE = "包保责任表";

    @Inject
    private Duties duties;

    @Inject
    private DutyMap map;

    @Inject
    private Letterhead letterhead;

    @Inject
    private ListingTrail trail;

    @Inject
    private Caller caller;

    @GET
    @Path("export.xlsx")
    public Response export(@QueryParam("year") @DefaultValue("") String asked) {
        SchoolYear year = DutyYear.read(asked, map.present());
        List<Duty> all = duties.of(year, List.of(), true, caller.scope(), 0, Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparing(Duty::layer))
                .toList();
        trail.exportedListing(caller, TITLE, Map.of("学年", year.toString()), all.size(), "");
        List<SheetColumn> columns = new ArrayList<>(DutySheet.columns());
        columns.addAll(DutySheet.signed());
        return WorkbookAnswer.of(new Listing(
                TITLE,
                letterhead.of(caller),
                columns,
                rows -> write(all, rows),
                List.of(
                        letterhead.scopeOf(caller),
                        "责任层次写：县领导包乡镇、乡镇干部包村、村干部包组、教育局领导包片、教育办领导包学校、校领导包年级、班主任包班、科任教师包人、一对一帮扶。",
                        "换人：在原行改姓名，写明起始日和变更原因，原责任人的记录会保留；不再负责：写结束日和变更原因。",
                        "改好后可以原样导入；空着的格子不改动原有内容。导出已记入审计。")));
    }

    private static void write(List<Duty> all, Listing.Rows rows) throws IOException {
        for (Duty duty : all) {
            rows.add(DutySheet.row(duty));
        }
    }
}
