package org.guixue.shelving;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.office.Offices;
import org.guixue.page.PageAddress;
import org.guixue.page.PageOf;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Typed;

/** 还在外面, 待入盒, 盒: the lists for the shelf, and the list of what lies in one box. */
@Path("/shelf")
@RequestScoped
public class ShelfPages {
    private static final int ROWS = 50;

    @Inject
    private ShelfLists lists;

    @Inject
    private PaperPlaces places;

    @Inject
    private Shelving shelving;

    @Inject
    private FormCatalog forms;

    @Inject
    private Offices offices;

    @Inject
    private Said said;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A form that one may choose. */
    public record Choice(String id, String name) {}

    /** A line of the list of boxes. */
    public record BoxLine(String office, String box, String shelf, long papers, String address) {}

    @GET
    @Controller
    public String list(@BeanParam ShelfRequest asked) {
        Typed typed = Typed.blank();
        places.latest(caller.office())
                .ifPresent(last -> typed.with("box", last.box()).with("shelf", last.shelf()));
        return listed(asked, typed, "");
    }

    /** What was ticked goes into the box; what was refused is shown again with what was typed. */
    @POST
    @Controller
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response put(MultivaluedMap<String, String> posted) {
        Typed typed = Typed.of(posted);
        ShelfRequest from = new ShelfRequest(
                OnShelf.of(typed.value("show")).orElse(OnShelf.WAITING).code(),
                typed.value("year").matches("[12]\\d{3}") ? typed.value("year") : "",
                typed.value("form"),
                typed.value("page"));
        try {
            List<Long> chosen = typed.all("instrument").stream()
                    .filter(each -> each.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .distinct()
                    .toList();
            BoxOnShelf where = shelving.put(caller, chosen, typed.value("box"), typed.value("shelf"));
            said.say("%d份已放入盒%s，架位%s。".formatted(chosen.size(), where.box(), where.shelf()));
            return Response.seeOther(URI.create(
                            from.which() == OnShelf.BOXES
                                    ? BoxAddress.of(caller.office(), where.box())
                                    : from.address().toString()))
                    .build();
        } catch (Refused e) {
            return RefusedRequest.shown(
                    e,
                    typed,
                    refusal -> from.which() == OnShelf.BOXES
                            ? inBox(typed.value("office"), typed.value("from"), typed)
                            : listed(from, typed, refusal));
        }
    }

    @GET
    @Controller
    @Path("boxes/{box}")
    public String box(@PathParam("box") String box, @QueryParam("office") @DefaultValue("") String office) {
        return inBox(office, box, Typed.blank());
    }

    private String inBox(String office, String box, Typed typed) {
        long owner = office.matches("\\d{1,18}") ? Long.parseLong(office) : caller.office();
        ShelfLists.Contents contents = lists.box(caller.scope(), owner, box).orElseThrow(() -> new NotFound("盒"));
        if (typed.all("box").isEmpty()) {
            typed.with("box", contents.box()).with("shelf", contents.shelf());
        }
        models.put("contents", contents);
        models.put(
                "pages",
                contents.papers().stream().mapToInt(ShelfLists.Paper::pages).sum());
        models.put("typed", typed);
        models.put("mayPut", caller.role() != Role.INSPECTOR && contents.unseen() == 0);
        models.put("said", said.take());
        return "shelving/box.html";
    }

    private String listed(ShelfRequest asked, Typed typed, String refusal) {
        OnShelf which = asked.which();
        int year = asked.year(clock);
        int first = asked.page() * ROWS;
        PageAddress here = asked.address();
        long total;
        if (which == OnShelf.BOXES) {
            List<ShelfLists.Box> boxes = lists.boxes(caller.scope(), year, asked.form());
            total = boxes.size();
            models.put(
                    "boxes",
                    boxes.stream().skip(first).limit(ROWS).map(ShelfPages::line).toList());
            models.put("rows", List.of());
        } else {
            total = lists.count(caller.scope(), which, year, asked.form());
            models.put("rows", lists.papers(caller.scope(), which, year, asked.form(), first, ROWS));
            models.put("boxes", List.of());
        }
        models.put("show", which.code());
        models.put("year", year);
        models.put("form", asked.form());
        models.put("page", asked.page());
        models.put("years", years(year));
        models.put("forms", forms(asked.form()));
        models.put(
                "at",
                new PageOf(
                        asked.page() == 0 ? here : here.with("page", Integer.toString(asked.page())),
                        asked.page(),
                        ROWS,
                        total));
        models.put("mayPut", caller.role() != Role.INSPECTOR);
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("said", said.take());
        return "shelving/shelf.html";
    }

    private static BoxLine line(ShelfLists.Box box) {
        return new BoxLine(
                box.officeName(), box.box(), box.shelf(), box.papers(), BoxAddress.of(box.office(), box.box()));
    }

    /** From this one back to the first of which there is a paper, the newest first. */
    private List<Integer> years(int shown) {
        int now = Math.max(LocalDate.now(clock).getYear(), shown);
        int first = Math.min(lists.firstYear().orElse(now), shown);
        return IntStream.rangeClosed(first, now)
                .map(year -> now - (year - first))
                .boxed()
                .toList();
    }

    private List<Choice> forms(String shown) {
        List<Form> inForce = offices.find(caller.office())
                .map(office -> forms.formsOf(office.jurisdiction()))
                .orElse(List.of());
        Stream<Choice> asked =
                inForce.stream().anyMatch(form -> form.id().toString().equals(shown)) || shown.isEmpty()
                        ? Stream.of()
                        : Stream.of(new Choice(shown, shown));
        return Stream.concat(inForce.stream().map(form -> new Choice(form.id().toString(), form.title())), asked)
                .toList();
    }
}
