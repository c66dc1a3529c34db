package org.guixue.scan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.delivery.Undelivered;
import org.guixue.instrument.Instrument;
import org.guixue.page.Said;
import org.guixue.person.Student;

/** One pile: what was filed where, and the tray of what could not be matched. */
@Path("/scans/{id:\\d{1,18}}")
@RequestScoped
public class TrayPages {
    private static final String REFRESH_SECONDS = "2";
    private static final List<String> REASONS = List.of("空白页", "重复扫描", "不是本系统的文书");

    @Inject
    private Settling settling;

    @Inject
    private PileView view;

    @Inject
    private Guessing guessing;

    @Inject
    private SheetPictures pictures;

    @Inject
    private Undelivered undelivered;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** Sheets that lie at one paper. */
    public record FiledLine(
            String sheets,
            long paper,
            String serial,
            String title,
            String child,
            int copy,
            String signatures,
            boolean unseen,
            boolean missing,
            String lacks) {
        public String address() {
            return "/instruments/" + paper + "/scans/" + copy;
        }

        public String tone() {
            return missing ? "late" : unseen ? "soon" : "done";
        }
    }

    /** A sheet that was filled by hand, at its draft. */
    public record TypedLine(int n, String title, String about, long draft, boolean own) {}

    /** A sheet in the tray. */
    public record TrayLine(
            int n,
            String reason,
            boolean pictured,
            boolean blank,
            List<Choice> choices,
            String sought,
            boolean nothing) {}

    /** A paper that it may be. */
    public record Choice(long paper, String label, String why) {}

    /** A sheet that is kept nowhere. */
    public record DiscardedLine(int n, String reason, String by) {}

    @GET
    @Controller
    public Response show(
            @PathParam("id") long id,
            @QueryParam("sheet") @DefaultValue("0") String sheet,
            @QueryParam("q") @DefaultValue("") String sought) {
        PileView.Shown shown = view.show(caller, id);
        int asked = sheet.matches("\\d{1,4}") ? Integer.parseInt(sheet) : 0;
        lay(shown, asked, sought.strip());
        Response.ResponseBuilder answer = Response.ok("scan/pile.html");
        return shown.pile().state() == PileState.READING
                ? answer.header("Refresh", REFRESH_SECONDS).build()
                : answer.build();
    }

    @GET
    @Path("pages/{n:\\d{1,4}}.jpg")
    @Produces("image/jpeg")
    public Response picture(@PathParam("id") long id, @PathParam("n") int n) {
        return answer(pictures.picture(caller, id, n));
    }

    /** The API answers alike. */
    static Response answer(byte[] jpeg) {
        return Response.ok(jpeg, "image/jpeg")
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("pages/{n:\\d{1,4}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(
            @PathParam("id") long id,
            @PathParam("n") int n,
            @FormParam("instrument") @DefaultValue("") String instrument,
            @FormParam("because") @DefaultValue("") String because,
            @FormParam("discard") @DefaultValue("") String typed) {
        String discard = because.isEmpty() ? typed : because;
        try {
            if (instrument.isEmpty() && discard.isBlank()) {
                throw new ValuesRefused("instrument", "请选归入哪一份文书，或者写明为什么不归入");
            }
            if (instrument.matches("\\d{1,18}")) {
                ReturnedCopy copy = settling.file(caller, id, n, Long.parseLong(instrument));
                said.say("第%d页已归入%s。".formatted(n, copy.instrument().serial()));
            } else {
                settling.discard(caller, id, n, discard);
                said.say("第%d页没有归入：%s。".formatted(n, discard.strip()));
            }
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.VALUES && e.reason() != Refused.Reason.CONFLICT) {
                throw e;
            }
            said.refuse("第%d页没有办成：%s".formatted(n, PilePages.sentence(e)));
        }
        return to(id);
    }

    /** All empty sides at once. */
    @POST
    @Path("blanks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discardBlanks(@PathParam("id") long id) {
        int count = settling.discardBlanks(caller, id);
        said.say("%d页空白页没有归入。".formatted(count));
        return to(id);
    }

