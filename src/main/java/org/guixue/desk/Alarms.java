package org.guixue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.guixue.access.Caller;
import org.guixue.instrument.ReadyToIssue;

/** What is wrong with the house itself, for the desks: a wrong clock for all, since nobody can issue. */
@ApplicationScoped
public class Alarms {
    private final ReadyToIssue ready;

    @Inject
    public Alarms(ReadyToIssue ready) {
        this.ready = ready;
    }

    /** Sentences in Chinese. */
    public List<String> of(Caller caller) {
        List<String> alarms = new ArrayList<>();
        ready.clockAlarm().ifPresent(said -> alarms.add(said + "，为防日期颠倒已暂停签发。请管理员校准时钟；时钟正确后自动恢复。"));
        return alarms;
    }
}
