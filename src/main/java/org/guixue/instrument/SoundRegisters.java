package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;
import org.guixue.Unavailable;
import org.guixue.archive.Archive;
import org.guixue.archive.Finding;

/**
 * Whether the registers are what the database remembers. While one is shorter, or differs, nothing is issued and nothing
 * verified until somebody has looked.
 */
@ApplicationScoped
public class SoundRegisters {
    private static final Logger LOG = Logger.getLogger(SoundRegisters.class.getName());

    private final Archive archive;
    private final RegisterHeads heads;
    private volatile List<Finding> damage = List.of();

    @Inject
    public SoundRegisters(Archive archive, RegisterHeads heads) {
        this.archive = archive;
        this.heads = heads;
    }

    /** Done once, when the archive has been opened. */
    public void compare() {
        damage = archive.compare(heads.known());
        damage.forEach(finding -> LOG.severe(() -> "ALARM: " + finding + "; issuing and verifying are stopped"));
    }

    /** What was found while the house is open. */
    void stop(Finding found) {
        damage = List.of(found);
        LOG.severe(() -> "ALARM: " + found + "; issuing and verifying are stopped");
    }

    boolean sound() {
        return damage.isEmpty();
    }

    /** @throws Unavailable where they are not sound */
    public void expect() {
        if (!damage.isEmpty()) {
            throw new Unavailable("归档登记簿与数据库记录不符，为防差错已暂停签发和核验；请管理员查看日志并核对备份");
        }
    }
}
