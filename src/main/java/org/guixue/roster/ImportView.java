package org.guixue.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** An import as its page shows it. */
public record ImportView(RosterImport it, Instant now) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** A tab: rows of one verdict. */
    public record Tab(String verdict, String label, int count) {}

    public String created() {
        return MINUTE.format(it.createdAt());
    }

    public String state() {
        return it.state().label();
    }

    public boolean running() {
        return it.state().running();
    }

    public boolean ready() {
        return it.state() == ImportState.READY;
    }

    public boolean done() {
        return it.state() == ImportState.DONE;
    }

    public boolean counting() {
        return it.state() == ImportState.READING && it.rowsDone() > 0;
    }

    /** 48 %, 9 600 rows a minute, one minute left: what can be said so far. */
    public String progress() {
        if (it.state() == ImportState.APPLYING) {
            return "正在一次写入全部数据，写完之前别人看不到，也不会只写一半";
        }
        if (!counting()) {
            return it.state() == ImportState.READING ? "正在读取文件" : "前面还有名册在处理，轮到后自动开始";
        }
        long seconds =
                Math.max(1, Duration.between(it.beganAt().orElse(now), now).toSeconds());
        long rate = Math.max(1, it.rowsDone() / seconds);
        long left = Math.max(0, it.rowsAll() - it.rowsDone()) / rate;
        return "%d / %d 行，每秒约 %d 行，%s"
                .formatted(
                        it.rowsDone(),
                        Math.max(it.rowsAll(), it.rowsDone()),
                        rate,
                        left < 60 ? "不到1分钟" : "还要约" + (left / 60 + 1) + "分钟");
    }

    public int count(String verdict) {
        return it.count(RowVerdict.valueOf(verdict));
    }

    /** The rows that will not be written as they are. */
    public int left() {
        return it.count(RowVerdict.REFUSED) + it.count(RowVerdict.UNDECIDED);
    }

    /** The rows that can be written. */
    public int some() {
        return it.count(RowVerdict.NEW) + it.count(RowVerdict.CHANGED);
    }

    /** In a line of the list of imports. */
    public String result() {
        return done()
                ? "%s：新增 %d，变更 %d".formatted(state(), it.count(RowVerdict.NEW), it.count(RowVerdict.CHANGED))
                : state();
    }

    /** What the import has done. */
    public String outcome() {
        return "新增 %d 名，变更 %d 名，不变 %d 名%s。"
                .formatted(
                        it.count(RowVerdict.NEW),
                        it.count(RowVerdict.CHANGED),
                        it.count(RowVerdict.SAME),
                        left() > 0 ? "，没有导入 %d 行".formatted(left()) : "");
    }

    /** How it stands before it is confirmed. */
    public String standing() {
        if (left() == 0) {
            return some() == 0 ? "没有要写入的内容" : "可以导入";
        }
        List<String> parts = new ArrayList<>();
        if (it.count(RowVerdict.REFUSED) > 0) {
            parts.add("有 %d 行被拒绝".formatted(it.count(RowVerdict.REFUSED)));
        }
        if (it.count(RowVerdict.UNDECIDED) > 0) {
            parts.add("有 %d 行要您决定".formatted(it.count(RowVerdict.UNDECIDED)));
        }
        return String.join("，", parts);
    }

    /** Why there is nothing to confirm, and the way out. */
    public String nothingToWrite() {
        if (it.count(RowVerdict.UNDECIDED) > 0) {
            return "没有可以写入的行。请先在下面决定。";
        }
        return left() > 0 ? "没有可以写入的行。请按错误原因改好表格，再重新上传。" : "没有可以写入的行。名册与这份表格已经一致。";
    }

    /** Once it is done, only of what was left out: the other rows are not kept. */
    public List<Tab> tabs() {
        List<Tab> tabs = new ArrayList<>();
        for (RowVerdict verdict : RowVerdict.values()) {
            int count = it.count(verdict);
            boolean left = verdict == RowVerdict.REFUSED || verdict == RowVerdict.UNDECIDED;
            if (done() ? left && count > 0 : count > 0 || verdict != RowVerdict.PASSED_OVER) {
                tabs.add(new Tab(verdict.name(), verdict.label(), count));
            }
        }
        return tabs;
    }

    /** The tab that asks for something first. */
    RowVerdict first() {
        for (RowVerdict verdict : List.of(
                RowVerdict.UNDECIDED, RowVerdict.REFUSED, RowVerdict.CHANGED, RowVerdict.NEW, RowVerdict.SAME)) {
            if (it.count(verdict) > 0) {
                return verdict;
            }
        }
        return RowVerdict.NEW;
    }
}
