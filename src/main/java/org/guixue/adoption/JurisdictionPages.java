package org.guixue.adoption;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormFault;
import org.guixue.form.Jurisdiction;
import org.guixue.form.JurisdictionDraft;
import org.guixue.form.JurisdictionText;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Typed;

/** 本县的表样和规则: which forms, ledgers and rules the county adopts, under which names. */
@Path("/admin/jurisdiction")
@Controller
@RequestScoped
public class JurisdictionPages {
    private static final String PAGE = "/admin/jurisdiction";
    private static final String USUAL_CATEGORIES = "脱贫户学生\n农村低保家庭学生\n留守儿童\n残疾儿童少年";

    @Inject
    private Adopting adopting;

    @Inject
    private JurisdictionView view;

    @Inject
    private FormCatalog forms;

    @Inject
    private Offices offices;

    @Inject
    private Clock clock;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /**
     * @param parent shows what would be inherited from that one instead
     * @param q what is looked for; all else stands there unseen, so that a saving keeps it
     */
    @GET
    public String show(
            @QueryParam("parent") @DefaultValue("") String parent, @QueryParam("q") @DefaultValue("") String q) {
        String id = adopting.idOf(caller);
        Optional<Adopting.Kept> kept = adopting.find(caller, id);
        Typed typed = decided(id, kept);
        if (forms.jurisdiction(parent).isPresent()) {
            typed.with("parent", parent);
        }
        new RatesOnPage(forms, typed).show(own(id, kept));
        typed.with("seen", stamp(kept)).with(JurisdictionView.SEARCH, q);
        return page(typed, id, kept, "");
    }

    /** What counts now; of a county that has nothing of its own yet what is proposed to it. */
    private Typed decided(String id, Optional<Adopting.Kept> kept) {
        return own(id, kept).map(JurisdictionRequest::of).orElseGet(this::first);
    }

    private Optional<Jurisdiction> own(String id, Optional<Adopting.Kept> kept) {
        return forms.jurisdiction(id).filter(known -> kept.isPresent());
    }

    private static String stamp(Optional<Adopting.Kept> kept) {
        return kept.map(each -> each.stamp().hex()).orElse("");
    }

    /** Adopts one more form or ledger, beside what counts now. */
    @POST
    @Path("adoptions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response adopt(
            @FormParam("form") @DefaultValue("") String form, @FormParam("back") @DefaultValue("") String back) {
        String id = adopting.idOf(caller);
        Optional<Adopting.Kept> kept = adopting.find(caller, id);
        Typed typed = decided(id, kept).with("seen", stamp(kept));
        Form paper = JurisdictionRequest.paper(form, forms).orElseThrow(() -> new NotFound("表样"));
        JurisdictionRequest.adopt(paper, typed, forms);
        Response done = write(typed, id, kept, back.equals("forms") ? "/forms" : PAGE);
        said.say("已采用《%s》，现在就可以用。".formatted(paper.title()));
        return done;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(MultivaluedMap<String, String> posted) {
        String id = adopting.idOf(caller);
        Optional<Adopting.Kept> kept = adopting.find(caller, id);
        Typed typed = Typed.of(posted);
        typed.with("off", JurisdictionRequest.unticked(typed));
        return write(typed, id, kept, PAGE);
    }

    private Response write(Typed typed, String id, Optional<Adopting.Kept> kept, String next) {
        try {
            JurisdictionDraft draft = JurisdictionRequest.draft(typed, forms);
            byte[] json = JurisdictionText.of(kept.map(Adopting.Kept::json), draft, LocalDate.now(clock));
            adopting.write(caller, id, json, typed.value("seen"));
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> {
                typed.with("seen", stamp(kept));
                return page(typed, id, kept, refusal);
            });
        }
        said.say("已保存，现在就按新的表样和规则办理；以前签发的文书不变。");
        return Response.seeOther(URI.create(next)).build();
    }

    /** What is proposed to a county that has none yet. */
    private Typed first() {
        Office office = office();
        String province = office.place().province();
        String parent = forms.jurisdictions().stream()
                .filter(each -> !province.isEmpty() && each.name().equals(province))
                .map(Jurisdiction::id)
                .findFirst()
                .orElse("national");
        return Typed.blank()
                .with("name", office.place().county())
                .with(
                        "parent",
                        forms.jurisdiction(office.jurisdiction()).isPresent()
                                        && !office.jurisdiction().equals("national")
                                ? office.jurisdiction()
                                : parent)
                .with("categories", USUAL_CATEGORIES);
    }

    private String page(Typed typed, String id, Optional<Adopting.Kept> kept, String refusal) {
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("said", said.take());
        models.put("office", office());
        List<JurisdictionView.Shelf> shelves = view.shelves(id, typed.value("parent"), typed);
        List<JurisdictionView.Offer> offers = view.offers(id, typed.value("parent"), typed);
        models.put("q", typed.value(JurisdictionView.SEARCH));
        models.put("parents", view.parents(id, typed.value("name")));
        models.put("shelves", shelves);
        models.put("offers", offers);
        models.put(
                "nothing",
                shelves.stream().noneMatch(JurisdictionView.Shelf::shown)
                        && offers.stream().noneMatch(JurisdictionView.Offer::shown));
        models.put("wanted", view.wanted(office().jurisdiction()));
        models.put("rates", typed.all("rate"));
        models.put("figures", RatesOnPage.figures());
        models.put(
                "faults",
                kept.map(each -> forms.faultsOf(id, each.json()).stream()
                                .map(FormFault::toString)
                                .toList())
                        .orElse(List.of()));
        return "adoption/jurisdiction.html";
    }

    private Office office() {
        return offices.find(caller.office()).orElseThrow();
    }
}
