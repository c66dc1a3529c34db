package org.guixue.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.guixue.Started;
import org.guixue.office.Role;
import org.guixue.office.Scope;

/** Opens the five demo accounts (http.md, Start) in an empty demo home. */
@ApplicationScoped
public class FirstAccounts {
    private static final String PASSWORD = "guixue-demo";

    @Inject
    Accounts accounts;

    @Inject
    @ConfigProperty(name = "guixue.demo", defaultValue = "true")
    boolean demo;

    void open(@Observes @Priority(5000) Started started) {
        if (!demo || accounts.count() > 0) {
            return;
        }
        open("clerk", "李文静", Role.CLERK, "/1/2/3/");
        open("clerk2", "王小梅", Role.CLERK, "/1/4/5/");
        open("township", "张建国", Role.TOWNSHIP, "/1/2/");
        open("inspector", "陈督学", Role.INSPECTOR, "/1/");
        open("bureau", "赵明", Role.BUREAU, "/1/");
    }

    private void open(String username, String displayName, Role role, String path) {
        long office = Long.parseLong(path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1));
        accounts.open(username, PASSWORD, displayName, role, new Scope(office, path), false, false);
    }
}
