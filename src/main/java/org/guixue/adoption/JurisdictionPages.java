package org.guixue.adoption;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.Refused;
import org.guixue.access.Caller;
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

    /** @param parent shows what would be inherited from that one instead */
    @GET
    public String show(@QueryParam("parent") @DefaultValue("") String parent) {
        String id = adopting.idOf(caller);
        Optional<Adopting.Kept> kept = adopting.find(caller, id);
        Typed typed = forms.jurisdiction(id)
                .filter(known -> kept.isPresent())
                .map(JurisdictionRequest::of)
                .orElseGet(this::first);
        if (forms.jurisdiction(parent).isPresent()) {
            typed.with("parent", parent);
        }
        typed.with("seen", kept.map(each -> each.stamp().hex()).orElse(""));
        return page(typed, id, kept, "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(MultivaluedMap<String, String> posted) {
        String id = adopting.idOf(caller);
        Optional<Adopting.Kept> kept = adopting.find(caller, id);
        Typed typed = Typed.of(posted);
        typed.with("off", JurisdictionRequest.unticked(typed));
        try {
            JurisdictionDraft draft = JurisdictionRequest.draft(typed, forms);
            byte[] json = JurisdictionText.of(kept.map(Adopting.Kept::json), draft, LocalDate.now(clock));
            adopting.write(caller, id, json, typed.value("seen"));
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> {
                typed.with("seen", kept.map(each -> each.stamp().hex()).orElse(""));
                return page(typed, id, kept, refusal);
            });
        }
        said.say("已保存，现在就按新的表样和规则办理；以前签发的文书不变。");
        return Response.seeOther(URI.create("/admin/jurisdiction")).build();
    }

    /** What is proposed to a county that has none yet. */
    private Typed first() {
        Office office = offices.find(caller.office()).orElseThrow();
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

    /** Those of which something is adopted or to be put right; the others are folded, since the whole is long. */
    private static Set<String> unfolded(Typed typed) {
        Stream<String> ids = Stream.of(
                        typed.all("adopt").stream(),
                        typed.all("rule").stream(),
                        typed.violations().stream()
                                .map(violation -> violation.field().replaceFirst("^[a-z]+:", "")))
                .flatMap(each -> each);
        return ids.filter(each -> each.contains("/"))
                .map(each -> each.substring(0, each.indexOf('/')))
                .collect(Collectors.toSet());
    }

    private String page(Typed typed, String id, Optional<Adopting.Kept> kept, String refusal) {
        models.put("typed", typed);
        models.put("refusal", refusal);
        models.put("said", said.take());
        models.put("office", offices.find(caller.office()).orElseThrow());
        models.put("parents", view.parents(id));
        models.put("offers", view.offers(id, typed.value("parent")));
        models.put("rates", forms.ratesOf(kept.isPresent() ? id : typed.value("parent")));
        models.put("unfolded", unfolded(typed));
        models.put(
                "faults",
                kept.map(each -> forms.faultsOf(id, each.json()).stream()
                                .map(FormFault::toString)
                                .toList())
                        .orElse(List.of()));
        return "adoption/jurisdiction.html";
    }
}
