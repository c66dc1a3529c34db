package org.guixue.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Unavailable;
import org.guixue.archive.ArchivalNumber;
import org.guixue.archive.Archive;
import org.guixue.archive.Damaged;
import org.guixue.archive.Finding;

/**
 * Whether the registers are what the database remembers. While one is shorter, or differs, nothing is issued and nothing
 * verified until somebody has looked.
 */
@ApplicationScoped
public class SoundRegisters {
    private static final Logger LOG = Logger.getLogger(SoundRegisters.class.getName());

    private static final int MOST_NAMED = 5;

    private final Archive archive;
    private final RegisterHeads heads;
    private final Set<ArchivalNumber> damagedFiles = new ConcurrentSkipListSet<>();
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

    /** A file was asked for and is damaged or gone. */
    public void alarm(ArchivalNumber number) {
        if (damagedFiles.add(number)) {
            LOG.severe(() -> "ALARM: the file of " + number + " is damaged or gone; restore it from a backup");
        }
    }

    /** Whose files were asked for and found damaged or gone. */
    public Set<ArchivalNumber> damagedFiles() {
        return Set.copyOf(damagedFiles);
    }

    /** All its files were read and are whole again. */
    public void mended(ArchivalNumber number) {
        damagedFiles.remove(number);
    }

    /** Refuses to hand a damaged file out, with a sentence for whoever asked, and raises the alarm. */
    public Conflict refused(ArchivalNumber number, Damaged e) {
        return refused("文书", number, e);
    }

    /** @param what was asked for, in Chinese */
    public Conflict refused(String what, ArchivalNumber number, Damaged e) {
        alarm(number);
        return new Conflict("该%s的归档文件已损坏或丢失，不能提供；登记仍在，请管理员从备份恢复（档号%s）".formatted(what, number), e);
    }

    /** What those who watch over the archive must know, a sentence each. */
    public List<String> alarms() {
        List<String> alarms = new ArrayList<>();
        if (archive.stopped()) {
            alarms.add("归档因磁盘写入故障已停止，不能签发；请管理员检查磁盘并重新启动。");
        }
        if (!damage.isEmpty()) {
            alarms.add("归档登记簿与数据库记录不符，已暂停签发和核验：%s。请管理员查看日志并核对备份。"
                    .formatted(damage.stream().map(Finding::where).distinct().collect(Collectors.joining("、"))));
        }
        List<String> found = archive.recovery().findings().stream()
                .filter(finding -> finding.kind().isDamage())
                .map(Finding::where)
                .distinct()
                .toList();
        if (!found.isEmpty()) {
            alarms.add("启动时发现归档有损坏，共%d处：%s。请管理员核对备份。"
                    .formatted(found.size(), found.stream().limit(MOST_NAMED).collect(Collectors.joining("、"))));
        }
        if (!damagedFiles.isEmpty()) {
            alarms.add("归档文件损坏或丢失，共%d件：%s。请管理员从备份恢复。"
                    .formatted(
                            damagedFiles.size(),
                            damagedFiles.stream()
                                    .limit(MOST_NAMED)
                                    .map(ArchivalNumber::toString)
                                    .collect(Collectors.joining("、"))));
        }
        return List.copyOf(alarms);
    }

    /** What was found while the house is open. */
    public void stop(Finding found) {
        damage = List.of(found);
        LOG.severe(() -> "ALARM: " + found + "; issuing and verifying are stopped");
    }

    public boolean sound() {
        return damage.isEmpty();
    }

    /** @throws Unavailable where they are not sound */
    public void expect() {
        if (!damage.isEmpty()) {
            throw new Unavailable("归档登记簿与数据库记录不符，为防差错已暂停签发和核验；请管理员查看日志并核对备份");
        }
    }
}
