package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.guixue.Forbidden;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.page.WorkbookAnswer;

/** The trail as its page shows it, all of it, as .xlsx. */
@Path("/admin/audit/export.xlsx")
@RequestScoped
public class TrailExportPages {
    @Inject
    private TrailListing listing;

    @Inject
    private Caller caller;

    @GET
    public Response export(@BeanParam TrailRequest request) {
        if (caller.role() != Role.BUREAU && caller.role() != Role.INSPECTOR) {
            throw new Forbidden("只有教育局和督导账号可以查看审计记录");
        }
        return WorkbookAnswer.of(listing.of(caller, request.question()));
    }
}
