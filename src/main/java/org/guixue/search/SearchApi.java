package org.guixue.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.search.SearchResult.Item;
import org.jspecify.annotations.Nullable;

/** Search over HTTP, always within the caller's scope. */
@Path("/api/search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchApi {
    @Inject
    private SearchIndex index;

    @Inject
    private ListingTrail trail;

    @Inject
    private Caller caller;

    /**
     * A page of what was found.
     *
     * @param page counted from 0
     */
    record FoundPapers(
            long total, int page, int size, long tookMillis, List<FoundPaper> items, SearchResult.Facets facets) {}

    /** @param student null where it is about no child */
    record FoundPaper(
            long id,
            String serial,
            String archivalNumber,
            String form,
            String kind,
            String title,
            @Nullable FoundChild student,
            @Nullable String school,
            @Nullable String township,
            LocalDate issuedOn,
            String state,
            List<SearchResult.Fragment> highlight) {
        static FoundPaper of(Item item) {
            return new FoundPaper(
                    item.id(),
                    item.serial(),
                    item.archivalNumber(),
                    item.form(),
                    item.kind(),
                    item.title(),
                    item.studentId()
                            .map(id -> new FoundChild(id, item.studentName(), item.maskedId()))
                            .orElse(null),
                    item.school().map(Place::name).orElse(null),
                    item.township().map(Place::name).orElse(null),
                    item.issuedOn(),
                    item.state(),
                    item.highlights());
        }
    }

    record FoundChild(long id, String name, String maskedId) {}

    @GET
    public FoundPapers search(@BeanParam SearchRequest request) {
        SearchResult result = index.search(request.query(), caller.scope(), caller.mayReadSensitive());
        trail.searched(caller, "文书", request.q(), result.total());
        return new FoundPapers(
                result.total(),
                request.query().page() - 1,
                request.query().size(),
                result.tookMillis(),
                result.items().stream().map(FoundPaper::of).toList(),
                result.facets());
    }
}
