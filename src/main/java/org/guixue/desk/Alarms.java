package org.guixue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.instrument.ReadyToIssue;
import org.guixue.upkeep.HouseStanding;
import org.guixue.upkeep.Upkeep;
import org.guixue.upkeep.Urgency;

/** What is wrong with the house itself: a wrong clock for all desks, since nobody can issue; the archive for those above. */
@ApplicationScoped
public class Alarms {
    private final ReadyToIssue ready;
    private final SoundRegisters registers;
    private final Upkeep upkeep;

    @Inject
    public Alarms(ReadyToIssue ready, SoundRegisters registers, Upkeep upkeep) {
        this.ready = ready;
        this.registers = registers;
        this.upkeep = upkeep;
    }

    /** How the house stands, for those who may look and where something is to be done or watched. */
    public Optional<HouseStanding> house(Caller caller) {
        return caller.role() == Role.BUREAU || caller.role() == Role.INSPECTOR
                ? Optional.of(upkeep.lately()).filter(standing -> standing.urgency() != Urgency.FINE)
                : Optional.empty();
    }

    /** Sentences in Chinese. */
    public List<String> of(Caller caller) {
        List<String> alarms = new ArrayList<>();
        ready.clockAlarm().ifPresent(said -> alarms.add(said + "，为防日期颠倒已暂停签发。请管理员校准时钟；时钟正确后自动恢复。"));
        if (caller.role() == Role.BUREAU || caller.role() == Role.INSPECTOR) {
            alarms.addAll(registers.alarms());
        }
        return alarms;
    }
}
