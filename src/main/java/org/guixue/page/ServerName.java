package org.guixue.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;

/** What serves the pages, in its own words, such as Payara Micro 6.2025.10. */
@ApplicationScoped
public class ServerName {
    @Inject
    private ServletContext context;

    public String words() {
        return context.getServerInfo();
    }
}
