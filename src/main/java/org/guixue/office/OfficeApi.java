package org.guixue.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tree of offices in the caller's scope. */
@Path("/api/offices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OfficeApi {
    @Inject
    private Offices offices;

    @Inject
    private Caller caller;

    @GET
    public List<Map<String, Object>> list() {
        return offices.within(caller.scope()).stream().map(OfficeApi::json).toList();
    }

    static Map<String, Object> json(Office office) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", office.id());
        json.put("name", office.name());
        json.put("kind", office.kind());
        json.put("parent", office.parent().map(Office::id).orElse(null));
        json.put("code", office.code());
        json.put("mark", office.mark());
        json.put("closed", office.closed());
        return json;
    }
}
