package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.guixue.page.ServerName;
import org.guixue.search.SearchIndex;

/** Memory, how long it runs, and what runs. */
@ApplicationScoped
public class MachineGauge implements Gauge {
    /** As the pom says it. */
    static final String PRODUCT = "0.1.0";

    private static final double WATCH_ABOVE = 0.85;
    private static final double ACT_ABOVE = 0.95;

    private final UnfinishedWork work;
    private final ServerName server;
    private final Clock clock;

    @Inject
    public MachineGauge(UnfinishedWork work, ServerName server, Clock clock) {
        this.work = work;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Signal> read() {
        return List.of(memory(), versions());
    }

    private Signal memory() {
        Runtime runtime = Runtime.getRuntime();
        Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        long kept = keptBytes();
        return memory(kept, runtime.maxMemory(), up)
                .since(clock.instant().minus(up))
                .with("usedBytes", runtime.totalMemory() - runtime.freeMemory())
                .with("keptBytes", kept)
                .with("maxBytes", runtime.maxMemory())
                .with("uptimeSeconds", up.toSeconds());
    }

    /** What was left after the last collection, as far as that is known: what is used before one says nothing. */
    private static long keptBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(MachineGauge::used)
                .sum();
    }

    private static long used(MemoryUsage usage) {
        return usage == null ? 0 : usage.getUsed();
    }

    static Signal memory(long keptBytes, long maxBytes, Duration up) {
        double share = (double) keptBytes / maxBytes;
        Urgency urgency = share > ACT_ABOVE ? Urgency.ACT : share > WATCH_ABOVE ? Urgency.WATCH : Urgency.FINE;
        String figure = "占用%s，上限%s；已运行%s"
                .formatted(
                        DiskGauge.size(keptBytes),
                        DiskGauge.size(maxBytes),
                        up.toDays() > 0 ? up.toDays() + "天" : "不到1天");
        return Signal.of("memory", urgency, "内存与运行时间", figure, urgency == Urgency.FINE ? "" : "请加大内存上限后重新启动，例如：")
                .typing(urgency == Urgency.FINE ? "" : "GUIXUE_JAVA_OPTIONS='-Xmx1g' deploy/run");
    }

    private Signal versions() {
        String java = System.getProperty("java.version", "");
        String serving = server.words().replaceFirst(" *#.*", "");
        String schema = work.schemaVersion();
        String index = SearchIndex.shape();
        return Signal.fine(
                        "versions",
                        "版本",
                        "归学%s，数据库结构V%s，索引%s，Java %s，%s".formatted(PRODUCT, schema, index, java, serving))
                .with("product", PRODUCT)
                .with("schema", schema)
                .with("index", index)
                .with("java", java)
                .with("server", serving);
    }
}
