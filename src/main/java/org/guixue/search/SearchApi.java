package org.guixue.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guixue.office.Caller;
import org.guixue.office.Trail;
import org.guixue.search.SearchResult.Facet;
import org.guixue.search.SearchResult.Item;

/** Search over HTTP, always within the caller's scope. */
@Path("/api/search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchApi {
    @Inject
    private SearchIndex index;

    @Inject
    private Trail trail;

    @Inject
    private Caller caller;

    @GET
    public Map<String, Object> search(@BeanParam SearchRequest request) {
        SearchResult result = index.search(request.query(), caller.scope(), caller.mayReadSensitive());
        trail.searched(caller, "文书", request.q(), result.total());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", result.total());
        json.put("page", request.query().page() - 1);
        json.put("size", request.query().size());
        json.put("tookMillis", result.tookMillis());
        json.put("items", result.items().stream().map(SearchApi::item).toList());
        json.put("facets", facets(result.facets()));
        return json;
    }

    static Map<String, Object> item(Item item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", item.id());
        json.put("serial", item.serial());
        json.put("archivalNumber", item.archivalNumber());
        json.put("form", item.form());
        json.put("kind", item.kind());
        json.put("title", item.title());
        if (item.studentId().isPresent()) {
            Map<String, Object> student = new LinkedHashMap<>();
            student.put("id", item.studentId().get());
            student.put("name", item.studentName());
            student.put("maskedId", item.maskedId());
            json.put("student", student);
        } else {
            json.put("student", null);
        }
        json.put("school", item.school().map(Place::name).orElse(null));
        json.put("township", item.township().map(Place::name).orElse(null));
        json.put("issuedOn", item.issuedOn());
        json.put("state", item.state());
        json.put("highlight", item.highlights());
        return json;
    }

    static Map<String, List<Facet>> facets(SearchResult.Facets facets) {
        Map<String, List<Facet>> json = new LinkedHashMap<>();
        json.put("kind", facets.kind());
        json.put("school", facets.school());
        json.put("township", facets.township());
        json.put("year", facets.year());
        return json;
    }
}
