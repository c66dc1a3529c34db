package org.guixue.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;

/** What serves the pages, in its own words, such as Payara Micro 6.2025.10. */
@ApplicationScoped
public class ServerName {
    /** Of Payara's own, which says of itself without it no more than what it is called. */
    private static final String VERSION = "com.sun.appserv.server.util.Version";

    @Inject
    private ServletContext context;

    public String words() {
        try {
            return String.valueOf(
                    Class.forName(VERSION, true, context.getClass().getClassLoader())
                            .getMethod("getFullVersion")
                            .invoke(null));
        } catch (ReflectiveOperationException e) {
            return context.getServerInfo();
        }
    }
}
