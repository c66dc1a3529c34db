package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.guixue.Refused;
import org.guixue.Unavailable;
import org.guixue.archive.Archive;
import org.guixue.archive.NoSpace;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.rendering.PublicAddress;
import org.guixue.store.HouseClock;

/** Whether the house can vouch for what it would issue now. */
@ApplicationScoped
public class ReadyToIssue {
    private static final long ROOM_FOR_ONE_PAPER = 64L << 20;

    private final SoundRegisters registers;
    private final Archive archive;
    private final PublicAddress address;
    private final HouseClock clock;

    @Inject
    public ReadyToIssue(SoundRegisters registers, Archive archive, PublicAddress address, HouseClock clock) {
        this.registers = registers;
        this.archive = archive;
        this.address = address;
        this.clock = clock;
    }

    /** Says it where the machine's clock stands before the last event: what is issued now would bear a false date. */
    public Optional<String> clockAlarm() {
        DateTimeFormatter minute =
                DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(clock.getZone());
        return clock.behind().map(behind -> "服务器时钟（%s）早于最后一次记录的时间（%s）"
                .formatted(minute.format(behind.now()), minute.format(behind.last())));
    }

    /** @throws Refused with the reason, where it is not */
    public void expect() {
        registers.expect();
        clockAlarm().ifPresent(said -> {
            throw new Unavailable(said + "，暂不能签发；已填内容不会丢失，请管理员校准时钟");
        });
        if (archive.stopped()) {
            throw new Unavailable("归档因磁盘写入故障已停止，暂不能签发；已填内容不会丢失，请管理员检查磁盘并重新启动");
        }
        if (!address.chosen()) {
            throw new Unavailable("尚未设置对外网址（GUIXUE_PUBLIC_URL），二维码无从指向，暂不能签发；请管理员设置后重新启动");
        }
        try {
            archive.expectRoomFor(ROOM_FOR_ONE_PAPER);
        } catch (NoSpace e) {
            throw new Refused(Refused.Reason.NO_SPACE, "磁盘空间不足，暂不能签发；已填内容不会丢失，请管理员腾出空间后再签发", e);
        }
    }
}
