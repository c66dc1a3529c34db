package org.guixue.page;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The one JAX-RS application, at the root, for pages and for {@code /api} alike: two applications would each find every
 * resource of the other. Resources are found automatically; static files, {@code /health} and {@code /openapi} have longer
 * mappings and keep them.
 */
@ApplicationPath("/")
public class Site extends Application {}
