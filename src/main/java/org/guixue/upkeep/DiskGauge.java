package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Space left. Under 2 GB a day's papers may not fit; nothing is issued any more when there is none. */
@ApplicationScoped
public class DiskGauge implements Gauge {
    static final long ACT_BELOW = 2L << 30;
    static final long WATCH_BELOW = 5L << 30;

    private final HomeFiles files;

    @Inject
    public DiskGauge(HomeFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "disk.home";
    }

    @Override
    public List<Signal> read() {
        return List.of(
                signal("disk.home", "数据目录的磁盘空间", files.ofRecords()),
                files.ofDatabase()
                        .map(space -> signal("disk.database", "数据库的磁盘空间", space))
                        .orElse(Signal.fine("disk.database", "数据库的磁盘空间", "使用PostgreSQL，空间请在数据库服务器上查看")));
    }

    static Signal signal(String name, String title, HomeFiles.Space space) {
        Urgency urgency = space.freeBytes() < ACT_BELOW
                ? Urgency.ACT
                : space.freeBytes() < WATCH_BELOW ? Urgency.WATCH : Urgency.FINE;
        String todo = urgency == Urgency.FINE ? "" : "请腾出空间或换更大的磁盘：可把旧备份移到别处；数据目录里的文件一个也不要删。空间用完后不能签发，腾出后自动恢复。";
        return Signal.of(
                        name,
                        urgency,
                        title,
                        "剩余%s，共%s".formatted(size(space.freeBytes()), size(space.totalBytes())),
                        todo)
                .with("freeBytes", space.freeBytes())
                .with("totalBytes", space.totalBytes());
    }

    /** In GB from one on, in MB below. */
    static String size(long bytes) {
        double megabytes = bytes / (1024.0 * 1024);
        return megabytes < 1024
                ? String.format(Locale.ROOT, "%.0f MB", megabytes)
                : String.format(Locale.ROOT, "%.1f GB", megabytes / 1024);
    }
}
