package org.guixue.founding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.office.Establishment;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Typed;

/** 本单位: the bureau's own name, code and place; the rest of an office stands under 管理. */
@Path("/founding/office")
@Controller
@RequestScoped
public class OwnOfficePages {
    @Inject
    private Offices offices;

    @Inject
    private Establishment establishment;

    @Inject
    private Caller caller;

    @Inject
    private Said said;

    @Inject
    private Models models;

    @GET
    public String show() {
        Office own = own();
        return page(OwnOfficeRequest.of(own), own);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(MultivaluedMap<String, String> posted) {
        Office own = own();
        Typed typed = Typed.of(posted);
        try {
            Office written = establishment.correct(
                    caller, own.id(), OwnOfficeRequest.details(typed, own), OwnOfficeRequest.version(typed));
            said.say("已保存：%s。".formatted(written.name()));
            return Response.seeOther(URI.create("/founding")).build();
        } catch (ValuesRefused e) {
            if (own.version() != OwnOfficeRequest.version(typed)) {
                typed.refused(e).beside(OwnOfficeRequest.of(own)).with("version", Integer.toString(own.version()));
            }
            return RefusedRequest.shown(e, typed, refusal -> page(typed, own));
        }
    }

    private Office own() {
        caller.expectBureau("管理单位");
        return offices.find(caller.office()).orElseThrow();
    }

    private String page(Typed typed, Office own) {
        models.put("typed", typed);
        models.put("issued", own.issued());
        return "founding/office.html";
    }
}
