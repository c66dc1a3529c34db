package org.guixue.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** 工作台: where one starts. */
@Path("/")
@Controller
@RequestScoped
public class DeskPages {
    @GET
    public String desk() {
        return "desk.html";
    }
}
