package org.guixue.shelving;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;

/** 原件存放 of one paper, from its page. */
@Path("/instruments/{id:\\d{1,18}}/place")
@RequestScoped
public class PlacePages {
    @Inject
    private Shelving shelving;

    @Inject
    private Said said;

    @Inject
    private Caller caller;

    /** Into that box, or with {@code act=out} out of the one where it lies. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response place(
            @PathParam("id") long id,
            @FormParam("act") @DefaultValue("") String act,
            @FormParam("box") @DefaultValue("") String box,
            @FormParam("shelf") @DefaultValue("") String shelf,
            @FormParam("reason") @DefaultValue("") String reason) {
        try {
            if (act.equals("out")) {
                shelving.takeOut(caller, id, reason);
                said.say("已登记取出原件。");
            } else {
                BoxOnShelf where = shelving.put(caller, List.of(id), box, shelf);
                said.say("原件已放入盒%s，架位%s。".formatted(where.box(), where.shelf()));
            }
        } catch (Refused e) {
            if (RefusedRequest.isNoMatterOfTheForm(e)) {
                throw e;
            }
            said.say("没有登记：" + sentence(e));
        }
        return Response.seeOther(URI.create("/instruments/" + id + "#place")).build();
    }

    private static String sentence(Refused refusal) {
        return refusal instanceof ValuesRefused values
                ? values.violations().get(0).message()
                : String.valueOf(refusal.getMessage());
    }
}
