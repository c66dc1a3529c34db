package org.guixue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.guixue.access.Caller;
import org.guixue.founding.Founding;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.office.Tasks;
import org.guixue.page.TopBar;

/** The office's name and the number of what is due, for the bar above every page. */
@ApplicationScoped
public class CallersBar implements TopBar {
    private final Offices offices;
    private final Tasks tasks;
    private final Founding founding;

    @Inject
    public CallersBar(Offices offices, Tasks tasks, Founding founding) {
        this.offices = offices;
        this.tasks = tasks;
        this.founding = founding;
    }

    @Override
    public Line of(Caller caller) {
        String office = offices.find(caller.office()).map(Office::name).orElse("");
        return new Line(office, tasks.of(caller).size(), founding.concerns(caller));
    }
}
