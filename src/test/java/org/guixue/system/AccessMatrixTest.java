package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No route without an expectation: a new one fails here, at once, with the row to paste. */
class AccessMatrixTest {
    @Test
    void everyRouteHasARowAndEveryRowARoute() throws IOException {
        Map<String, Route> routes = Route.all();
        assertTrue(routes.size() > 50, routes.keySet().toString());
        assertEquals("", String.join("\n", AccessMatrix.read().faults(routes)));
    }

    @Test
    void aNewRouteIsNamedWithTheRowToPaste() {
        Route unknown = new Route("POST", "/api/things/{id}", "application/json");
        List<String> faults = new AccessMatrix(Map.of()).faults(Map.of(unknown.name(), unknown));
        assertEquals(1, faults.size());
        assertTrue(
                faults.get(0)
                        .matches(
                                "no row for a route; paste and decide: POST /api/things/\\{id} +(\\?/404 +){5}401  <- \\{}"),
                faults.get(0));
    }
}
