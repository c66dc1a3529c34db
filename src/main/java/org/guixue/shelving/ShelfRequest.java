package org.guixue.shelving;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import org.guixue.ValuesRefused;
import org.guixue.page.PageAddress;

/** Which list for the shelf is asked for; empty parts are this year, all forms, the first page. */
public class ShelfRequest {
    @QueryParam("show")
    @DefaultValue("out")
    private String show = "out";

    @QueryParam("year")
    @DefaultValue("")
    private String year = "";

    @QueryParam("form")
    @DefaultValue("")
    private String form = "";

    @QueryParam("page")
    @DefaultValue("0")
    private String page = "0";

    /** For JAX-RS. */
    public ShelfRequest() {}

    ShelfRequest(String show, String year, String form, String page) {
        this.show = show;
        this.year = year;
        this.form = form;
        this.page = page;
    }

    /** @throws ValuesRefused where there is no such list */
    OnShelf which() {
        return OnShelf.of(show).orElseThrow(() -> new ValuesRefused("show", "应是out（还在外面）、waiting（待入盒）或boxes（盒）"));
    }

    /** @throws ValuesRefused where it is no year */
    int year(Clock clock) {
        if (year.isEmpty()) {
            return LocalDate.now(clock).getYear();
        }
        if (!year.matches("[12]\\d{3}")) {
            throw new ValuesRefused("year", "年份应是四位数字，如2026");
        }
        return Integer.parseInt(year);
    }

    String form() {
        return form;
    }

    /** From 0. */
    int page() {
        return page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    }

    /** The list, without its page. */
    PageAddress address() {
        return PageAddress.of("/shelf").with("show", show).with("year", year).with("form", form);
    }
}
