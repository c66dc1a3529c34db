package org.guixue.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.account.ConfirmedRequest;
import org.guixue.account.DangerRequest;
import org.guixue.instrument.SealKeys;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.page.PageAddress;
import org.guixue.page.Typed;
import org.guixue.rendering.SealDrawing;
import org.guixue.rendering.SealPicture;
import org.guixue.signing.KeySafe;

/** 印章: each office's seal, its key and certificate, and a new key for it. */
@Path("/admin/seals")
@RequestScoped
public class SealPages {
    private static final int PICTURE_PIXELS = 420;

    @Inject
    private Offices offices;

    @Inject
    private KeySafe safe;

    @Inject
    private SealDrawing sealDrawing;

    @Inject
    private SealKeys sealKeys;

    @Inject
    private SealView seals;

    @Inject
    private ConfirmedRequest confirmed;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    @GET
    @Controller
    public String list(@QueryParam("q") @DefaultValue("") String q) {
        caller.expectBureau("管理印章");
        List<SealView.Seal> all = seals.all(caller);
        models.put(
                "rows",
                all.stream()
                        .filter(seal ->
                                seal.name().contains(q.strip()) || seal.code().contains(q.strip()))
                        .toList());
        models.put(
                "due",
                all.stream()
                        .filter(seal -> !seal.closed() && seal.state() != SealView.State.GOOD)
                        .count());
        models.put("here", PageAddress.of("/admin/seals").with("q", q));
        return "admin/seals.html";
    }

    @GET
    @Controller
    @Path("{id:\\d{1,18}}")
    public String show(
            @PathParam("id") long id,
            @QueryParam("renewed") @DefaultValue("no") String renewed,
            @QueryParam("revoked") @DefaultValue("no") String revoked) {
        models.put("revoked", !revoked.equals("no"));
        return page(find(id), Typed.blank(), !renewed.equals("no"), "");
    }

    /** From now on nothing is sealed with the office's key; papers that were in the register before stay good. */
    @POST
    @Controller
    @Path("{id:\\d{1,18}}/revoke")
    public Response revoke(@PathParam("id") long id, @BeanParam DangerRequest asked) {
        Office office = find(id);
        return confirmed.answer(
                asked,
                "请写明撤销密钥的原因",
                why -> {
                    sealKeys.revoke(caller, id, why);
                    return Response.seeOther(URI.create("/admin/seals/" + id + "?revoked"))
                            .build();
                },
                (typed, refusal) -> {
                    models.put("asked", "revoke");
                    return page(office, typed, false, refusal);
                });
    }

    /** The seal as it is drawn on papers. */
    @GET
    @Path("{id:\\d{1,18}}/picture.png")
    @Produces("image/png")
    public Response picture(@PathParam("id") long id) {
        try {
            return Response.ok(SealPicture.png(sealDrawing, find(id).name(), PICTURE_PIXELS), "image/png")
                    .header("Cache-Control", "private, no-cache")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("the seal cannot be drawn", e);
        }
    }

    /** A new key; papers that are sealed already stay as they are, and are checked with the certificate that they carry. */
    @POST
    @Controller
    @Path("{id:\\d{1,18}}/renew")
    public Response renew(@PathParam("id") long id, @BeanParam DangerRequest asked) {
        Office office = find(id);
        return confirmed.answer(
                asked,
                "请写明重新制作的原因",
                why -> {
                    sealKeys.renew(caller, id, why);
                    return Response.seeOther(URI.create("/admin/seals/" + id + "?renewed"))
                            .build();
                },
                (typed, refusal) -> page(office, typed, false, refusal));
    }

    private String page(Office office, Typed typed, boolean renewed, String refusal) {
        models.put("office", office);
        models.put("seal", seals.of(office));
        try {
            List<SealView.Line> former = safe.keys().isEmpty()
                    ? List.of()
                    : safe.keys().get().former(office.code()).stream()
                            .map(seals::line)
                            .toList();
            models.put("former", former);
        } catch (IOException e) {
            throw new UncheckedIOException("the former certificates cannot be read", e);
        }
        models.put("typed", typed);
        models.put("renewed", renewed);
        models.put("refusal", refusal);
        return "admin/seal.html";
    }

    private Office find(long id) {
        caller.expectBureau("管理印章");
        return offices.find(id, caller.scope()).orElseThrow(() -> new NotFound("单位"));
    }
}
