package org.guixue.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.search.SearchResult.Facet;
import org.guixue.search.SearchResult.Facets;
import org.guixue.search.SearchResult.Fragment;
import org.guixue.search.SearchResult.Item;
import org.guixue.search.SearchResult.Part;

/** 检索: what was issued, found by anything that stands on it, narrowed by kind, school, township and year. */
@Path("/search")
@Controller
@RequestScoped
public class SearchPages {
    @Inject
    private SearchIndex index;

    @Inject
    private PlaceNames places;

    @Inject
    private ListingTrail trail;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A found record, its texts in parts of which some are hits. */
    public record Hit(Item item, List<Part> title, List<Part> serial, List<Part> name, List<List<Part>> snippets) {}

    /** A facet with its values. */
    public record Group(String title, List<Value> values) {}

    /** One value to narrow by; the link takes a chosen one away again. */
    public record Value(String label, long count, boolean chosen, PageAddress link) {}

    /** A filter in force. */
    public record Chosen(String title, String label, PageAddress without) {}

    @GET
    public Response search(@BeanParam SearchRequest request) {
        try {
            return Response.ok(page(request.query(), "")).build();
        } catch (ValuesRefused e) {
            String sentence = e.violations().get(0).message();
            return Response.status(422)
                    .entity(page(SearchQuery.of(request.q()), sentence))
                    .build();
        }
    }

    private String page(SearchQuery query, String refusal) {
        SearchResult result = index.search(query, caller.scope(), caller.mayReadSensitive());
        trail.searched(caller, "文书", query.q(), result.total());
        PageAddress here = address(query);
        models.put("refusal", refusal);
        models.put("query", query);
        models.put("sort", query.sort().name());
        models.put("from", query.from().map(Object::toString).orElse(""));
        models.put("to", query.to().map(Object::toString).orElse(""));
        models.put("here", here);
        models.put("export", new PageAddress("/search/export.xlsx", here.query()));
        models.put("hits", result.items().stream().map(SearchPages::hit).toList());
        models.put(
                "at",
                new PageOf(
                        query.page() == 1 ? here : here.with("page", Integer.toString(query.page() - 1)),
                        query.page() - 1,
                        query.size(),
                        result.total()));
        models.put("groups", groups(here, result.facets()));
        models.put("chosen", chosen(here, query, result.facets()));
        models.put("children", children(query.q()));
        return "search/search.html";
    }

    private long children(String q) {
        return q.isBlank()
                ? 0
                : index.students(new StudentQuery(q, Optional.empty(), Optional.empty(), 1, 1), caller.scope())
                        .total();
    }

    private static PageAddress address(SearchQuery query) {
        return PageAddress.of("/search")
                .with("q", query.q())
                .with("form", query.form().orElse(""))
                .with("kind", query.kind().orElse(""))
                .with("school", query.school().map(Object::toString).orElse(""))
                .with("township", query.township().map(Object::toString).orElse(""))
                .with("year", query.year().map(Object::toString).orElse(""))
                .with("from", query.from().map(Object::toString).orElse(""))
                .with("to", query.to().map(Object::toString).orElse(""))
                .with("state", query.state().orElse(""))
                .with(
                        "sort",
                        query.sort() == SearchQuery.Order.RELEVANCE
                                ? ""
                                : query.sort().name().toLowerCase(Locale.ROOT));
    }

    private static List<Group> groups(PageAddress here, Facets facets) {
        return List.of(
                group("文书种类", "kind", here, facets.kind()),
                group("学校", "school", here, facets.school()),
                group("乡镇", "township", here, facets.township()),
                group("年度", "year", here, facets.year()));
    }

    private static Group group(String title, String name, PageAddress here, List<Facet> facets) {
        List<Value> values = new ArrayList<>();
        for (Facet facet : facets) {
            boolean chosen = here.value(name).equals(facet.value());
            values.add(new Value(
                    facet.label(),
                    facet.count(),
                    chosen,
                    chosen ? here.without(name) : here.with(name, facet.value())));
        }
        return new Group(title, values);
    }

    private List<Chosen> chosen(PageAddress here, SearchQuery query, Facets facets) {
        List<Chosen> chosen = new ArrayList<>();
        query.kind().ifPresent(kind -> chosen.add(new Chosen("种类", index.kindLabel(kind), here.without("kind"))));
        query.school()
                .ifPresent(id -> chosen.add(new Chosen("学校", office(id, facets.school()), here.without("school"))));
        query.township()
                .ifPresent(id -> chosen.add(new Chosen("乡镇", office(id, facets.township()), here.without("township"))));
        query.year().ifPresent(year -> chosen.add(new Chosen("年度", Integer.toString(year), here.without("year"))));
        query.from().ifPresent(day -> chosen.add(new Chosen("签发不早于", day.toString(), here.without("from"))));
        query.to().ifPresent(day -> chosen.add(new Chosen("签发不晚于", day.toString(), here.without("to"))));
        return chosen;
    }

    private String office(long id, List<Facet> facets) {
        return facets.stream()
                .filter(facet -> facet.value().equals(Long.toString(id)))
                .map(Facet::label)
                .findFirst()
                .or(() -> places.placeName(id, caller.scope()))
                .orElse("所选单位");
    }

    private static Hit hit(Item item) {
        return new Hit(
                item,
                marked(item, "title", item.title()),
                marked(item, "serial", item.serial()),
                marked(item, "name", item.studentName()),
                item.highlights().stream()
                        .filter(fragment -> fragment.field().equals("text")
                                || fragment.field().equals("sensitive"))
                        .map(Fragment::parts)
                        .toList());
    }

    private static List<Part> marked(Item item, String field, String plain) {
        return item.highlights().stream()
                .filter(fragment -> fragment.field().equals(field))
                .map(Fragment::parts)
                .findFirst()
                .orElse(List.of(new Part(plain, false)));
    }
}