    /** Somebody has looked all of them through, and nothing is missing but what was said to. */
    @POST
    @Path("signatures")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lookedThrough(@PathParam("id") long id) {
        view.show(caller, id).filed().stream()
                .filter(group -> group.copy().signatures() == Signatures.UNSEEN)
                .forEach(group ->
                        settling.look(caller, group.paper().id(), group.copy().n(), Signatures.COMPLETE));
        return to(id);
    }

    private void lay(PileView.Shown shown, int asked, String sought) {
        List<FiledLine> filed = shown.filed().stream().map(TrayPages::line).toList();
        models.put("pile", shown.pile());
        models.put("path", "/scans/" + shown.pile().id());
        models.put("read", shown.read());
        models.put("reading", shown.pile().state() == PileState.READING);
        models.put("filed", filed);
        models.put("unseen", filed.stream().filter(FiledLine::unseen).count());
        models.put(
                "toType",
                shown.toType().stream()
                        .map(hand -> new TypedLine(
                                hand.sheet().n(),
                                hand.formTitle(),
                                hand.draft().subject().label(),
                                hand.draft().id(),
                                hand.draft().openTo(caller)))
                        .toList());
        models.put(
                "tray",
                shown.tray().stream()
                        .map(waiting -> line(waiting, waiting.sheet().n() == asked ? sought : ""))
                        .toList());
        models.put(
                "discarded",
                shown.discarded().stream()
                        .map(sheet -> new DiscardedLine(sheet.n(), sheet.note(), sheet.settledByName()))
                        .toList());
        models.put("summary", summary(shown));
        models.put("reasons", REASONS);
        models.put(
                "blanks",
                shown.tray().stream().filter(waiting -> waiting.sheet().blank()).count());
        models.put(
                "undelivered",
                undelivered
                        .among(shown.filed().stream()
                                .map(PileView.Filed::paper)
                                .distinct()
                                .toList())
                        .size());
        models.put("mayFile", caller.role() != Role.INSPECTOR);
        models.put("said", said.take());
        models.put("refused", said.takeRefusal());
    }

    private static String summary(PileView.Shown shown) {
        long sheets =
                shown.filed().stream().mapToLong(group -> group.sheets().size()).sum();
        long papers = shown.filed().stream()
                .map(group -> group.paper().id())
                .distinct()
                .count();
        String typed = shown.toType().isEmpty() ? "" : shown.toType().size() + "页待录入，";
        return "共%d页：%d页已归入%d份文书，%s%d页待认，%d页没有归入。"
                .formatted(
                        shown.pile().pages(),
                        sheets,
                        papers,
                        typed,
                        shown.tray().size(),
                        shown.discarded().size());
    }

    private static FiledLine line(PileView.Filed group) {
        Instrument paper = group.paper();
        return new FiledLine(
                group.sheets().stream().map(String::valueOf).collect(Collectors.joining("、")),
                paper.id(),
                paper.serial(),
                paper.title(),
                paper.student().map(Student::name).orElse(""),
                group.copy().n(),
                group.copy().signatures().label(),
                group.copy().signatures() == Signatures.UNSEEN,
                group.copy().signatures() == Signatures.MISSING,
                lacks(group));
    }

    private static String lacks(PileView.Filed group) {
        return group.missing().isEmpty()
                ? ""
                : "（缺第%s页）"
                        .formatted(group.missing().stream().map(String::valueOf).collect(Collectors.joining("、")));
    }

    private TrayLine line(PileView.Waiting waiting, String sought) {
        List<Guessing.Guess> guesses = sought.isEmpty() ? waiting.guesses() : guessing.named(caller, sought);
        boolean pictured = waiting.sheet()
                .setback()
                .filter(why -> why == Setback.UNREADABLE)
                .isEmpty();
        return new TrayLine(
                waiting.sheet().n(),
                PileView.reason(waiting),
                pictured,
                waiting.sheet().blank(),
                guesses.stream().map(TrayPages::choice).toList(),
                sought,
                !sought.isEmpty() && guesses.isEmpty());
    }

    private static Choice choice(Guessing.Guess guess) {
        Instrument paper = guess.paper();
        String child = paper.student().map(found -> found.name() + "　").orElse("");
        return new Choice(paper.id(), child + paper.serial() + "《" + paper.title() + "》", guess.why());
    }

    private static Response to(long pile) {
        return Response.seeOther(URI.create("/scans/" + pile)).build();
    }
}
