package org.guixue.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guixue.search.SearchIndex;
import org.guixue.store.Outbox;

/** Whether the index is written to, and how much it has yet to learn. */
@ApplicationScoped
public class IndexGauge implements Gauge {
    private static final String TITLE = "检索索引";
    private static final long MUCH = 1000;

    private final SearchIndex index;
    private final Outbox outbox;

    @Inject
    public IndexGauge(SearchIndex index, Outbox outbox) {
        this.index = index;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public List<Signal> read() {
        long last = outbox.last();
        boolean writable = index.isWritable();
        boolean rebuilding = index.successor().isPresent();
        long lag = Math.max(0, last - index.lastOutboxNumber());
        Signal signal;
        if (!writable) {
            signal = Signal.of("index", Urgency.ACT, TITLE, "索引不能写入", "多半是磁盘已满：腾出空间后会自动恢复；仍不恢复请重新启动，索引会自动补齐。");
        } else if (rebuilding) {
            signal = Signal.of("index", Urgency.WATCH, TITLE, "正在重建，期间照常检索", "不用处理，建好后自动换用；进度见日志。若日志有ALARM，请检查磁盘。");
        } else if (lag > MUCH) {
            signal = Signal.of("index", Urgency.WATCH, TITLE, "还有%d项没有编入".formatted(lag), "稍候再看；一直不减少时请查看日志并重新启动。");
        } else {
            signal = Signal.fine("index", TITLE, "已编入全部%d项".formatted(last));
        }
        return List.of(signal.with("lag", lag).with("rebuilding", rebuilding).with("writable", writable));
    }
}
