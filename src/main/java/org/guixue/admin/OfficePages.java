package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.account.Accounts;
import org.guixue.account.ConfirmedRequest;
import org.guixue.account.DangerRequest;
import org.guixue.form.FormCatalog;
import org.guixue.office.Establishment;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.PageAddress;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Typed;

/** 单位: the tree of a bureau's offices; adding, correcting, closing. */
@Path("/admin/offices")
@Controller
@RequestScoped
public class OfficePages {
    @Inject
    private Offices offices;

    @Inject
    private Establishment establishment;

    @Inject
    private Accounts accounts;

    @Inject
    private FormCatalog forms;

    @Inject
    private SealView seals;

    @Inject
    private ConfirmedRequest confirmed;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** A row of the tree; level 0 is the caller's own office. */
    public record Line(int level, Office office) {}

    /** Something to choose from. */
    public record Choice(String id, String name) {}

    @GET
    public String list(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("state") @DefaultValue("") String state) {
        caller.expectBureau("管理单位");
        int top = depth(caller.scope().path());
        models.put(
                "rows",
                offices.within(caller.scope()).stream()
                        .filter(office -> fits(office, q.strip(), kind, state))
                        .map(office -> new Line(depth(office.path()) - top, office))
                        .toList());
        models.put("kinds", kinds(List.of(OfficeKind.COUNTY_BUREAU, OfficeKind.TOWNSHIP, OfficeKind.SCHOOL)));
        PageAddress here =
                PageAddress.of("/admin/offices").with("q", q).with("kind", kind).with("state", state);
        models.put("here", here);
        models.put("export", new PageAddress("/admin/offices/export.xlsx", here.query()));
        return "admin/offices.html";
    }

    @GET
    @Path("{id:\\d{1,18}}")
    public String show(@PathParam("id") long id) {
        return page(find(id), Typed.blank(), "");
    }

    @GET
    @Path("new")
    public String blank(@QueryParam("parent") @DefaultValue("0") String parent) {
        Office above = find(number(parent));
        if (above.kind().below().isEmpty()) {
            throw new Conflict("%s下面不设单位".formatted(above.kind().label()));
        }
        return form(OfficeFormRequest.below(above), above, Optional.empty());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response found(
            @QueryParam("parent") @DefaultValue("0") String parent, MultivaluedMap<String, String> posted) {
        Office above = find(number(parent));
        Typed typed = Typed.of(posted);
        try {
            Office office = establishment.found(caller, above.id(), OfficeFormRequest.details(typed, Optional.empty()));
            return to(office.id());
        } catch (ValuesRefused e) {
            return RefusedRequest.shown(e, typed, refusal -> form(typed, above, Optional.empty()));
        }
    }

    @GET
    @Path("{id:\\d{1,18}}/edit")
    public String present(@PathParam("id") long id) {
        Office office = find(id);
        return form(OfficeFormRequest.of(office), office.parent().orElse(office), Optional.of(office));
    }

    @POST
    @Path("{id:\\d{1,18}}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        Office office = find(id);
        Typed typed = Typed.of(posted);
        try {
            establishment.correct(
                    caller,
                    id,
                    OfficeFormRequest.details(typed, Optional.of(office)),
                    OfficeFormRequest.version(typed));
            return to(id);
        } catch (ValuesRefused e) {
            if (office.version() != OfficeFormRequest.version(typed)) {
                typed.refused(e)
                        .beside(OfficeFormRequest.of(office), "kind", "jurisdiction", "reportsTo")
                        .with("version", Integer.toString(office.version()));
            }
            return RefusedRequest.shown(
                    e, typed, refusal -> form(typed, office.parent().orElse(office), Optional.of(office)));
        }
    }

    @POST
    @Path("{id:\\d{1,18}}/close")
    public Response close(
            @PathParam("id") long id,
            @BeanParam DangerRequest asked,
            @FormParam("successor") @DefaultValue("") String successor) {
        Office office = find(id);
        return confirmed.answer(
                asked,
                "请写明撤销的依据或原因",
                why -> {
                    establishment.close(
                            caller,
                            id,
                            why,
                            successor.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(successor)));
                    return to(id);
                },
                (typed, refusal) -> page(office, typed.with("successor", successor), refusal));
    }

