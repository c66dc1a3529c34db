package org.guixue.dossier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.guixue.access.Caller;
import org.guixue.page.WorkbookAnswer;
import org.guixue.search.SearchRequest;

/** What the search page finds, all pages of it, as .xlsx. */
@Path("/search/export.xlsx")
@RequestScoped
public class SearchExportPages {
    @Inject
    private PaperListing listing;

    @Inject
    private Caller caller;

    @GET
    public Response found(@BeanParam SearchRequest request) {
        return WorkbookAnswer.of(listing.of(caller, request.query()));
    }
}
