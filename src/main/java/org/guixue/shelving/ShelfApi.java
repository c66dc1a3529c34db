package org.guixue.shelving;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.instrument.InstrumentState;
import org.jspecify.annotations.Nullable;

/** The lists for the shelf and putting papers into boxes, over HTTP. */
@Path("/api/shelf")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ShelfApi {
    private static final int ROWS = 50;

    @Inject
    private ShelfLists lists;

    @Inject
    private Shelving shelving;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    record PutBody(
            @Nullable List<Long> instruments,
            @Nullable String box,
            @Nullable String shelf) {}

    record ShownPut(String box, String shelf, int instruments) {}

    record ShownPaper(
            long id,
            String archivalNumber,
            String serial,
            LocalDate issuedOn,
            String issuer,
            String title,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String child,
            int pages,
            InstrumentState state) {
        static ShownPaper of(ShelfLists.Paper paper) {
            return new ShownPaper(
                    paper.id(),
                    paper.number().toString(),
                    paper.serial(),
                    paper.issuedOn(),
                    paper.issuer(),
                    paper.title(),
                    paper.child(),
                    paper.pages(),
                    paper.state());
        }
    }

    /** @param papers how many of that year and form lie in it */
    record ShownBox(long office, String officeName, String box, String shelf, long papers) {
        static ShownBox of(ShelfLists.Box box) {
            return new ShownBox(box.office(), box.officeName(), box.box(), box.shelf(), box.papers());
        }
    }

    /**
     * @param page counted from 0
     * @param items papers, or boxes where these were asked for
     */
    record ShelfPage(int year, long total, int page, List<?> items) {}

    @GET
    public ShelfPage list(@BeanParam ShelfRequest asked) {
        OnShelf which = asked.which();
        int year = asked.year(clock);
        int first = asked.page() * ROWS;
        if (which == OnShelf.BOXES) {
            List<ShelfLists.Box> boxes = lists.boxes(caller.scope(), year, asked.form());
            return new ShelfPage(
                    year,
                    boxes.size(),
                    asked.page(),
                    boxes.stream().skip(first).limit(ROWS).map(ShownBox::of).toList());
        }
        return new ShelfPage(
                year,
                lists.count(caller.scope(), which, year, asked.form()),
                asked.page(),
                lists.papers(caller.scope(), which, year, asked.form(), first, ROWS).stream()
                        .map(ShownPaper::of)
                        .toList());
    }

    /** All of the papers into that box of the caller's office, or none. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownPut put(PutBody body) {
        List<Long> instruments = body.instruments() == null ? List.of() : body.instruments();
        BoxOnShelf where = shelving.put(caller, instruments, text(body.box()), text(body.shelf()));
        return new ShownPut(where.box(), where.shelf(), (int)
                instruments.stream().distinct().count());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