    @POST
    @Path("{id:\\d{1,18}}/reopen")
    public Response reopen(@PathParam("id") long id) {
        Office office = find(id);
        try {
            establishment.reopen(caller, id);
        } catch (Refused e) {
            return RefusedRequest.shown(e, Typed.blank(), refusal -> page(office, Typed.blank(), refusal));
        }
        return to(id);
    }

    @POST
    @Path("{id:\\d{1,18}}/delete")
    public Response delete(@PathParam("id") long id) {
        Office office = find(id);
        try {
            establishment.delete(caller, id);
        } catch (Refused e) {
            return RefusedRequest.shown(e, Typed.blank(), refusal -> page(office, Typed.blank(), refusal));
        }
        return Response.seeOther(URI.create("/admin/offices")).build();
    }

    private String page(Office office, Typed typed, String refusal) {
        models.put("office", office);
        models.put(
                "below",
                offices.within(office.scope()).stream()
                        .filter(other -> other.parent()
                                .filter(parent -> parent.id() == office.id())
                                .isPresent())
                        .toList());
        models.put(
                "accounts",
                accounts.within(office.scope()).stream()
                        .filter(account -> account.scope().office() == office.id() && !account.closed())
                        .toList());
        models.put("seal", seals.of(office));
        models.put("jurisdiction", jurisdiction(office.jurisdiction()));
        models.put("mayAdd", !office.closed() && !office.kind().below().isEmpty());
        models.put(
                "heirs",
                office.kind() != OfficeKind.SCHOOL
                        ? List.of()
                        : offices.within(caller.scope()).stream()
                                .filter(other -> other.kind() == OfficeKind.SCHOOL
                                        && !other.closed()
                                        && other.id() != office.id())
                                .map(other -> new Choice(Long.toString(other.id()), other.name()))
                                .toList());
        models.put("own", office.id() == caller.office());
        models.put("typed", typed);
        models.put("refusal", refusal);
        return "admin/office.html";
    }

    private String form(Typed typed, Office parent, Optional<Office> known) {
        models.put("typed", typed);
        models.put("parent", parent);
        models.put("id", known.map(Office::id).orElse(0L));
        models.put("name", known.map(Office::name).orElse(""));
        models.put("issued", known.filter(Office::issued).isPresent());
        models.put(
                "kinds",
                kinds(known.map(office -> List.of(office.kind()))
                        .orElse(parent.kind().below())));
        models.put(
                "above",
                Stream.concat(
                                known.isPresent() ? Stream.empty() : Stream.of(parent),
                                known.orElse(parent).allAbove().stream())
                        .filter(office -> !office.closed())
                        .map(office -> new Choice(Long.toString(office.id()), office.name()))
                        .toList());
        models.put(
                "jurisdictions",
                forms.jurisdictions().stream()
                        .map(each -> new Choice(each.id(), each.name()))
                        .toList());
        return "admin/office-form.html";
    }

    private String jurisdiction(String id) {
        return forms.jurisdiction(id).map(known -> known.name()).orElse(id);
    }

    private Office find(long id) {
        caller.expectBureau("管理单位");
        return offices.find(id, caller.scope()).orElseThrow(() -> new NotFound("单位"));
    }

    /** Whether the filters of the page let it through. */
    static boolean fits(Office office, String q, String kind, String state) {
        return (office.name().contains(q)
                        || office.code().startsWith(q)
                        || office.mark().equals(q)
                        || office.principal().contains(q))
                && (kind.isEmpty() || office.kind().name().equals(kind))
                && (state.isEmpty() || office.closed() == state.equals("closed"));
    }

    private static List<Choice> kinds(List<OfficeKind> kinds) {
        return kinds.stream().map(kind -> new Choice(kind.name(), kind.label())).toList();
    }

    private static int depth(String path) {
        return path.split("/").length;
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static Response to(long id) {
        return Response.seeOther(URI.create("/admin/offices/" + id)).build();
    }
}
